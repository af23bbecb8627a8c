/**
 * What every decision of the fieldwork asks first: who acts, in which phase, on which row. Gates A2 and D4.
 */
import { err, ok, type Result } from '../../lib/result.ts';
import type { Period } from '../../lib/plain-date.ts';
import { engagementOf, refusalToWork } from '../engagement/team.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { statesInWords, stateWords } from '../gates/state-words.ts';
import type { DecisionContext } from '../journal/decision.ts';
import type { EntityName, FieldsOf, Row } from '../journal/entities.ts';
import type { Op } from '../journal/entry.ts';
import { set } from '../journal/ops.ts';
import { notFound, staleness } from '../journal/row-decisions.ts';
import { find, type EngagementState } from '../journal/state.ts';

/** A state of the engagement. */
export type EngagementStatus = FieldsOf<'engagement'>['status'];

/** Phases in which records are asked for and lists received. */
export const gathering: readonly EngagementStatus[] = ['planning', 'fieldwork'];
/** The phase in which samples are drawn and tests performed. */
export const testing: readonly EngagementStatus[] = ['fieldwork'];
/** Phases in which deviations are still evaluated. */
export const evaluating: readonly EngagementStatus[] = ['fieldwork', 'wrapUp'];

/** Why the acting person may not do fieldwork now, or `null`: team, independence (gate A2) and phase. */
export function refusalOfPhase(
  context: DecisionContext,
  phases: readonly EngagementStatus[],
): Refusal | null {
  const refusal = refusalToWork(context);
  if (refusal !== null) return refusal;
  const engagement = engagementOf(context.state);
  if (engagement === undefined || phases.includes(engagement.status)) return null;
  const wanted = statesInWords(phases, '');
  return rule(
    'wrong-state',
    `The engagement is in the phase ${stateWords(engagement.status)}; this belongs to ${wanted}.`,
    engagement.status === 'wrapUp'
      ? 'Reopen the fieldwork with a reason.'
      : `Take the engagement to ${wanted}.`,
    { status: engagement.status },
    { entity: 'engagement', id: engagement.id },
  );
}

/** Gate D4: operating tests belong to a Type II engagement. */
export function operatingFinding(state: EngagementState): Refusal | null {
  return engagementOf(state)?.type === 'I' ? gate('D4') : null;
}

/** The period of a Type II engagement; `null` for a Type I. */
export function periodOf(state: EngagementState): Period | null {
  const engagement = engagementOf(state);
  const start = engagement?.periodStart ?? null;
  const end = engagement?.periodEnd ?? null;
  return start === null || end === null ? null : { start, end };
}

/** The row, or the refusal that there is none. */
export function existing<E extends EntityName>(
  state: EngagementState,
  entity: E,
  id: string | null,
): Result<Row<E>, Refusal> {
  const row = find(state, entity, id);
  if (row !== undefined) return ok(row);
  return err(notFound(entity, id ?? ''));
}

/** Refuses work on a row that was changed since it was shown. `undefined`: the caller was shown nothing. */
export function staleFinding<E extends EntityName>(
  context: DecisionContext,
  entity: E,
  row: Row<E>,
  revision: number | undefined,
): Refusal | null {
  return staleness(context, entity, { id: row.id, revision: revision ?? null });
}

/** Takes a workpaper that was not started to work. A signed one is taken back with a reason by the rules of the review (gate R3). */
export function editOps(state: EngagementState, workpaperId: string | null): readonly Op[] {
  const paper = find(state, 'workpaper', workpaperId);
  if (paper?.status !== 'notStarted') return [];
  return set(state, 'workpaper', paper.id, { status: 'inProgress' });
}

/** Fewest characters of an explanation that others rely on later (a judgment, a history, a zero population). */
export const shortestExplanation = 20;

/** A refusal of a typed text that says too little. */
export function textFinding(text: string, what: string, fewest = 1): Refusal | null {
  if (text.trim().length >= fewest) return null;
  const message = fewest === 1 ? `${what} is empty.` : `${what} needs at least ${String(fewest)} characters.`;
  return rule('invalid-value', message, `Write ${lowerFirst(what)}.`, { what });
}

/** A refusal of a move that a state machine (b.2) does not have. */
export function moveFinding<S extends string>(
  moves: Readonly<Record<S, readonly S[]>>,
  from: S,
  to: S,
  what: string,
): Refusal | null {
  if (moves[from].includes(to)) return null;
  const allowed = statesInWords(moves[from], '');
  return rule(
    'wrong-state',
    `${what} is ${stateWords(from)} and cannot become ${stateWords(to)}.`,
    allowed === '' ? 'This state is final.' : `From here it can become ${allowed}.`,
    { from, to },
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
