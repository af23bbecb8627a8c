/** Deviations from their discovery to a finished evaluation (b.2). Closing them is part of the review (gate V1). */
import type { PlainDate } from '../../lib/plain-date.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { decided, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { set } from '../journal/ops.ts';
import { notFound } from '../journal/row-decisions.ts';
import { all, find, where, type EngagementState } from '../journal/state.ts';
import {
  editOps,
  evaluating,
  existing,
  moveFinding,
  refusalOfPhase,
  staleFinding,
} from './fieldwork-rules.ts';

/** A state of a deviation. */
export type DeviationStatus = FieldsOf<'deviation'>['status'];

/** `identified → underEvaluation → evaluated → closed`. */
export const deviationMoves: Readonly<Record<DeviationStatus, readonly DeviationStatus[]>> = {
  identified: ['underEvaluation'],
  underEvaluation: ['evaluated'],
  evaluated: ['closed'],
  closed: [],
};

/** Refuses a move that a deviation does not have. */
export function deviationMoveFinding(from: DeviationStatus, to: DeviationStatus): Refusal | null {
  return moveFinding(deviationMoves, from, to, 'The deviation');
}

/** The deviations of a test that were not taken back, also those of items whose plan was superseded: none is ever dropped. */
export function standingDeviations(state: EngagementState, testId: string): readonly Row<'deviation'>[] {
  return where(state, 'deviation', 'testId', testId).filter(
    (deviation) => deviation.withdrawnReason === null,
  );
}

/** The deviation recorded for a cell, if it stands. */
export function standingDeviation(
  state: EngagementState,
  itemId: string,
  attributeId: string,
): Row<'deviation'> | undefined {
  return where(state, 'deviation', 'itemId', itemId).find(
    (deviation) => deviation.attributeId === attributeId && deviation.withdrawnReason === null,
  );
}

/** The code after those in use, `ahead` more: `DV-01`, `DV-02` … */
export function nextDeviationCode(state: EngagementState, ahead = 0): string {
  const numbers = all(state, 'deviation').map(({ code }) => Number(/^DV-(\d+)$/.exec(code)?.[1] ?? 0));
  return `DV-${String(Math.max(0, ...numbers) + 1 + ahead).padStart(2, '0')}`;
}

/** What is answered about a deviation. */
export interface DeviationAnswers {
  readonly nature: string;
  readonly occurredOn: PlainDate | null;
  readonly cause: string;
  readonly extent: string;
  readonly isolated: FieldsOf<'deviation'>['isolated'];
  /** Why the cause is known to be limited; only a proof makes a deviation isolated (d.5). */
  readonly isolationProof: string;
  readonly compensatingControlIds: readonly string[];
  readonly effect: string;
  readonly evaluation: string;
  readonly deficiency: FieldsOf<'deviation'>['deficiency'];
  readonly managementResponse: string;
}

/** Saves answers about a deviation, complete or not. The first answers take it under evaluation; a finished one stays complete. */
export function evaluateDeviation(
  context: DecisionContext,
  input: {
    readonly deviationId: string;
    readonly revision?: number | undefined;
    readonly answers: DeviationAnswers;
  },
): Decided {
  const found = existing(context.state, 'deviation', input.deviationId);
  if (!found.ok) return found;
  const deviation = found.value;
  const open = deviation.status === 'evaluated' ? missingAnswers(input.answers) : [];
  const paperId = paperOf(context.state, deviation);
  const weighed = weigh(context, [
    refusalOfPhase(context, evaluating),
    staleFinding(context, 'deviation', deviation, input.revision),
    standingFinding(deviation),
    controlsFinding(context.state, input.answers.compensatingControlIds),
    open.length === 0 ? null : incomplete(deviation, open),
  ]);
  if (!weighed.ok) return weighed;
  const status = deviation.status === 'identified' ? 'underEvaluation' : deviation.status;
  const ops = set(context.state, 'deviation', deviation.id, { ...input.answers, status });
  return decided(ops.length === 0 ? [] : [...ops, ...editOps(context.state, paperId), ...weighed.value]);
}

/** Finishes the evaluation: nature, cause, extent, effect and evaluation are answered, an isolated deviation is proved so. */
export function finishEvaluation(
  context: DecisionContext,
  input: { readonly deviationId: string; readonly revision?: number | undefined },
): Decided {
  const found = existing(context.state, 'deviation', input.deviationId);
  if (!found.ok) return found;
  const deviation = found.value;
  const open = missingAnswers(deviation);
  const paperId = paperOf(context.state, deviation);
  const weighed = weigh(context, [
    refusalOfPhase(context, evaluating),
    staleFinding(context, 'deviation', deviation, input.revision),
    standingFinding(deviation),
    deviationMoveFinding(deviation.status, 'evaluated'),
    open.length === 0 ? null : incomplete(deviation, open),
  ]);
  if (!weighed.ok) return weighed;
  return decided([
    ...set(context.state, 'deviation', deviation.id, { status: 'evaluated' }),
    ...editOps(context.state, paperId),
    ...weighed.value,
  ]);
}

/** What an evaluation still lacks, in the words of the form. */
export function missingAnswers(
  answers: Pick<
    DeviationAnswers,
    'nature' | 'cause' | 'extent' | 'effect' | 'evaluation' | 'isolated' | 'isolationProof'
  >,
): readonly string[] {
  const { nature, cause, extent, effect, evaluation } = answers;
  const open = Object.entries({ nature, cause, extent, effect, evaluation })
    .filter(([, text]) => text.trim() === '')
    .map(([name]) => name);
  const isUnproved = answers.isolated === 'yes' && answers.isolationProof.trim() === '';
  return isUnproved ? [...open, 'proof that it is isolated'] : open;
}

function paperOf(state: EngagementState, deviation: Row<'deviation'>): string | null {
  return find(state, 'test', deviation.testId)?.workpaperId ?? null;
}

/** Refuses controls that are not on record, as compensating controls. */
export function controlsFinding(state: EngagementState, controlIds: readonly string[]): Refusal | null {
  const missing = controlIds.find((id) => find(state, 'control', id) === undefined);
  return missing === undefined ? null : notFound('control', missing);
}

function incomplete(deviation: Row<'deviation'>, missing: readonly string[]): Refusal {
  return gate('V1', { missing }, { entity: 'deviation', id: deviation.id });
}

function standingFinding(deviation: Row<'deviation'>): Refusal | null {
  if (deviation.withdrawnReason !== null)
    return rule(
      'wrong-state',
      `${deviation.code} was taken back.`,
      'Record the result again if it deviates.',
    );
  if (deviation.status !== 'closed') return null;
  return rule('wrong-state', `${deviation.code} is closed.`, 'A closed deviation is not changed.');
}
