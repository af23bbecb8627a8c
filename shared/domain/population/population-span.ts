/** The days that a list covers: the whole period, or a part of it where the client's records are drawn in turns (d.5). */
import { addDays, formatPeriod, type Period, type PlainDate } from '../../lib/plain-date.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import type { Row } from '../journal/entities.ts';
import type { EngagementState } from '../journal/state.ts';
import { periodOf } from '../testing/fieldwork-rules.ts';

/** First and last day that a list is said to cover; `null` stands for that of the period. */
export interface CoveredDays {
  readonly coversFrom: PlainDate | null;
  readonly coversTo: PlainDate | null;
}

/** The days of the period that a list covers; `null` where the engagement has no period (Type I). */
export function spanOf(state: EngagementState, covered: CoveredDays): Period | null {
  const period = periodOf(state);
  if (period === null) return null;
  return { start: covered.coversFrom ?? period.start, end: covered.coversTo ?? period.end };
}

/** Whether a list covers only a part of the period. */
export const isPart = ({ coversFrom, coversTo }: CoveredDays): boolean =>
  coversFrom !== null || coversTo !== null;

/** Why a list cannot cover these days, or `null`: they lie in order and within the period. */
export function spanFinding(state: EngagementState, covered: CoveredDays): Refusal | null {
  const period = periodOf(state);
  const span = spanOf(state, covered);
  if (!isPart(covered)) return null;
  if (period === null || span === null)
    return rule(
      'invalid-value',
      'A Type I engagement has no period of which a list could cover a part.',
      'Leave the days that the list covers empty.',
    );
  const isWithin = span.start >= period.start && span.end <= period.end && span.start <= span.end;
  return isWithin
    ? null
    : rule(
        'invalid-value',
        `A list covers days of the period, ${formatPeriod(period)}, its first no later than its last.`,
        'Correct the days that the list covers.',
      );
}

/** The first part of the period that none of the lists covers, or `null`. */
export function uncoveredDays(
  state: EngagementState,
  populations: readonly Row<'population'>[],
): Period | null {
  const period = periodOf(state);
  if (period === null) return null;
  const spans = populations
    .flatMap((population) => spanOf(state, population) ?? [])
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  let next = period.start;
  for (const span of spans) {
    if (span.start > next) return { start: next, end: addDays(span.start, -1) };
    if (span.end >= next) next = addDays(span.end, 1);
  }
  return next > period.end ? null : { start: next, end: period.end };
}
