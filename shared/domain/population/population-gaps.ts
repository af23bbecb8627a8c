/** Parts of the period in which the list has no record (gate N3). */
import {
  daysBetween,
  formatDate,
  monthsOf,
  quartersOf,
  type Period,
  type PlainDate,
} from '../../lib/plain-date.ts';
import { gate, type Refusal } from '../gates/refusal.ts';
import type { FieldsOf } from '../journal/entities.ts';
import { where, type EngagementState } from '../journal/state.ts';

type Frequency = FieldsOf<'control'>['frequency'];

/**
 * The parts of the period in each of which a control of this frequency must have left a record: quarters for a quarterly
 * control, the period itself for one that runs once or twice a year, months for every other.
 */
export function expectedParts(period: Period, frequency: Frequency): readonly Period[] {
  if (frequency === 'annual' || frequency === 'semiannual') return [period];
  return frequency === 'quarterly' ? quartersOf(period) : monthsOf(period);
}

/** Runs of parts without any record, each as one span from the first day to the last. Dates come with their counts. */
export function gapsIn(
  parts: readonly Period[],
  recordsByDate: ReadonlyMap<PlainDate, number>,
): readonly Period[] {
  const dates = [...recordsByDate.keys()].sort();
  const gaps: Period[] = [];
  let wasEmpty = false;
  for (const part of parts) {
    const isEmpty = !dates.some((date) => part.start <= date && date <= part.end);
    const open = gaps.at(-1);
    if (isEmpty && wasEmpty && open !== undefined)
      gaps[gaps.length - 1] = { start: open.start, end: part.end };
    else if (isEmpty) gaps.push(part);
    wasEmpty = isEmpty;
  }
  return gaps;
}

/** Gate N3 for each gap: the person explains it. */
export function gapFindings(gaps: readonly Period[], populationId: string): readonly Refusal[] {
  return gaps.map(({ start, end }) =>
    gate('N3', { a: formatDate(start), b: formatDate(end) }, { entity: 'population', id: populationId }),
  );
}

/** The reason on record for each gap (gate N3), in their order; `null` where nobody typed one. */
export function gapReasonsOf(
  state: EngagementState,
  populationId: string,
  gaps: readonly Period[],
): readonly (string | null)[] {
  const given = where(state, 'gateReason', 'target', `population/${populationId}`);
  return gapFindings(gaps, populationId).map(
    ({ message }) => given.findLast((row) => row.gate === 'N3' && row.fact === message)?.reason ?? null,
  );
}

/** The longest run of days without a record between the first and the last, both of which have one; `null` for fewer than two days. */
export function longestPause(recordsByDate: ReadonlyMap<PlainDate, number>): Period | null {
  const dates = [...recordsByDate.keys()].sort();
  let longest: Period | null = null;
  let most = 1;
  for (const [index, date] of dates.entries()) {
    const before = dates[index - 1];
    const days = before === undefined ? 0 : daysBetween(before, date);
    if (before !== undefined && days > most) {
      longest = { start: before, end: date };
      most = days;
    }
  }
  return longest;
}
