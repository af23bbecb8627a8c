import { describe, expect, it } from 'vitest';
import type { CriteriaSection } from '../../../../../shared/domain/report/report-model.ts';
import { namedCriteria, writeCriteria } from '../../../../../shared/domain/report/report-section-four.ts';
import { commonSlots } from '../../../../../shared/domain/report/report-slots.ts';
import { spansText } from '../../../../../shared/domain/report/report-text.ts';
import { readWording } from '../../../../../shared/domain/report/report-wording.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';
import type { SpecimenOptions } from '../../../../helpers/specimen-report.ts';
import { specimenWording } from '../../../../helpers/typeset-specimen.ts';

function sectionOf(options: SpecimenOptions): CriteriaSection {
  const facts = specimenFacts(options);
  return writeCriteria(facts, readWording(specimenWording, commonSlots(facts)));
}

const section = sectionOf({});
const criteria = section.series.flatMap((series) => series.criteria);

describe('writeCriteria', () => {
  it('covers every criterion by a control, a note or a reason', () => {
    expect(criteria).toHaveLength(61);
    for (const one of criteria) {
      expect(one.home.length + one.alsoServes.length + one.notes.length, one.id).toBeGreaterThan(0);
    }
  });

  it('gives every control exactly one home row', () => {
    const homes = criteria.flatMap(({ home }) => home.map(({ id }) => id));
    expect(new Set(homes).size).toBe(59);
    expect(homes).toHaveLength(59);
  });

  it('repeats the result of the home row under every other criterion', () => {
    const home = new Map(
      criteria.flatMap((one) => one.home.map((control) => [control.id, control.tests] as const)),
    );
    const others = criteria.flatMap(({ alsoServes }) => alsoServes);
    expect(others.length).toBeGreaterThan(20);
    for (const row of others) {
      const found = (home.get(row.control) ?? []).flatMap(({ result }) =>
        result.kind === 'deviation'
          ? [{ count: `${String(result.deviating)} of ${String(result.tested)}`, number: result.number }]
          : [],
      );
      expect(row.result?.deviations, row.control).toEqual(found);
      expect(row.result?.words === '', row.control).toBe(found.length > 0);
    }
  });

  it('totals deviating items, not tests', () => {
    expect(section.deviations?.summary).toBe('25\u00a0deviations in the tests of 12 of 59\u00a0controls.');
    expect(section.deviations?.rows.reduce((sum, row) => sum + row.deviating, 0)).toBe(
      section.deviations?.total,
    );
    expect(section.deviations?.rows).toHaveLength(12);
  });

  it('says so when there are none', () => {
    const facts = specimenFacts({ opinion: 'unmodified' });
    const clean = facts.controls.map((control) => ({
      ...control,
      tests: control.tests.map((test) => ({
        ...test,
        outcome: { kind: 'noDeviations', note: null } as const,
      })),
    }));
    const written = writeCriteria(
      { ...facts, controls: clean },
      readWording(specimenWording, commonSlots(facts)),
    );
    expect(written.deviations).toMatchObject({
      total: 0,
      summary: 'No deviations noted in the tests of 59\u00a0controls.',
    });
  });

  it('notes the qualified criterion, assumed controls and what is not relevant', () => {
    const notes = (id: string) =>
      criteria.find((one) => one.id === id)?.notes.map(({ spans }) => spansText(spans)) ?? [];
    expect(notes('CC6.2')[0]).toBe(
      'The opinion is qualified in respect of this criterion. See Basis for the qualified opinion.',
    );
    expect(notes('CC6.4')[0]).toContain('CS-1, CS-2');
    expect(notes('P3.2')[0]).toContain('Not relevant to the system');
    expect(criteria.filter(({ named }) => named).map(({ id }) => id)).toEqual(['CC6.2']);
    expect([...namedCriteria(specimenFacts({ opinion: 'adverse' }))]).toHaveLength(5);
  });

  it('marks the controls of another organization', () => {
    const facts = specimenFacts({ method: 'inclusive' });
    const theirs = facts.controls.map((control) =>
      control.id === 'PHY-01' ? { ...control, operator: 'Harbor Colocation Services, Inc.' } : control,
    );
    const written = writeCriteria(
      { ...facts, controls: theirs },
      readWording(specimenWording, commonSlots(facts)),
    );
    const found = written.series.flatMap((one) => one.criteria).flatMap(({ home }) => home);
    expect(found.find(({ id }) => id === 'PHY-01')?.nature).toBe(
      'Harbor Colocation Services, Inc.: IT-dependent manual, quarterly',
    );
  });

  it('holds statements only for Type I', () => {
    const typeI = sectionOf({ type: 'I' });
    expect(typeI.deviations).toBeNull();
    expect(typeI.columns).toEqual(['Control', 'Statement of the control', 'Also serves']);
    expect(JSON.stringify({ ...typeI, deviations: undefined })).not.toMatch(/deviation|sample|seed/i);
    expect(
      typeI.series
        .flatMap((one) => one.criteria)
        .every(({ home }) => home.every(({ tests }) => tests.length === 0)),
    ).toBe(true);
  });
});
