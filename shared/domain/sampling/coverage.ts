/** How the items of a sample are spread over the period of the engagement (reference d.5, gate S5). */
import { formatMonth, formatPeriod, isWithin, monthsOf, quartersOf, weekday } from '../../lib/plain-date.ts';
import type { Period, PlainDate } from '../../lib/plain-date.ts';

/** A quarter or month of the period with the number of items and of population records whose date lies in it. */
export type CoveredBlock = {
  readonly period: Period;
  readonly label: string;
  readonly items: number;
  readonly records: number;
};

/** The spread of a sample: its items by quarter and by month, and those dated outside the period. */
export type Coverage = {
  readonly quarters: readonly CoveredBlock[];
  readonly months: readonly CoveredBlock[];
  readonly outside: number;
};

/** Where a sample leaves the period uncovered, and whether a sample of its size could have covered it. */
export type CoverageGaps = {
  readonly quarters: readonly CoveredBlock[];
  readonly months: readonly CoveredBlock[];
  readonly couldCoverQuarters: boolean;
  readonly couldCoverMonths: boolean;
};

const FEWEST_FOR_PATTERN = 5;

/** How many records a day has; a day may come more than once. */
export type DayCounts = readonly (readonly [PlainDate, number])[];

/** Counts items and records by quarter and month; quarters run from the first day of the period. */
export function coverageOf(period: Period, itemDates: readonly PlainDate[], recordDays: DayCounts): Coverage {
  const items = itemDates.map((date) => [date, 1] as const);
  const count = (block: Period, label: string): CoveredBlock => ({
    period: block,
    label,
    items: countWithin(items, block),
    records: countWithin(recordDays, block),
  });
  return {
    quarters: quartersOf(period).map((quarter) => count(quarter, formatPeriod(quarter))),
    months: monthsOf(period).map((month) => count(month, formatMonth(month.start))),
    outside: itemDates.length - countWithin(items, period),
  };
}

/**
 * The quarters and months in which the control operated but no item falls (gate S5: one warning for each quarter). A
 * block without records cannot hold an item and is no gap.
 */
export function coverageGaps({ quarters, months, outside }: Coverage): CoverageGaps {
  const items = quarters.reduce((sum, quarter) => sum + quarter.items, outside);
  return {
    quarters: quarters.filter(isGap),
    months: months.filter(isGap),
    couldCoverQuarters: items >= quarters.filter(hasRecords).length,
    couldCoverMonths: items >= months.filter(hasRecords).length,
  };
}

/**
 * The day of the week (1 Monday to 7 Sunday) on which every item falls, or undefined. From five items on this is hardly
 * chance, and in a systematic draw the sign of an interval that runs in step with the week.
 */
export function sharedWeekday(itemDates: readonly PlainDate[]): number | undefined {
  const days = new Set(itemDates.map(weekday));
  const [only] = days;
  return itemDates.length >= FEWEST_FOR_PATTERN && days.size === 1 ? only : undefined;
}

function countWithin(days: DayCounts, period: Period): number {
  return days.reduce((sum, [date, count]) => (isWithin(date, period) ? sum + count : sum), 0);
}

function isGap(block: CoveredBlock): boolean {
  return hasRecords(block) && block.items === 0;
}

function hasRecords({ records }: CoveredBlock): boolean {
  return records > 0;
}
