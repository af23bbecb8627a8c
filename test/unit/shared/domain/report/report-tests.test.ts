import { describe, expect, it } from 'vitest';
import type { ReportFacts, ReportTest } from '../../../../../shared/domain/report/report-facts.ts';
import type { TestRow } from '../../../../../shared/domain/report/report-model.ts';
import { commonSlots } from '../../../../../shared/domain/report/report-slots.ts';
import { testRows, writtenLead } from '../../../../../shared/domain/report/report-tests.ts';
import { readWording } from '../../../../../shared/domain/report/report-wording.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';
import { specimenWording } from '../../../../helpers/typeset-specimen.ts';

const facts = specimenFacts();
const rowsOf = (given: ReportFacts) => testRows(given, readWording(specimenWording, commonSlots(given)));

/** The row of LA-02 with its test changed. */
function rowWith(change: Partial<ReportTest>): TestRow | undefined {
  const controls = facts.controls.map((control) =>
    control.id === 'LA-02'
      ? { ...control, tests: control.tests.map((test) => ({ ...test, ...change })) }
      : control,
  );
  return rowsOf({ ...facts, controls }).get('LA-02')?.[0];
}

describe('the lead sentence', () => {
  it('says how many of how many', () => {
    expect(rowWith({})?.lead).toBe(
      'For 20 of 184 employees and contractors who left, inspected evidence for whether:',
    );
    expect(rowWith({ populationSize: 20 })?.lead).toBe(
      'Inspected evidence for all 20 employees and contractors who left for whether:',
    );
    expect(rowWith({ populationSize: 1, tested: 1, itemsNoun: 'yearly test' })?.lead).toBe(
      'For the only item (yearly test), inspected evidence for whether:',
    );
    expect(rowWith({ populationSize: 1284, attributes: [] })?.lead).toMatch(
      /20 of 1,284 .* of the control\.$/,
    );
  });

  it('is absent when nothing was tested', () => {
    expect(rowWith({ tested: 0, outcome: { kind: 'noOccurrence', reason: 'None.' } })).toMatchObject({
      lead: null,
      attributes: [],
      result: { kind: 'notTested', words: 'Not tested: no occurrence.', reason: 'None.' },
    });
    expect(rowWith({ outcome: { kind: 'notTested', reason: 'Design.' } })?.result).toMatchObject({
      words: 'Not tested.',
    });
  });
});

describe('the result', () => {
  it('is clean with the number tested', () => {
    const clean = { kind: 'noDeviations', note: null } as const;
    expect(rowWith({ outcome: clean })?.result).toEqual({
      kind: 'clean',
      words: 'No deviations noted.',
      tested: '20 of 184 tested',
    });
    expect(rowWith({ outcome: clean, populationSize: 20 })?.result).toMatchObject({
      tested: 'All 20 tested',
    });
  });

  it('tells deviations by count and nature, never a percentage', () => {
    const result = rowWith({})?.result;
    expect(result).toMatchObject({
      kind: 'deviation',
      number: 'D10',
      lead: 'For 5 of 20 employees and contractors who left,',
      coverage: '20 of 184 tested',
      hasResponse: true,
    });
    expect(JSON.stringify(result)).not.toContain('%');
    const test = facts.controls.find(({ id }) => id === 'LA-03')?.tests[0];
    expect(test && writtenLead(test, 2)).toBe('For 2 of 10 job changes,');
  });

  it('of a full comparison lists exceptions beside deviations', () => {
    const rows = rowsOf(facts).get('LA-04') ?? [];
    expect(rows.map(({ label }) => label)).toEqual(['Test 1', 'Test 2']);
    expect(rows[1]?.comparison).toEqual([
      'Removed within 10 days: compared for 16 required changes; 4\u00a0exceptions, of which 3\u00a0deviations.',
      'Accounts of leavers: compared for 1,904 accounts; no exceptions.',
    ]);
  });

  it('is absent for Type I', () => {
    expect(rowsOf(specimenFacts({ type: 'I' })).size).toBe(0);
  });
});

describe('attributes', () => {
  it('read as one sentence and keep abbreviations', () => {
    const attributes = [
      { key: 'A', text: 'Access removed.' },
      { key: 'B', text: 'MFA enforced;' },
    ];
    expect(rowWith({ attributes })?.attributes.map(({ text }) => text)).toEqual([
      'access removed;',
      'MFA enforced.',
    ]);
  });
});
