/** A smaller scope after fieldwork began: by the partner, for a reason that no test gave. Gate E7. */
import { gate, type Facts, type Refusal, type TargetRef } from '../gates/refusal.ts';
import type { DecisionContext } from '../journal/decision.ts';
import type { Op } from '../journal/entry.ts';
import { add } from '../journal/ops.ts';
import { engagementOf, holdsRole } from './team.ts';

const scopeIsOpen: readonly string[] = ['draft', 'accepted', 'planning'];

/** Shortest reason for a smaller scope; the same length as for a criterion left out (P3). */
const shortestScopeReason = 20;

/** Words that show that a scope is to shrink because of what tests found. */
const testResultWords =
  /\b(fail|failed|fails|failure|failures|deviation|deviations|exception|exceptions|not effective|ineffective|not met)\b/i;

/** Whether a reason justifies a smaller scope: long enough to say something, and not the result of a test. */
const isJustifiedReason = (reason: string): boolean =>
  reason.trim().length >= shortestScopeReason && !testResultWords.test(reason);

/**
 * Gate E7: once fieldwork began, a category or a criterion leaves the scope only by the partner and for a justified
 * reason. `isPartnersAct`: the partner is to act now; else another proposes and the partner approves later.
 */
export function scopeReductionFinding(
  { state, actorId }: DecisionContext,
  reason: string,
  {
    isPartnersAct,
    facts,
    target,
  }: { readonly isPartnersAct: boolean; readonly facts: Facts; readonly target: TargetRef | null },
): Refusal | null {
  const status = engagementOf(state)?.status ?? 'draft';
  if (scopeIsOpen.includes(status)) return null;
  const isByPartner = !isPartnersAct || holdsRole(state, actorId, 'partner');
  return isByPartner && isJustifiedReason(reason) ? null : gate('E7', facts, target);
}

/** Keeps the partner's reason for a smaller scope. */
export function scopeReasonOp(context: DecisionContext, reason: string, fact: string): Op {
  return add('gateReason', context.newId(), { gate: 'E7', target: '', reason: reason.trim(), fact });
}
