import { err } from '../../lib/result.ts';
import { scopeReductionFinding } from '../engagement/scope-reduction.ts';
import { holdsRole, refusalToWork } from '../engagement/team.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { decided, decidedWith, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { notFound } from '../journal/row-decisions.ts';
import { all, find, where } from '../journal/state.ts';

/** Shortest reason for leaving a criterion out (gate P3). */
const shortestReason = 20;

/** Proposes to leave a criterion out as not relevant, with the reason that the report will state (DC8, gates P3 and E7). */
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
  const known = where(context.state, 'nonRelevantCriterion', 'criterionCode', code);
  if (known.some((entry) => !entry.withdrawn))
    return err(
      rule('already-exists', `${code} is proposed already.`, 'Withdraw the proposal first.', { code }),
    );
  const late = lateFinding(context, criterion, reason, false);
  if (late !== null) return err(late);
  const id = context.newId();
  const fields = { criterionCode: code, reason: reason.trim(), approvedBy: null, withdrawn: false };
  return decidedWith([add('nonRelevantCriterion', id, fields)], { id });
}

/** The engagement partner approves that a criterion is left out (gates P3 and E7). */
export function approveNotRelevant(context: DecisionContext, id: string): Decided {
  const entry = find(context.state, 'nonRelevantCriterion', id);
  if (entry === undefined || entry.withdrawn) return err(notFound('nonRelevantCriterion', id));
  const refusal = refusalToWork(context);
  if (refusal !== null) return err(refusal);
  const criterion = all(context.state, 'criterion').find((row) => row.code === entry.criterionCode);
  if (!holdsRole(context.state, context.actorId, 'partner')) return err(gate('P3'));
  const late = lateFinding(context, criterion, entry.reason, true);
  if (late !== null) return err(late);
  return decided(set(context.state, 'nonRelevantCriterion', id, { approvedBy: context.actorId }));
}

/** Gate E7: a criterion that leaves the scope after fieldwork began is not left out because of what tests found. */
function lateFinding(
  context: DecisionContext,
  criterion: Row<'criterion'> | undefined,
  reason: string,
  isPartnersAct: boolean,
): Refusal | null {
  const target = criterion === undefined ? null : ({ entity: 'criterion', id: criterion.id } as const);
  return scopeReductionFinding(context, reason, {
    isPartnersAct,
    facts: { removed: criterion === undefined ? [] : [criterion.code] },
    target,
  });
}
