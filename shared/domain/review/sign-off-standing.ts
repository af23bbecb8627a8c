/** Which signatures on a workpaper still hold. It is computed from the content and never stored. */
import type { FieldsOf, Row } from '../journal/entities.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { contentHash, type Sha256 } from './content-hash.ts';

/** A level of sign-off. */
export type SignOffLevel = FieldsOf<'signOff'>['level'];

/** The levels in their order (gate R2); the quality reviewer stands outside it. */
export const levelOrder = ['preparer', 'reviewer', 'manager', 'partner'] as const;

/** All levels as they are shown. */
const allLevels: readonly SignOffLevel[] = [...levelOrder, 'eqr'];

/**
 * `valid`: the content is as it was signed and no lower level signed later. `stale`: something changed since, or a lower
 * level signed again. `missing`: nobody signed.
 */
export interface LevelStanding {
  readonly level: SignOffLevel;
  readonly signOff: Row<'signOff'> | null;
  readonly state: 'valid' | 'stale' | 'missing';
}

/** The latest signature of each level and whether it holds. */
export function standingOf(
  state: EngagementState,
  paperId: string,
  sha256: Sha256,
): readonly LevelStanding[] {
  const signed = where(state, 'signOff', 'workpaperId', paperId);
  const hash = signed.length === 0 ? '' : contentHash(state, paperId, sha256);
  const latest = (level: SignOffLevel): number => signed.findLastIndex((row) => row.level === level);
  return allLevels.map((level) => {
    const at = latest(level);
    const signOff = signed[at] ?? null;
    if (signOff === null) return { level, signOff, state: 'missing' };
    const isOvertaken = levelsBelow(level).some((lower) => latest(lower) > at);
    return { level, signOff, state: signOff.contentHash === hash && !isOvertaken ? 'valid' : 'stale' };
  });
}

/** The levels that sign before a level; the quality reviewer follows the manager. */
export function levelsBelow(level: SignOffLevel): readonly SignOffLevel[] {
  return level === 'eqr' ? levelOrder.slice(0, 3) : levelOrder.slice(0, levelOrder.indexOf(level));
}

/** Whether the signature of a level is there and holds. */
export function isSigned(
  state: EngagementState,
  paperId: string,
  level: SignOffLevel,
  sha256: Sha256,
): boolean {
  return standingOf(state, paperId, sha256).some((row) => row.level === level && row.state === 'valid');
}

/** The states of a workpaper that a level's signature leads to, lowest first. */
const statesFrom: Readonly<Record<(typeof levelOrder)[number], readonly FieldsOf<'workpaper'>['status'][]>> =
  {
    preparer: ['prepared', 'reviewed', 'managerApproved', 'partnerApproved', 'locked'],
    reviewer: ['reviewed', 'managerApproved', 'partnerApproved', 'locked'],
    manager: ['managerApproved', 'partnerApproved', 'locked'],
    partner: ['partnerApproved', 'locked'],
  };

/** Whether a workpaper stands at a level: its state says so and the signature holds for the present content. */
export function standsAt(
  state: EngagementState,
  paperId: string,
  level: (typeof levelOrder)[number],
  sha256: Sha256,
): boolean {
  const paper = find(state, 'workpaper', paperId);
  if (paper === undefined || !statesFrom[level].includes(paper.status)) return false;
  return isSigned(state, paperId, level, sha256);
}
