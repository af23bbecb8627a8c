import { describe, expect, it } from 'vitest';
import {
  findingText,
  findingWords,
  listFindingsOf,
  type ListFacts,
} from '../../../../../shared/domain/population/list-findings.ts';
import { populationHealth } from '../../../../../shared/domain/population/population-health.ts';
import { addDays } from '../../../../../shared/lib/plain-date.ts';
import { day } from '../../../../helpers/domain-fixture.ts';
import { nearDuplicateFindings, sequenceFindings, shapeOfDays } from '../../../../helpers/list-shapes.ts';

const period = { start: day('2025-07-01'), end: day('2026-06-30') };
const days = Array.from({ length: 40 }, (_, index) => addDays(period.start, index * 9));

function facts(overrides: Partial<ListFacts> = {}): ListFacts {
  return {
    population: {
      ...{ keyColumns: ['Id'], dateColumn: 'Day', rowsInFile: 40, recordCount: 40 },
      ...{ statedCount: 40, remarks: [] },
    },
    ...{ period, filters: [], ipeTests: [], expected: null, zone: 'UTC', gapReasons: [] },
    health: populationHealth(shapeOfDays(days), period, 'perOccurrence'),
    sequence: sequenceFindings([]),
    nearDuplicates: nearDuplicateFindings([]),
    hours: { hours: Array.from({ length: 24 }, () => 0), untimed: 40, withoutOffset: 0 },
    ...overrides,
  };
}

const found = (code: string, overrides: Partial<ListFacts>) =>
  listFindingsOf(facts(overrides)).filter((finding) => finding.code === code);
const population = (overrides: Partial<ListFacts['population']>) => ({
  population: { ...facts().population, ...overrides },
});

describe('the findings of a list', () => {
  it('are all clear for a list in order', () => {
    const findings = listFindingsOf(facts());
    expect(findings.filter(({ state }) => state !== 'clear')).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual([
      ...['keys', 'period', 'dates', 'nearDuplicates', 'sequence', 'gaps', 'totals', 'reading'],
    ]);
  });

  it('name what a filter of the period left out', () => {
    const filters = [
      { code: 'F1', kind: 'withinPeriod', removedRows: 2 },
      { code: 'F2', kind: 'columnEquals', removedRows: 5 },
    ] as const;
    expect(found('period', { filters })).toEqual([
      { code: 'period', state: 'filtered', words: '2 rows outside 1 Jul 2025 to 30 Jun 2026, F1' },
    ]);
  });

  it('are open without a date column, which dates and gaps then say nothing of', () => {
    const findings = listFindingsOf(facts(population({ dateColumn: null })));
    expect(findings.filter(({ state }) => state === 'open').map(({ code }) => code)).toEqual(['period']);
    expect(findings.some(({ code }) => code === 'gaps' || code === 'dates')).toBe(false);
  });

  it('are open for missing numbers and for keys written alike', () => {
    const keys = ['C-1', 'C-2', 'C-3', 'C-5', 'C-6', 'c-6'];
    expect(found('sequence', { sequence: sequenceFindings(keys) })[0]?.words).toBe(
      '1 number is missing: C-4',
    );
    expect(found('nearDuplicates', { nearDuplicates: nearDuplicateFindings(keys) })[0]).toMatchObject({
      state: 'open',
      words: 'C-6 and c-6: may be one record written twice',
    });
  });

  it('are open for empty parts of the period and rows without a day', () => {
    const health = populationHealth(shapeOfDays([...days.slice(0, 20), null]), period, 'perOccurrence');
    expect(found('gaps', { health })[0]?.words).toBe('No row in 1 Jan 2026 to 30 Jun 2026');
    expect(found('gaps', { health, gapReasons: [null] })[0]?.state).toBe('open');
    expect(found('gaps', { health, gapReasons: ['The office was closed.'] })[0]).toMatchObject({
      state: 'explained',
      words: 'No row in 1 Jan 2026 to 30 Jun 2026. The office was closed.',
    });
    expect(found('dates', { health })[0]).toMatchObject({ state: 'open', words: '1 row without a day' });
  });

  it('ask about times without an offset, and about days among times', () => {
    const hours = { hours: [3, ...Array.from({ length: 23 }, () => 0)], untimed: 37, withoutOffset: 2 };
    expect(found('timeOfDay', { hours })[0]).toMatchObject({
      state: 'open',
      words: '2 times carry no offset; read as UTC; 37 rows without a time of day among 3 with one',
    });
    const sure = { hours: [40, ...Array.from({ length: 23 }, () => 0)], untimed: 0, withoutOffset: 0 };
    expect(found('timeOfDay', { hours: sure })[0]?.state).toBe('clear');
  });

  it('hold the count against how often the control runs', () => {
    expect(found('frequency', { expected: { fewest: 40, most: 41 } })[0]?.state).toBe('clear');
    expect(found('frequency', { expected: { fewest: 12, most: 12 } })[0]).toMatchObject({
      state: 'open',
      words: 'The control runs 12 times in the period; the list has 40 rows',
    });
  });

  it.each([
    [{ statedCount: 40 }, 'clear'],
    [{ statedCount: 40, rowsInFile: 42 }, 'clear'],
    [{ statedCount: 41 }, 'open'],
    [{ statedCount: null }, 'open'],
  ])('hold the control total %j as %s', (overrides, state) => {
    expect(found('totals', population(overrides))[0]?.state).toBe(state);
  });

  it('take a count of a test that found no difference as the control total', () => {
    const ipeTests = [{ result: 'pass', countInSystem: 40, countInFile: 40 }] as const;
    const traced = [{ result: 'pass', countInSystem: 5, countInFile: 5 }] as const;
    expect(found('totals', { ...population({ statedCount: null }), ipeTests: traced })[0]?.state).toBe(
      'open',
    );
    const unstated = { ...population({ statedCount: null }), ipeTests };
    expect(found('totals', unstated)[0]).toMatchObject({
      state: 'clear',
      words: 'The system showed 40; the file has 40',
    });
  });

  it('carry every remark of the reader as a finding of its own', () => {
    expect(found('reading', population({ remarks: ['Hidden rows.', 'Merged cells.'] }))).toEqual([
      { code: 'reading', state: 'open', words: 'Hidden rows.' },
      { code: 'reading', state: 'open', words: 'Merged cells.' },
    ]);
  });

  it('are written down as code and words, and read back', () => {
    const text = findingText({ code: 'gaps', words: 'No row in May' });
    expect([text, findingWords(text)]).toEqual(['gaps No row in May', 'No row in May']);
  });
});
