/** What a list looks like over the period, for the eye of the auditor before a draw. */
import {
  formatMonth,
  monthsOf,
  quartersOf,
  weekday,
  type Period,
  type PlainDate,
} from '../../lib/plain-date.ts';
import type { FieldsOf } from '../journal/entities.ts';
import { recordsByDate, type ListShape } from './list-shape.ts';
import { expectedParts, gapsIn, longestPause } from './population-gaps.ts';

/** Records in a part of the period. */
export interface PartCount {
  readonly start: PlainDate;
  readonly end: PlainDate;
  readonly label: string;
  readonly records: number;
}

/** The shape of a population. */
export interface PopulationHealth {
  readonly records: number;
  readonly undated: number;
  readonly months: readonly PartCount[];
  readonly quarters: readonly PartCount[];
  /** Records by day of the week, Monday first. */
  readonly weekdays: readonly number[];
  readonly firstDate: PlainDate | null;
  readonly lastDate: PlainDate | null;
  /** Parts of the period without a record, in the measure of the control's frequency (gate N3). */
  readonly gaps: readonly Period[];
  /** The two days between which nothing was recorded for longest. */
  readonly longestPause: Period | null;
}

/** The records of a population over the engagement's period; without a period, over the dates themselves. */
export function populationHealth(
  { days, undated }: Pick<ListShape, 'days' | 'undated'>,
  period: Period | null,
  frequency: FieldsOf<'control'>['frequency'],
): PopulationHealth {
  const byDate = recordsByDate({ days });
  const records = undated + [...byDate.values()].reduce((sum, count) => sum + count, 0);
  const own = spanOf(byDate);
  const span = period ?? own;
  const months = span === null ? [] : monthsOf(span);
  const quarters = span === null ? [] : quartersOf(span);
  const isOpen = period === null || own === null;
  return {
    ...{ records, undated, firstDate: own?.start ?? null, lastDate: own?.end ?? null },
    months: months.map((part) => counted(part, formatMonth(part.start), byDate)),
    quarters: quarters.map((part, index) => counted(part, `Quarter ${String(index + 1)}`, byDate)),
    weekdays: weekdaysOf(byDate),
    gaps: isOpen ? [] : gapsIn(expectedParts(period, frequency), byDate),
    longestPause: longestPause(byDate),
  };
}

/** From the first to the last day on which there is a record. */
function spanOf(byDate: ReadonlyMap<PlainDate, number>): Period | null {
  const sorted = [...byDate.keys()].sort();
  const [start, end] = [sorted[0], sorted.at(-1)];
  return start === undefined || end === undefined ? null : { start, end };
}

function counted(part: Period, label: string, byDate: ReadonlyMap<PlainDate, number>): PartCount {
  let records = 0;
  for (const [date, count] of byDate) if (part.start <= date && date <= part.end) records += count;
  return { start: part.start, end: part.end, label, records };
}

function weekdaysOf(byDate: ReadonlyMap<PlainDate, number>): readonly number[] {
  const days = [0, 0, 0, 0, 0, 0, 0];
  for (const [date, count] of byDate) {
    const index = weekday(date) - 1;
    days[index] = (days[index] ?? 0) + count;
  }
  return days;
}
