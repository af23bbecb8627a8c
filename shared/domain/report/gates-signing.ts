/** Gate L12: who signs, and whether quality review is finished. */
import { initialsOf, holdsRole, membersIn } from '../engagement/team.ts';
import { gate, type Refusal } from '../gates/refusal.ts';
import type { DecisionContext } from '../journal/decision.ts';
import { where, type EngagementState } from '../journal/state.ts';
import type { Sha256 } from '../review/content-hash.ts';
import { isSigned } from '../review/sign-off-standing.ts';

/** How far quality review is. */
export type QualityReview = 'not required' | 'not finished' | 'finished';

/**
 * Quality review is finished when every quality reviewer of the team has signed the memos (summary, subsequent events)
 * and nothing in them changed since.
 */
export function qualityReview(state: EngagementState, sha256: Sha256): QualityReview {
  if (membersIn(state, 'eqr').length === 0) return 'not required';
  const memos = where(state, 'workpaper', 'kind', 'memo');
  const isFinished = memos.length > 0 && memos.every((memo) => isSigned(state, memo.id, 'eqr', sha256));
  return isFinished ? 'finished' : 'not finished';
}

/** L12: the engagement partner signs, after quality review where one is assigned. */
export function gateL12({ state, actorId, sha256 }: DecisionContext): readonly Refusal[] {
  const review = qualityReview(state, sha256);
  const isPartner = holdsRole(state, actorId, 'partner');
  return isPartner && review !== 'not finished' ? [] : [gate('L12', { state: review })];
}

/** Who is to sign, in words. */
export function signersInWords(state: EngagementState): string {
  return membersIn(state, 'partner')
    .map((member) => initialsOf(state, member.personId))
    .join(', ');
}
