import { err } from '../../lib/result.ts';
import { holdsRole, refusalToWork } from '../engagement/team.ts';
import { gate, rule } from '../gates/refusal.ts';
import { decided, decidedWith, type Decided, type DecisionContext } from '../journal/decision.ts';
import { add, set } from '../journal/ops.ts';
import { notFound } from '../journal/row-decisions.ts';
import { all, find } from '../journal/state.ts';

/** Shortest reason for leaving a criterion out (gate P3). */
const shortestReason = 20;

/** Proposes to leave a criterion out as not relevant, with the reason that the report will state (DC8, gate P3). */
export function proposeNotRelevant(
  context: DecisionContext,
  code: string,
  reason: string,
): Decided<{ id: string }> {
  const refusal = refusalToWork(context);
  if (refusal !== null) return err(refusal);
  const criterion = all(context.state, 'criterion').find((row) => row.code === code && row.inScope);
  if (criterion === undefined)
    return err(rule('not-found', `${code} is not in scope.`, 'Choose a criterion in scope.'));
  if (reason.trim().length < shortestReason)
    return err(gate('P3', {}, { entity: 'criterion', id: criterion.id }));
  const id = context.newId();
  const fields = { criterionCode: code, reason: reason.trim(), approvedBy: null, withdrawn: false };
  return decidedWith([add('nonRelevantCriterion', id, fields)], { id });
}

/** The engagement partner approves that a criterion is left out (gate P3). */
export function approveNotRelevant(context: DecisionContext, id: string): Decided {
  const entry = find(context.state, 'nonRelevantCriterion', id);
  if (entry === undefined || entry.withdrawn) return err(notFound('nonRelevantCriterion', id));
  if (!holdsRole(context.state, context.actorId, 'partner')) return err(gate('P3'));
  return decided(set(context.state, 'nonRelevantCriterion', id, { approvedBy: context.actorId }));
}
