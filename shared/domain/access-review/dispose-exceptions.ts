/** What a person makes of an exception. A flag of the program is never a deviation by itself. */
import { err } from '../../lib/result.ts';
import type { PlainDate } from '../../lib/plain-date.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import {
  decided,
  decidedWith,
  shortestReason,
  weigh,
  type Decided,
  type DecisionContext,
} from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { set } from '../journal/ops.ts';
import { notFound } from '../journal/row-decisions.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { evaluating, existing, refusalOfPhase } from '../testing/fieldwork-rules.ts';

/** What an exception turned out to be; `null` where nobody said so yet. */
export type Disposition = FieldsOf<'accessException'>['disposition'];

/** A decision on one or many exceptions. */
export interface DisposeInput {
  readonly exceptionIds: readonly string[];
  readonly disposition: Disposition;
  readonly reason: string;
  readonly evidenceIds: readonly string[];
}

/**
 * Decides on exceptions. “Not a deviation” needs the reason and a file that shows it; an observation on the design needs
 * the reason; a deviation and a question to the client speak for themselves.
 */
export function disposeExceptions(context: DecisionContext, input: DisposeInput): Decided {
  const rows = input.exceptionIds.map((id) => find(context.state, 'accessException', id));
  const missing = input.exceptionIds.find((id) => find(context.state, 'accessException', id) === undefined);
  if (missing !== undefined) return err(notFound('accessException', missing));
  const weighed = weigh(context, [
    refusalOfPhase(context, evaluating),
    ...dispositionFindings(context.state, input),
  ]);
  if (!weighed.ok) return weighed;
  const { disposition, reason, evidenceIds } = input;
  const ops = rows.flatMap((row) => {
    if (row === undefined) return [];
    const changes = set(context.state, 'accessException', row.id, {
      disposition,
      reason: reason.trim(),
      evidenceIds,
    });
    if (changes.length === 0) return [];
    const by = { decidedBy: context.actorId, decidedOn: context.today };
    return [...changes, ...set(context.state, 'accessException', row.id, by)];
  });
  return decided(ops.length === 0 ? [] : [...ops, ...weighed.value]);
}

function dispositionFindings(state: EngagementState, input: DisposeInput): readonly (Refusal | null)[] {
  const { disposition, reason, evidenceIds } = input;
  const unknown = evidenceIds.find((id) => find(state, 'evidenceFile', id) === undefined);
  const needsReason = disposition === 'notDeviation' || disposition === 'designObservation';
  const isShort = needsReason && reason.trim().length < shortestReason;
  const lacksFile = disposition === 'notDeviation' && evidenceIds.length === 0;
  return [
    unknown === undefined ? null : notFound('evidenceFile', unknown),
    isShort
      ? rule(
          'invalid-value',
          'The reason says too little.',
          `Write at least ${String(shortestReason)} characters.`,
        )
      : null,
    lacksFile
      ? rule(
          'invalid-value',
          '“Not a deviation” rests on evidence.',
          'Choose the file that shows it, or ask the client for it.',
        )
      : null,
  ];
}

/** An answer of the client on one exception. */
export interface ClientAnswer {
  readonly exceptionId: string;
  readonly answer: string;
  readonly answeredBy: string;
  readonly answeredOn: PlainDate;
}

/** Records answers of the client. An answer decides nothing: the auditor still says what the exception is. */
export function recordAnswers(
  context: DecisionContext,
  input: { readonly reviewId: string; readonly answers: readonly ClientAnswer[] },
): Decided<{ answered: number }> {
  const review = existing(context.state, 'accessReview', input.reviewId);
  if (!review.ok) return review;
  const weighed = weigh(context, [refusalOfPhase(context, evaluating)]);
  if (!weighed.ok) return weighed;
  const foreign = input.answers.find(
    ({ exceptionId }) => find(context.state, 'accessException', exceptionId)?.reviewId !== input.reviewId,
  );
  if (foreign !== undefined) return err(notFound('accessException', foreign.exceptionId));
  const changes = input.answers.map(({ exceptionId, answer, answeredBy, answeredOn }) =>
    set(context.state, 'accessException', exceptionId, { answer, answeredBy, answeredOn }),
  );
  const answered = changes.filter((ops) => ops.length > 0).length;
  return decidedWith(answered === 0 ? [] : [...changes.flat(), ...weighed.value], { answered });
}

/** The exceptions of a rule that the last run still found. */
export function standingExceptions(
  state: EngagementState,
  reviewId: string,
  ruleId: string | null = null,
): readonly Row<'accessException'>[] {
  return where(state, 'accessException', 'reviewId', reviewId).filter(
    (row) => row.standing && (ruleId === null || row.ruleId === ruleId),
  );
}

/** Whether an exception still waits: nobody decided, or the client was asked. */
export const isOpen = ({ disposition }: Pick<Row<'accessException'>, 'disposition'>): boolean =>
  disposition === null || disposition === 'toClient';

/** Exceptions of a rule by what was decided on them. */
export interface DispositionCounts {
  readonly unset: number;
  readonly toClient: number;
  readonly deviation: number;
  readonly notDeviation: number;
  readonly designObservation: number;
}

/** Counts exceptions by what was decided on them. */
export function countDispositions(
  rows: readonly Pick<Row<'accessException'>, 'disposition'>[],
): DispositionCounts {
  const counts = { unset: 0, toClient: 0, deviation: 0, notDeviation: 0, designObservation: 0 };
  for (const { disposition } of rows) counts[disposition ?? 'unset'] += 1;
  return counts;
}
