import { describe, expect, it } from 'vitest';
import { writeRecord, writeSamples } from '../../../../../shared/domain/report/report-appendices.ts';
import type { ReportFacts } from '../../../../../shared/domain/report/report-facts.ts';
import { commonSlots } from '../../../../../shared/domain/report/report-slots.ts';
import { spansText } from '../../../../../shared/domain/report/report-text.ts';
import { readWording } from '../../../../../shared/domain/report/report-wording.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';
import { specimenWording } from '../../../../helpers/typeset-specimen.ts';

const readerOf = (facts: ReportFacts) => readWording(specimenWording, commonSlots(facts));

describe('writeSamples', () => {
  const samples = writeSamples(specimenFacts(), readerOf(specimenFacts()));

  it('has a row per test that had items, in the order of Section IV', () => {
    expect(samples?.rows).toHaveLength(58);
    expect(samples?.rows.find(({ control }) => control === 'LA-02')).toMatchObject({
      population: 'Employees and contractors who left',
      size: 184,
      items: 20,
      basis: 'Statistical, random',
      seed: 'NWH-2026-LA-02',
    });
    expect(samples?.rows.find(({ control }) => control === 'GOV-02')).toMatchObject({
      basis: 'All items',
      seed: null,
    });
    expect(samples?.rows.every(({ digestStart }) => /^[0-9a-f]{8}$/.test(digestStart))).toBe(true);
  });

  it('names the algorithm and disclaims confidence for a basis of judgment', () => {
    const words = spansText(samples?.introduction ?? []);
    expect(words).toContain('consistent-sampler/1');
    expect(words).toContain('carries no statement of confidence');
    expect(words).not.toMatch(/\d+% confidence/);
  });

  it('is absent for Type I', () => {
    expect(writeSamples(specimenFacts({ type: 'I' }), readerOf(specimenFacts({ type: 'I' })))).toBeNull();
  });
});

describe('writeRecord', () => {
  it('states version, dates, words, entries and key', () => {
    const facts = specimenFacts();
    expect(writeRecord(facts, readerOf(facts))).toMatchObject({
      title: 'Appendix B: Record of this document',
      version: '1.0; it replaces no other',
      datesLabel: 'Report date, issue date',
      dates: 'November\u00a013, 2026; November\u00a016, 2026',
      entries: '48,213\u00a0entries in the record of work',
    });
    const second = {
      ...facts,
      version: { number: '2.0', replaces: { number: '1.0', reason: 'a date was wrong' } },
    };
    expect(writeRecord(second, readerOf(second)).version).toBe(
      '2.0; it replaces version 1.0: a date was wrong',
    );
  });

  it('is the only appendix of Type I and speaks of no samples', () => {
    const facts = specimenFacts({ type: 'I', draft: true });
    const record = writeRecord(facts, readerOf(facts));
    expect(record.title).toBe('Appendix A: Record of this document');
    expect(record.dates).toBe('Open');
    expect(JSON.stringify(record)).not.toMatch(/sample|seed/);
  });
});
