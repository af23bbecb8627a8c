/**
 * Sample sizes by how often a control operates (reference d.4). No body sets these sizes: they are the product's
 * defaults within the ranges firms publish, a firm may replace the table, and no confidence is ever stated for them.
 */
import { addDays, addMonths, daysBetween, weekday } from '../../lib/plain-date.ts';
import type { Period } from '../../lib/plain-date.ts';

/** How often a control operates. */
export type ControlFrequency =
  | 'annual'
  | 'semiAnnual'
  | 'quarterly'
  | 'monthly'
  | 'twiceMonthly'
  | 'weekly'
  | 'daily'
  | 'manyPerDay'
  | 'perOccurrence'
  | 'automated';

/** The auditor's assessment of the risk that the control does not operate. */
export type ControlRisk = 'low' | 'high';

/**
 * How a size follows from the number of occurrences. `share`: every occurrence up to `allUpTo`, else `percent` of them
 * rounded up but no fewer than `minimum` and no more than `maximum`, and `beyondItems` where there are more than `beyond`.
 */
export type GuidanceRule =
  | { readonly kind: 'items'; readonly items: number }
  | { readonly kind: 'all' }
  | {
      readonly kind: 'share';
      readonly allUpTo: number;
      readonly percent: number;
      readonly minimum: number;
      readonly maximum: number;
      readonly beyond: number;
      readonly beyondItems: number;
    };

/** A rule for every frequency and risk; a firm's own table has the same shape. */
export type GuidanceTable = Readonly<Record<ControlFrequency, Readonly<Record<ControlRisk, GuidanceRule>>>>;

/** How many times a control is expected to operate in a period: at least `fewest`, at most `most`. */
export type ExpectedOccurrences = { readonly fewest: number; readonly most: number };

const items = (low: number, high: number): Readonly<Record<ControlRisk, GuidanceRule>> => ({
  low: { kind: 'items', items: low },
  high: { kind: 'items', items: high },
});
/** The frequencies in the order of the table. */
export const FREQUENCIES: readonly ControlFrequency[] = [
  'annual',
  'semiAnnual',
  'quarterly',
  'monthly',
  'twiceMonthly',
  'weekly',
  'daily',
  'manyPerDay',
  'perOccurrence',
  'automated',
];

const MONTHS_BETWEEN: Partial<Record<ControlFrequency, number>> = {
  annual: 12,
  semiAnnual: 6,
  quarterly: 3,
  monthly: 1,
};

/** Two rules are compared over populations of 1 to this many records, where they differ if they ever do in practice. */
const COUNTS_COMPARED = 1000;

const SHARE = { kind: 'share', allUpTo: 4, percent: 10, minimum: 5, maximum: 25, beyond: 250 } as const;

/** The product's default table (reference d.4, last column). */
export const DEFAULT_GUIDANCE: GuidanceTable = {
  annual: items(1, 1),
  semiAnnual: items(1, 2),
  quarterly: { low: { kind: 'items', items: 2 }, high: { kind: 'all' } },
  monthly: items(2, 4),
  twiceMonthly: items(3, 6),
  weekly: items(5, 10),
  daily: items(20, 30),
  manyPerDay: items(25, 45),
  perOccurrence: { low: { ...SHARE, beyondItems: 25 }, high: { ...SHARE, beyondItems: 45 } },
  automated: items(1, 1),
};

/**
 * The size by guidance for the occurrences in the actual period, never more than there are: a quarterly control in six
 * months has two, so both are tested. `occurrences` is a whole number from 0; none gives 0 items.
 */
export function guidedSize(
  frequency: ControlFrequency,
  risk: ControlRisk,
  occurrences: number,
  table: GuidanceTable = DEFAULT_GUIDANCE,
): number {
  return sizeByRule(table[frequency][risk], occurrences);
}

/** The size by one rule of a table, never more than the occurrences, a whole number from 0. */
export function sizeByRule(rule: GuidanceRule, occurrences: number): number {
  return Math.min(occurrences, itemsByRule(rule, occurrences));
}

