import { describe, expect, it } from 'vitest';
import {
  completedFilter,
  describeFilter,
  filterFinding,
  keepsOf,
  leftOutBy,
} from '../../../../../shared/domain/population/population-filter.ts';
import { day } from '../../../../helpers/domain-fixture.ts';

const columns = ['Key', 'Status', 'Day'];
const row = (key: string, status: string, occurredOn: string | null) => ({
  key,
  occurredOn,
  cells: [key, status, occurredOn ?? ''],
});
const period = { kind: 'withinPeriod', column: 'Day', values: ['2025-07-01', '2026-06-30'] } as const;

describe('what a filter keeps', () => {
  it('keeps records whose day lies in the period, its ends included, and those whose day nobody knows', () => {
    const keeps = keepsOf(period, columns);
    const days = ['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01', null];
    expect(days.map((day) => keeps(row('A', 'open', day)))).toEqual([false, true, true, false, true]);
  });

  it('keeps records by the text of a column, exactly as it stands', () => {
    const equals = keepsOf({ kind: 'columnEquals', column: 'Status', values: ['closed'] }, columns);
    const differs = keepsOf({ kind: 'columnNotEquals', column: 'Status', values: ['test'] }, columns);
    const rows = [row('A', 'closed', null), row('B', 'Closed', null), row('C', 'test', null)];
    expect(rows.map(equals)).toEqual([true, false, false]);
    expect(rows.map(differs)).toEqual([true, true, false]);
  });

  it('leaves named keys out', () => {
    const keeps = keepsOf({ kind: 'excludeKeys', column: null, values: ['B'] }, columns);
    expect([row('A', '', null), row('B', '', null)].map(keeps)).toEqual([true, false]);
  });

  it('names the first filter that leaves a record out', () => {
    const filters = [
      keepsOf(period, columns),
      keepsOf({ kind: 'excludeKeys', column: null, values: ['B'] }, columns),
    ];
    expect(leftOutBy(filters, row('B', '', '2025-08-01'))).toBe(1);
    expect(leftOutBy(filters, row('B', '', '2024-08-01'))).toBe(0);
    expect(leftOutBy(filters, row('A', '', '2025-08-01'))).toBe(-1);
  });
});

describe('what is wrong with a filter', () => {
  const reason = 'The list was cut a day too late.';

  it('needs a reason, values and a column of the list', () => {
    expect(filterFinding({ ...period, reason: 'no' }, columns, 'Day')?.message).toBe(
      'A filter needs a reason.',
    );
    expect(filterFinding({ ...period, values: [], reason }, columns, 'Day')?.message).toBe(
      'The filter names no value.',
    );
    expect(filterFinding({ ...period, column: 'Date', reason }, columns, 'Day')?.message).toBe(
      'The list has no column Date.',
    );
    expect(filterFinding({ ...period, reason }, columns, null)?.message).toBe('The list has no date column.');
    expect(filterFinding({ ...period, reason }, columns, 'Day')).toBeNull();
    for (const values of [
      ['foo'],
      ['2026-06-30', '2025-07-01'],
      ['2025-07-01', '2026-06-31'],
      [...period.values, ''],
    ])
      expect(filterFinding({ ...period, values, reason }, columns, 'Day')?.message).toContain(
        'which are not a first and a last day',
      );
    expect(
      filterFinding({ kind: 'excludeKeys', column: null, values: ['B'], reason }, columns, null),
    ).toBeNull();
  });
});

describe('a filter by the period of the engagement', () => {
  const span = { start: day('2025-07-01'), end: day('2026-06-30') };
  const reason = 'The list was cut a day too late.';

  it('takes the period and the date column where none are given', () => {
    const open = { kind: 'withinPeriod', column: null, values: [], reason } as const;
    expect(completedFilter(open, span, 'Day')).toEqual({ ...period, reason });
    const own = { ...open, column: 'Other', values: ['2025-01-01', '2025-12-31'] };
    expect(completedFilter(own, span, 'Day')).toEqual(own);
    expect(completedFilter(open, null, 'Day').values).toEqual([]);
    const other = { kind: 'columnEquals', column: 'Status', values: [], reason } as const;
    expect(completedFilter(other, span, 'Day')).toEqual(other);
  });
});

describe('a filter in words', () => {
  it('says what is kept', () => {
    expect(describeFilter(period)).toBe('Day within 1 Jul 2025 to 30 Jun 2026');
    expect(describeFilter({ kind: 'columnNotEquals', column: 'Status', values: ['test'] })).toBe(
      'Status is not test',
    );
    expect(describeFilter({ kind: 'columnEquals', column: 'Status', values: ['closed'] })).toBe(
      'Status is closed',
    );
    expect(describeFilter({ kind: 'excludeKeys', column: null, values: ['1', '2', '3', '4'] })).toBe(
      'without 4 values',
    );
  });
});
