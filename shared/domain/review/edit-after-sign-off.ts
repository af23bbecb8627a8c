/** Gate R3: a change of signed content is asked for a reason once, and takes the workpaper back to work. */
import { err, ok, type Result } from '../../lib/result.ts';
import { gate, type Refusal } from '../gates/refusal.ts';
import { weigh, type DecisionContext } from '../journal/decision.ts';
import type { Row } from '../journal/entities.ts';
import type { Op } from '../journal/entry.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { isContentOp, papersOf } from './paper-rows.ts';
import { returnOps } from './sign-off.ts';

const signedStates: readonly Row<'workpaper'>['status'][] = [
  'prepared',
  'reviewed',
  'managerApproved',
  'partnerApproved',
];

/** Gate R3 for one workpaper: how many levels have signed it; `null` where nobody has. A locked one is gate F3. */
export function findR3(state: EngagementState, workpaperId: string): Refusal | null {
  return findingOf(state, [workpaperId]);
}

/** The signed workpapers whose content operations touch. Sign-offs, notes and assignments touch none. */
export function affectedSignOffs(state: EngagementState, ops: readonly Op[]): readonly string[] {
  const touched = ops.filter(isContentOp).flatMap((op) => papersOf(state, op, ops));
  return [...new Set(touched)].filter((id) => {
    const paper = find(state, 'workpaper', id);
    return paper !== undefined && (signedStates.includes(paper.status) || paper.status === 'locked');
  });
}

/**
 * The operations of an entry with what it does to signed workpapers: each goes back to work, its concluded tests too, and
 * the reason is kept (gate R3). Refuses without a reason. An entry that has asked already is not asked again.
 */
export function withReturnedPapers(
  context: DecisionContext,
  ops: readonly Op[],
): Result<readonly Op[], Refusal> {
  const { state } = context;
  const affected = affectedSignOffs(state, ops);
  if (affected.length === 0) return ok(ops);
  const hasAsked = ops.some(
    (op) => op.op === 'add' && op.entity === 'gateReason' && op.fields['gate'] === 'R3',
  );
  const weighed = weigh(context, hasAsked ? [] : [findingOf(state, affected)]);
  if (!weighed.ok) return err(weighed.error);
  const papers = affected.flatMap((id) => find(state, 'workpaper', id) ?? []);
  return ok([...ops, ...papers.flatMap((paper) => returnOps(state, paper, ops)), ...weighed.value]);
}

function findingOf(state: EngagementState, paperIds: readonly string[]): Refusal | null {
  const papers = paperIds.flatMap((id) => find(state, 'workpaper', id) ?? []);
  const locked = papers.find((paper) => paper.status === 'locked');
  if (locked !== undefined) return gate('F3', {}, { entity: 'workpaper', id: locked.id });
  const signed = papers.filter((paper) => signedStates.includes(paper.status));
  const [first] = signed;
  if (first === undefined) return null;
  const n = signed.reduce((sum, paper) => sum + signedLevels(state, paper), 0);
  return gate('R3', { n }, { entity: 'workpaper', id: first.id });
}

/** Levels whose signature stands behind the state of a workpaper; the quality reviewer's counts with them. */
function signedLevels(state: EngagementState, paper: Row<'workpaper'>): number {
  const levels = where(state, 'signOff', 'workpaperId', paper.id).map((row) => row.level);
  const hasQuality = levels.includes('eqr') ? 1 : 0;
  return signedStates.indexOf(paper.status) + 1 + hasQuality;
}
