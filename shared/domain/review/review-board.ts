/** The review board: every workpaper with its signatures, and what waits for whom. */
import type { PlainDate } from '../../lib/plain-date.ts';
import { highestRole, membersIn, type TeamRole } from '../engagement/team.ts';
import type { Row } from '../journal/entities.ts';
import { all, find, where, type EngagementState } from '../journal/state.ts';
import type { Sha256 } from './content-hash.ts';
import { openNotesOf } from './review-note.ts';
import { levelOrder, standingOf, type LevelStanding, type SignOffLevel } from './sign-off-standing.ts';

/** A workpaper on the board. */
export interface BoardRow {
  readonly paper: Row<'workpaper'>;
  readonly control: Row<'control'> | null;
  readonly standing: readonly LevelStanding[];
  /** The level that signs next; `null` where all have signed. */
  readonly nextLevel: SignOffLevel | null;
  readonly openNotes: number;
  /** Answered notes that wait for the person as their author. */
  readonly notesToClear: number;
  /** Open notes that wait for the person's answer. */
  readonly notesToAnswer: number;
  readonly waitsForMe: boolean;
  readonly changedSinceISigned: boolean;
  readonly isOverdue: boolean;
  /** The instant of the last change of the paper's row: its place in the flow has been the same since. */
  readonly waitingSince: string;
}

/** Who looks at the board, and on which day. */
export interface BoardViewer {
  readonly personId: string | null;
  readonly today: PlainDate;
  readonly sha256: Sha256;
}

/** The board in the order of the references. */
export function reviewBoard(state: EngagementState, viewer: BoardViewer): readonly BoardRow[] {
  return [...all(state, 'workpaper')]
    .sort((a, b) => (a.ref < b.ref ? -1 : 1))
    .map((paper) => boardRow(state, paper, viewer));
}

/** One workpaper as the board shows it. */
export function boardRow(state: EngagementState, paper: Row<'workpaper'>, viewer: BoardViewer): BoardRow {
  const { personId, today } = viewer;
  const standing = standingOf(state, paper.id, viewer.sha256);
  const nextLevel = nextLevelOf(paper, standing);
  const notes = openNotesOf(state, paper.id);
  const notesToClear = notes.filter(
    (note) => note.status === 'responded' && note.authorId === personId,
  ).length;
  const notesToAnswer = notes.filter((note) => note.status === 'open' && note.assigneeId === personId).length;
  const mine = standing.filter((row) => row.signOff?.personId === personId);
  const changedSinceISigned = mine.some((row) => row.state === 'stale');
  const isDone = nextLevel === null || nextLevel === 'partner';
  return {
    ...{ paper, standing, nextLevel, notesToClear, notesToAnswer, changedSinceISigned },
    control: find(state, 'control', paper.controlId) ?? null,
    openNotes: notes.length,
    waitsForMe:
      notesToClear + notesToAnswer > 0 || (personId !== null && waitsFor(state, paper, nextLevel, personId)),
    isOverdue: paper.dueDate !== null && paper.dueDate < today && !isDone,
    waitingSince: paper.updatedAt,
  };
}

/** The lowest level whose signature is missing or stale; a paper at work waits for its preparer. */
function nextLevelOf(paper: Row<'workpaper'>, standing: readonly LevelStanding[]): SignOffLevel | null {
  if (paper.status === 'locked') return null;
  if (paper.status === 'notStarted' || paper.status === 'inProgress') return 'preparer';
  const isValid = (level: SignOffLevel): boolean =>
    standing.some((row) => row.level === level && row.state === 'valid');
  return levelOrder.find((level) => !isValid(level)) ?? null;
}

function waitsFor(
  state: EngagementState,
  paper: Row<'workpaper'>,
  level: SignOffLevel | null,
  personId: string,
): boolean {
  if (level === 'preparer') return waitsForPreparer(state, paper) && preparerOf(state, paper) === personId;
  const preparerId = signedPreparerOf(state, paper);
  const role = highestRole(state, personId);
  if (level !== 'reviewer') return level !== null && role === level;
  return preparerId !== personId && isUsualReviewer(state, role, preparerId);
}

/**
 * Whose a paper is to prepare: the person it is assigned to, else who signed it as preparer last, else who concluded
 * its test, else who worked on it last. `null` where nobody has begun.
 */
export function preparerOf(state: EngagementState, paper: Row<'workpaper'>): string | null {
  const named = paper.assigneeId ?? signedPreparerOf(state, paper);
  if (named !== undefined) return named;
  const test = doneTestOf(state, paper);
  if (test !== undefined) return test.updatedBy;
  return paper.status === 'inProgress' ? paper.updatedBy : null;
}

/** A paper that nobody was given waits for a signature once its test is concluded or its text is written. */
function waitsForPreparer(state: EngagementState, paper: Row<'workpaper'>): boolean {
  const isGiven = paper.assigneeId !== null || signedPreparerOf(state, paper) !== undefined;
  return isGiven || doneTestOf(state, paper) !== undefined || paper.body.trim() !== '';
}

function signedPreparerOf(state: EngagementState, paper: Row<'workpaper'>): string | undefined {
  return where(state, 'signOff', 'workpaperId', paper.id).findLast((row) => row.level === 'preparer')
    ?.personId;
}

function doneTestOf(state: EngagementState, paper: Row<'workpaper'>): Row<'test'> | undefined {
  return where(state, 'test', 'workpaperId', paper.id).find(
    ({ status }) => status === 'concluded' || status === 'reviewed',
  );
}

/** Seniors review; where no senior but the preparer is in the team, the manager does. */
function isUsualReviewer(
  state: EngagementState,
  role: TeamRole | null,
  preparerId: string | undefined,
): boolean {
  const hasOther = membersIn(state, 'senior').some((member) => member.personId !== preparerId);
  return role === 'senior' || (role === 'manager' && !hasOther);
}
