/** Signing a workpaper and returning it for work. Gates R1, R2, R6; states of workpaper and test (b.2). */
import { err } from '../../lib/result.ts';
import { holdsRole, initialsOf, refusalToAssign, refusalToWork, type TeamRole } from '../engagement/team.ts';
import { gate, rule, type Refusal, type TargetRef } from '../gates/refusal.ts';
import { stateWords } from '../gates/state-words.ts';
import { decided, decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import type { Op } from '../journal/entry.ts';
import { add, set } from '../journal/ops.ts';
import { notFound } from '../journal/row-decisions.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { contentHash, manifestVersion, type Sha256 } from './content-hash.ts';
import { levelsBelow, standingOf, type SignOffLevel } from './sign-off-standing.ts';

/** A state of a workpaper. */
export type PaperStatus = FieldsOf<'workpaper'>['status'];

/** The only moves of a workpaper (b.2). */
export const paperMoves: Readonly<Record<PaperStatus, readonly PaperStatus[]>> = {
  notStarted: ['inProgress'],
  inProgress: ['prepared'],
  prepared: ['reviewed', 'inProgress'],
  reviewed: ['managerApproved', 'inProgress'],
  managerApproved: ['partnerApproved', 'inProgress', 'locked'],
  partnerApproved: ['inProgress', 'locked'],
  locked: [],
};

/** What a signer asks for. */
export interface SignInput {
  readonly workpaperId: string;
  readonly level: SignOffLevel;
  /** The hash of the content that the signer was shown; `null` signs what stands now. */
  readonly contentHash: string | null;
}

/** The role that a level needs at least. */
const roleFor: Readonly<Record<SignOffLevel, TeamRole>> = {
  preparer: 'staff',
  reviewer: 'senior',
  manager: 'manager',
  partner: 'partner',
  eqr: 'eqr',
};

/** The state to which a level's signature brings a workpaper; the quality reviewer's leaves it. */
const stateAfter: Partial<Record<SignOffLevel, PaperStatus>> = {
  preparer: 'prepared',
  reviewer: 'reviewed',
  manager: 'managerApproved',
  partner: 'partnerApproved',
};

/** How levels are named in refusals. */
const levelWords: Readonly<Record<SignOffLevel, string>> = {
  preparer: 'preparer',
  reviewer: 'reviewer',
  manager: 'manager',
  partner: 'partner',
  eqr: 'quality reviewer',
};

/**
 * Signs a workpaper at a level. `preparers` are the persons who changed its content since an independent review last
 * covered it (see `preparersOf`): none of them reviews it (gate R1). Levels sign in order, each for the same content
 * (gate R2); a preparer signs finished work without own open notes (gate R6). The tests of a paper become reviewed with
 * the reviewer's signature. The signature is the journal entry itself, signed with the person's key.
 */
export function signOff(
  context: DecisionContext,
  input: SignInput,
  preparers: ReadonlySet<string>,
): Decided<{ id: string; contentHash: string }> {
  const { state } = context;
  const paper = find(state, 'workpaper', input.workpaperId);
  if (paper === undefined) return err(notFound('workpaper', input.workpaperId));
  const hash = contentHash(state, paper.id, context.sha256);
  const weighed = weigh(context, [
    refusalToWork(context),
    ...signFindings(context, paper, input.level, preparers),
    refusalOfShown(paper, input.contentHash, hash),
  ]);
  if (!weighed.ok) return err(weighed.error);
  const id = context.newId();
  const row = add('signOff', id, {
    workpaperId: paper.id,
    level: input.level,
    personId: context.actorId,
    at: context.at,
    signedOn: context.today,
    contentHash: hash,
    manifestVersion,
    heads: headsOf(state),
  });
  const ops = [row, ...stateOps(state, paper, input.level), ...weighed.value];
  return decidedWith(ops, { id, contentHash: hash });
}

/** What stands in the way of a signature by the acting person: role, locked paper, R6, R1, R2. */
export function signFindings(
  context: DecisionContext,
  paper: Row<'workpaper'>,
  level: SignOffLevel,
  preparers: ReadonlySet<string>,
): readonly (Refusal | null)[] {
  if (paper.status === 'locked') return [gate('F3', {}, targetOf(paper))];
  return [
    refusalOfRole(context, level),
    level === 'preparer' ? gateR6(context, paper) : null,
    level === 'reviewer' ? gateR1(context, paper, preparers) : null,
    gateR2(context.state, paper, level, context.sha256),
    refusalOfSigned(context, paper, level),
  ];
}

function refusalOfRole(context: DecisionContext, level: SignOffLevel): Refusal | null {
  const role = roleFor[level];
  if (holdsRole(context.state, context.actorId, role)) return null;
  const words = role === 'eqr' ? 'the quality reviewer' : `the role ${role} or above`;
  return rule(
    'role-required',
    `Signing as ${levelWords[level]} needs ${words}.`,
    'Ask a person with that role.',
    {
      role,
    },
  );
}

/** R1: nobody reviews what they prepared. A preparer's own signature counts as preparation too. */
function gateR1(
  context: DecisionContext,
  paper: Row<'workpaper'>,
  preparers: ReadonlySet<string>,
): Refusal | null {
  const { state, actorId } = context;
  const prepared = where(state, 'signOff', 'workpaperId', paper.id).findLast(
    (row) => row.level === 'preparer',
  );
  const isPreparer = preparers.has(actorId) || prepared?.personId === actorId;
  return isPreparer ? gate('R1', {}, targetOf(paper)) : null;
}

/** R2: each lower level has signed this very content. A paper that was returned starts with its preparer. */
function gateR2(
  state: EngagementState,
  paper: Row<'workpaper'>,
  level: SignOffLevel,
  sha256: Sha256,
): Refusal | null {
  const below = levelsBelow(level);
  if (below.length === 0) return null;
  const isAtWork = paper.status === 'notStarted' || paper.status === 'inProgress';
  const standing = standingOf(state, paper.id, sha256);
  const lacking = isAtWork
    ? 'preparer'
    : below.find((lower) => !standing.some((row) => row.level === lower && row.state === 'valid'));
  return lacking === undefined ? null : gate('R2', { level: levelWords[lacking] }, targetOf(paper));
}

/** R6: finished, and no own note open. */
function gateR6(context: DecisionContext, paper: Row<'workpaper'>): Refusal | null {
  const open = ownOpenNotes(context.state, paper.id, context.actorId);
  if (open > 0) return gate('R6', { n: open }, targetOf(paper));
  const empty = emptySections(context.state, paper);
  if (empty.length === 0) return null;
  const message = `Complete first: ${empty.join(', ')}.`;
  return { ...gate('R6', { n: 0, sections: empty }, targetOf(paper)), message };
}

function ownOpenNotes(state: EngagementState, paperId: string, personId: string): number {
  return where(state, 'reviewNote', 'workpaperId', paperId).filter(
    (note) => note.status === 'open' && (note.assigneeId === null || note.assigneeId === personId),
  ).length;
}

/** The sections that a workpaper needs before its preparer signs: concluded tests, or for a memo its text. */
export function emptySections(state: EngagementState, paper: Row<'workpaper'>): readonly string[] {
  const tests = where(state, 'test', 'workpaperId', paper.id);
  if (tests.length === 0) return paper.body.trim() === '' ? ['the text'] : [];
  return tests
    .filter((test) => test.conclusion === null || test.conclusionText.trim() === '' || !isConcluded(test))
    .map((test) => `the conclusion on ${test.phase === 'design' ? 'design' : 'operation'}`);
}

const isConcluded = (test: Row<'test'>): boolean => test.status === 'concluded' || test.status === 'reviewed';

/** A level signs a content once; another level may follow, or the content has to change first. */
function refusalOfSigned(
  context: DecisionContext,
  paper: Row<'workpaper'>,
  level: SignOffLevel,
): Refusal | null {
  const { state, sha256 } = context;
  const isAtWork = paper.status === 'notStarted' || paper.status === 'inProgress';
  const standing = standingOf(state, paper.id, sha256).find((row) => row.level === level);
  if (isAtWork || standing?.state !== 'valid' || standing.signOff === null) return null;
  return rule(
    'wrong-state',
    `${initialsOf(state, standing.signOff.personId)} has signed this content as ${levelWords[level]}.`,
    'Nothing is left to sign at this level.',
    { level },
    targetOf(paper),
  );
}

function refusalOfShown(paper: Row<'workpaper'>, shown: string | null, present: string): Refusal | null {
  if (shown === null || shown === present) return null;
  return rule(
    'stale-revision',
    'The workpaper was changed since it was shown.',
    'Look at the present content and sign again.',
    { shown, present },
    targetOf(paper),
  );
}

function stateOps(state: EngagementState, paper: Row<'workpaper'>, level: SignOffLevel): readonly Op[] {
  const status = stateAfter[level];
  const reviewed =
    level === 'reviewer'
      ? where(state, 'test', 'workpaperId', paper.id).filter((test) => test.status === 'concluded')
      : [];
  return [
    ...(status === undefined ? [] : set(state, 'workpaper', paper.id, { status })),
    ...reviewed.flatMap((test) => set(state, 'test', test.id, { status: 'reviewed' })),
  ];
}

/** How far each device's log reached when the signer looked: `device:sequence:hash`. */
function headsOf(state: EngagementState): readonly string[] {
  return [...state.devices].map(([device, head]) => `${device}:${String(head.sequence)}:${head.hash}`).sort();
}

const targetOf = (paper: Row<'workpaper'>): TargetRef => ({ entity: 'workpaper', id: paper.id });

/**
 * Returns a signed workpaper to its preparer, with the reason as a review note. Only a person with a higher role than
 * staff returns; the signatures stay on record and every level signs again.
 */
export function returnPaper(
  context: DecisionContext,
  workpaperId: string,
  reason: string,
): Decided<{ noteId: string }> {
  const { state } = context;
  const paper = find(state, 'workpaper', workpaperId);
  if (paper === undefined) return err(notFound('workpaper', workpaperId));
  const refusal = refusalToWork(context) ?? refusalToReturn(context, paper, reason);
  if (refusal !== null) return err(refusal);
  const noteId = context.newId();
  const preparer = where(state, 'signOff', 'workpaperId', paper.id).findLast(
    (row) => row.level === 'preparer',
  );
  const note = add('reviewNote', noteId, {
    workpaperId,
    anchor: '',
    text: reason.trim(),
    authorId: context.actorId,
    assigneeId: preparer?.personId ?? paper.assigneeId,
    status: 'open',
  });
  return decidedWith([note, ...returnOps(state, paper, [])], { noteId });
}

function refusalToReturn(context: DecisionContext, paper: Row<'workpaper'>, reason: string): Refusal | null {
  if (!holdsRole(context.state, context.actorId, 'senior'))
    return rule(
      'role-required',
      'Returning a workpaper needs the role senior or above.',
      'Write a note instead.',
    );
  if (!paperMoves[paper.status].includes('inProgress') || paper.status === 'notStarted')
    return rule(
      'wrong-state',
      `The workpaper is ${stateWords(paper.status)} and cannot be returned.`,
      'Only signed workpapers are returned.',
      { status: paper.status },
      targetOf(paper),
    );
  return reason.trim().length >= 10
    ? null
    : rule('invalid-value', 'The reason is missing.', 'Say what is to be done.', { field: 'reason' });
}

/** Takes a signed workpaper and its concluded tests back to work, unless the same entry sets their states itself. */
export function returnOps(
  state: EngagementState,
  paper: Row<'workpaper'>,
  others: readonly Op[],
): readonly Op[] {
  const isSet = (entity: 'workpaper' | 'test', id: string): boolean =>
    others.some((op) => op.op === 'set' && op.entity === entity && op.id === id && op.field === 'status');
  return [
    ...(isSet('workpaper', paper.id) ? [] : set(state, 'workpaper', paper.id, { status: 'inProgress' })),
    ...where(state, 'test', 'workpaperId', paper.id)
      .filter((test) => isConcluded(test) && !isSet('test', test.id))
      .flatMap((test) => set(state, 'test', test.id, { status: 'inProgress' })),
  ];
}

/** Assigns a workpaper and its due day; a label, no content. Gate A2: work goes to members who confirmed independence. */
export function assignPaper(
  context: DecisionContext,
  workpaperId: string,
  values: Pick<FieldsOf<'workpaper'>, 'assigneeId' | 'dueDate'>,
): Decided {
  const refusal = refusalToWork(context);
  if (refusal !== null) return err(refusal);
  if (find(context.state, 'workpaper', workpaperId) === undefined)
    return err(notFound('workpaper', workpaperId));
  const unfit = values.assigneeId === null ? null : refusalToAssign(context.state, values.assigneeId);
  if (unfit !== null) return err(unfit);
  return decided(set(context.state, 'workpaper', workpaperId, values));
}
