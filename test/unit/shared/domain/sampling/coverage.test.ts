import { describe, expect, it } from 'vitest';
import { coverageGaps, coverageOf, sharedWeekday } from '../../../../../shared/domain/sampling/coverage.ts';
import type { PlainDate } from '../../../../../shared/lib/plain-date.ts';
import { day, period } from './sampling-dates.ts';

const YEAR = period('2025-07-01', '2026-06-30');
const monthly = Array.from({ length: 12 }, (_, index) => {
  const month = ((index + 6) % 12) + 1;
  return day(`${month > 6 ? '2025' : '2026'}-${String(month).padStart(2, '0')}-15`);
});

const onePerDay = (days: readonly PlainDate[]) => days.map((date) => [date, 1] as const);

describe('coverageOf', () => {
  it('counts items and records by quarter of the period and by month', () => {
    const items = ['2025-07-01', '2025-09-30', '2025-10-01', '2026-06-30'].map(day);
    const { quarters, months, outside } = coverageOf(YEAR, items, onePerDay(monthly));
    expect(quarters.map(({ label, items: count, records }) => [label, count, records])).toEqual([
      ['1 Jul 2025 to 30 Sep 2025', 2, 3],
      ['1 Oct 2025 to 31 Dec 2025', 1, 3],
      ['1 Jan 2026 to 31 Mar 2026', 0, 3],
      ['1 Apr 2026 to 30 Jun 2026', 1, 3],
    ]);
    expect(months.filter((month) => month.items > 0).map((month) => month.label)).toEqual([
      'Jul 2025',
      'Sep 2025',
      'Oct 2025',
      'Jun 2026',
    ]);
    expect(outside).toBe(0);
  });

  it('counts items outside the period apart', () => {
    expect(coverageOf(YEAR, [day('2025-06-30'), day('2026-07-01'), day('2026-01-01')], []).outside).toBe(2);
  });
});

describe('coverageGaps', () => {
  it('names the quarters in which the control operated but no item falls (gate S5)', () => {
    const gaps = coverageGaps(
      coverageOf(YEAR, ['2025-07-15', '2025-10-15', '2026-04-15'].map(day), onePerDay(monthly)),
    );
    expect(gaps.quarters.map((quarter) => quarter.label)).toEqual(['1 Jan 2026 to 31 Mar 2026']);
    expect(gaps.months).toHaveLength(9);
    expect([gaps.couldCoverQuarters, gaps.couldCoverMonths]).toEqual([false, false]);
  });

  it('does not miss items where the control did not operate', () => {
    const firstHalf = monthly.slice(0, 6);
    const gaps = coverageGaps(coverageOf(YEAR, firstHalf, onePerDay(firstHalf)));
    expect(gaps).toEqual({ quarters: [], months: [], couldCoverQuarters: true, couldCoverMonths: true });
  });
});

describe('sharedWeekday', () => {
  const mondays = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-02-02', '2026-03-02'].map(day);

  it('finds five items that all fall on one weekday', () => {
    expect(sharedWeekday(mondays)).toBe(1);
  });

  it('says nothing of fewer items or of different weekdays', () => {
    expect([
      sharedWeekday(mondays.slice(1)),
      sharedWeekday([...mondays, day('2026-03-03')]),
      sharedWeekday([]),
    ]).toEqual([undefined, undefined, undefined]);
  });
});
