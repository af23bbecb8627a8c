/** The end of a deviation: agreed with the client, reviewed by someone else, closed. Gate V1, states of b.2. */
import type { PlainDate } from '../../lib/plain-date.ts';
import { err } from '../../lib/result.ts';
import { refusalToActAs, refusalToWork } from '../engagement/team.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { decided, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { Row } from '../journal/entities.ts';
import { set } from '../journal/ops.ts';
import { notFound, staleness, type RowRef } from '../journal/row-decisions.ts';
import { all, find, type EngagementState } from '../journal/state.ts';

/** What the client's owner of the facts said. */
export interface Agreement {
  /** The title of the person at the client who agreed the facts. */
  readonly agreedBy: string;
  readonly agreedOn: PlainDate;
  /** Management's response for Section V; it never changes the result. */
  readonly managementResponse: string;
}

/** Records that the client agreed the facts of a deviation, with management's response. */
export function agreeDeviation(context: DecisionContext, ref: RowRef, agreement: Agreement): Decided {
  const refusal =
    refusalToWork(context) ?? staleness(context, 'deviation', ref) ?? refusalOfAgreement(context, agreement);
  if (refusal !== null) return err(refusal);
  if (find(context.state, 'deviation', ref.id)?.status === 'closed') return err(closedAlready(ref.id));
  return decided(
    set(context.state, 'deviation', ref.id, { ...agreement, agreedBy: agreement.agreedBy.trim() }),
  );
}

function refusalOfAgreement({ today }: DecisionContext, agreement: Agreement): Refusal | null {
  if (agreement.agreedBy.trim() === '')
    return rule('invalid-value', 'Nobody is named who agreed the facts.', 'Give the title of the person.');
  if (agreement.agreedOn <= today) return null;
  return rule(
    'invalid-value',
    'The agreement is dated in the future.',
    'Give the day on which it was given.',
  );
}

/**
 * Closes a deviation (gate V1). `evaluators` are the persons who wrote its evaluation; the one who closes is another, a
 * senior or above, and becomes its reviewer.
 */
export function closeDeviation(
  context: DecisionContext,
  ref: RowRef,
  evaluators: ReadonlySet<string>,
): Decided {
  const deviation = find(context.state, 'deviation', ref.id);
  if (deviation === undefined) return err(notFound('deviation', ref.id));
  const refusal = refusalToActAs(context, 'senior') ?? staleness(context, 'deviation', ref);
  if (refusal !== null) return err(refusal);
  if (deviation.status === 'closed') return err(closedAlready(ref.id));
  const missing = missingToClose(deviation, evaluators.has(context.actorId));
  if (missing.length > 0) return err(gate('V1', { missing }, { entity: 'deviation', id: ref.id }));
  return decided(set(context.state, 'deviation', ref.id, { status: 'closed', reviewedBy: context.actorId }));
}

/** What a deviation still lacks before it can be closed (gate V1). */
export function missingToClose(deviation: Row<'deviation'>, isEvaluator = false): readonly string[] {
  const isBlank = (text: string): boolean => text.trim() === '';
  const needs: readonly (readonly [string, boolean])[] = [
    ['nature', isBlank(deviation.nature)],
    ['cause', isBlank(deviation.cause)],
    ['extent', isBlank(deviation.extent)],
    ['effect', isBlank(deviation.effect)],
    ['compensating controls', hasNoWordOnCompensation(deviation)],
    ['proof that it is isolated', deviation.isolated === 'yes' && isBlank(deviation.isolationProof)],
    ['evaluation', deviation.status !== 'evaluated' && deviation.status !== 'closed'],
    ['agreement of the client', isBlank(deviation.agreedBy) || deviation.agreedOn === null],
    ['review by a person who did not evaluate it', isEvaluator],
  ];
  return needs.flatMap(([name, isMissing]) => (isMissing ? [name] : []));
}

/** Compensating controls are named, or the evaluation says that there is none. */
const hasNoWordOnCompensation = (deviation: Row<'deviation'>): boolean =>
  deviation.compensatingControlIds.length === 0 && deviation.evaluation.trim() === '';

function closedAlready(id: string): Refusal {
  return rule(
    'wrong-state',
    'The deviation is closed.',
    'Nothing is left to do.',
    {},
    { entity: 'deviation', id },
  );
}

/** The deviations that stand: those whose result was changed back no longer do. */
export const allStandingDeviations = (state: EngagementState): readonly Row<'deviation'>[] =>
  all(state, 'deviation').filter((deviation) => deviation.withdrawnReason === null);

/** The standing deviations that are not closed (gate L3). */
export const unclosedDeviations = (state: EngagementState): readonly Row<'deviation'>[] =>
  allStandingDeviations(state).filter((deviation) => deviation.status !== 'closed');
