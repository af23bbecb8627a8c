import { describe, expect, it } from 'vitest';
import { writeCover } from '../../../../../shared/domain/report/report-cover.ts';
import type { ReportFacts } from '../../../../../shared/domain/report/report-facts.ts';
import { commonSlots } from '../../../../../shared/domain/report/report-slots.ts';
import { readWording } from '../../../../../shared/domain/report/report-wording.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';
import { specimenWording } from '../../../../helpers/typeset-specimen.ts';

const coverOf = (facts: ReportFacts) => writeCover(facts, readWording(specimenWording, commonSlots(facts)));

describe('writeCover', () => {
  it('tells client, kind and what a reader looks for first', () => {
    const cover = coverOf(specimenFacts());
    expect([cover.client, cover.kind, cover.place]).toEqual([
      'Northwind Hosting, Inc.',
      'SOC 2 Type II report',
      'Certified public accountants · Portland, Oregon',
    ]);
    expect(cover.rows.map(({ label }) => label)).toEqual([
      'Period',
      'Categories',
      'System',
      'Subservice organization',
      'Report date',
      'Use',
    ]);
  });

  it('has one date for Type I, and no row without a subservice organization', () => {
    const cover = coverOf(specimenFacts({ type: 'I', method: 'none', draft: true }));
    expect(cover.rows.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'As of: September\u00a030, 2026',
      'Categories: Security, Availability, Processing integrity, Confidentiality, Privacy',
      'System: Northwind Managed Hosting Platform',
      'Report date: Open',
      'Use: Restricted to the parties named in Section I',
    ]);
    expect(cover.subtitle).not.toMatch(/operated/);
  });

  it('prints the place alone when the firm gives no designation', () => {
    const facts = specimenFacts({ method: 'inclusive' });
    const cover = coverOf({ ...facts, firm: { ...facts.firm, designation: null } });
    expect(cover.place).toBe('Portland, Oregon');
    expect(cover.rows[3]?.value).toBe('Harbor Colocation Services, Inc. (included)');
  });
});
