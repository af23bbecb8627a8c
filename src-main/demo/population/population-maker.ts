import type { AttributeOutcome } from '../sample-inputs.ts';
import { dateText, dateTimeText, toMinutes } from '../calendar.ts';
import type { PseudoRandom } from '../pseudo-random.ts';

/** An occurrence of the control before its other facts are filled in. */
export interface Occurrence {
  readonly key: string;
  /** Date, or date with time, on which it falls. */
  readonly at: string;
}

/** A deviation that the row shall show; `drawn` tells an item of the sample from one that the sample does not contain. */
export interface PlantedDeviation {
  readonly attribute: string;
  readonly daysLate: number;
  readonly drawn: boolean;
}

export type Cells = Readonly<Record<string, string>>;

/**
 * Makes one large population: when the occurrences fall, what a row holds, and what an auditor reads from a row.
 *
 * `judge` looks at the columns alone, so that the attribute results of the sample always agree with the file.
 */
export interface PopulationMaker {
  readonly occurrences: (random: PseudoRandom) => readonly Occurrence[];
  readonly row: (random: PseudoRandom, occurrence: Occurrence, deviation: PlantedDeviation | null) => Cells;
  readonly judge: (cells: Cells) => Readonly<Record<string, AttributeOutcome>>;
}

/** Result of an attribute that applies to the item. */
export const met = (holds: boolean): AttributeOutcome => (holds ? 'pass' : 'deviation');

/** Result of an attribute that applies only under a condition. */
export const metWhere = (applies: boolean, holds: boolean): AttributeOutcome =>
  applies ? met(holds) : 'notApplicable';

/** The text of a cell; a column that the maker does not fill is a defect of the sample data. */
export function cell(cells: Cells, column: string): string {
  const value = cells[column];
  if (value === undefined) throw new Error(`sample data: no column ${column}`);
  return value;
}

export interface Spread {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** `day` gives dates, `office` times between 08:00 and 18:00, `any` times of the whole day. */
  readonly hours: 'day' | 'office' | 'any';
}

/** Dates spread over a time, in ascending order. */
export function spread(random: PseudoRandom, plan: Spread): readonly string[] {
  const first = toMinutes(plan.from);
  const days = Math.round((toMinutes(plan.to) - first) / 1440);
  const minutes = Array.from({ length: plan.count }, () => {
    const day = first + random.integer(0, days) * 1440;
    if (plan.hours === 'day') return day;
    return day + (plan.hours === 'office' ? random.integer(480, 1079) : random.integer(0, 1439));
  });
  minutes.sort((left, right) => left - right);
  return minutes.map(plan.hours === 'day' ? dateText : dateTimeText);
}

/** A number with leading zeros. */
export const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** The later minus the earlier, in minutes. */
export const minutesBetween = (from: string, to: string): number => toMinutes(to) - toMinutes(from);