/**
 * How many times a control of this frequency operates in the period, to compare with the population received. Undefined
 * where the frequency sets no number. Daily runs from every Monday to Friday, holidays not known, to every day.
 */
export function expectedOccurrences(
  frequency: ControlFrequency,
  period: Period,
): ExpectedOccurrences | undefined {
  const interval = MONTHS_BETWEEN[frequency];
  if (interval !== undefined) return everyMonths(interval, period);
  const days = daysIn(period);
  if (frequency === 'daily') return { fewest: workingDaysIn(period), most: days };
  if (frequency === 'weekly') return { fewest: Math.floor(days / 7), most: Math.ceil(days / 7) };
  if (frequency === 'automated') return { fewest: 1, most: 1 };
  if (frequency !== 'twiceMonthly') return undefined;
  // Twice a month is 24 times a year by the month and 26 by the fortnight.
  const months = everyMonths(1, period);
  return { fewest: months.fewest * 2, most: Math.max(months.most * 2, Math.floor(days / 14)) };
}

/**
 * What is wrong with a firm's own table: a size that is no whole number from 1, less at high risk than at low, or a share
 * whose bounds are out of order.
 */
export type GuidanceFault = {
  readonly frequency: ControlFrequency;
  readonly code: 'size-below-one' | 'high-risk-below-low' | 'share-out-of-order';
};

/** The faults of a firm's own table, in the order of its rows; an empty list means it can be used. */
export function checkGuidance(table: GuidanceTable): readonly GuidanceFault[] {
  return FREQUENCIES.flatMap((frequency) => {
    const { low, high } = table[frequency];
    const code = faultOf(low) ?? faultOf(high) ?? faultBetween(low, high);
    return code === undefined ? [] : [{ frequency, code }];
  });
}

function itemsByRule(rule: GuidanceRule, occurrences: number): number {
  switch (rule.kind) {
    case 'all':
      return occurrences;
    case 'items':
      return rule.items;
    case 'share': {
      if (occurrences <= rule.allUpTo) return occurrences;
      if (occurrences > rule.beyond) return rule.beyondItems;
      const share = Math.ceil((occurrences * rule.percent) / 100);
      return Math.min(Math.max(share, rule.minimum), rule.maximum);
    }
  }
}

function faultOf(rule: GuidanceRule): GuidanceFault['code'] | undefined {
  if (rule.kind === 'all') return undefined;
  const sizes =
    rule.kind === 'items' ? [rule.items] : [rule.percent, rule.minimum, rule.maximum, rule.beyondItems];
  if (sizes.some((size) => !Number.isSafeInteger(size) || size < 1)) return 'size-below-one';
  const isInOrder = rule.kind === 'items' || (rule.minimum <= rule.maximum && rule.allUpTo <= rule.beyond);
  return isInOrder ? undefined : 'share-out-of-order';
}

function faultBetween(low: GuidanceRule, high: GuidanceRule): GuidanceFault['code'] | undefined {
  const counts = Array.from({ length: COUNTS_COMPARED }, (_, index) => index + 1);
  const isBelow = counts.some((count) => itemsByRule(high, count) < Math.min(count, itemsByRule(low, count)));
  return isBelow ? 'high-risk-below-low' : undefined;
}

function everyMonths(interval: number, period: Period): ExpectedOccurrences {
  let months = 0;
  while (addDays(addMonths(period.start, months + 1), -1) <= period.end) months += 1;
  const isExact = addDays(addMonths(period.start, months), -1) === period.end;
  return { fewest: Math.floor(months / interval), most: Math.ceil((months + (isExact ? 0 : 1)) / interval) };
}

function daysIn(period: Period): number {
  return Math.max(daysBetween(period.start, period.end) + 1, 0);
}

function workingDaysIn(period: Period): number {
  const days = daysIn(period);
  const fullWeeks = Math.floor(days / 7);
  const firstWeekday = weekday(period.start);
  const rest = Array.from({ length: days % 7 }, (_, index) => ((firstWeekday - 1 + index) % 7) + 1);
  return fullWeeks * 5 + rest.filter((day) => day <= 5).length;
}
