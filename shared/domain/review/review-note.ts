/** Review notes: asked on a workpaper, answered, cleared. States of b.2, gate R4. */
import { err } from '../../lib/result.ts';
import { highestRole, initialsOf, refusalToWork, roleLevels } from '../engagement/team.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { statesInWords } from '../gates/state-words.ts';
import { decided, decidedWith, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { notFound } from '../journal/row-decisions.ts';
import { all, find, where, type EngagementState } from '../journal/state.ts';

/** A state of a note. */
export type NoteStatus = FieldsOf<'reviewNote'>['status'];

/** `open → responded → cleared`; `responded → open` (not satisfied); `cleared → open` (its author). */
const noteMoves: Readonly<Record<NoteStatus, readonly NoteStatus[]>> = {
  open: ['responded'],
  responded: ['cleared', 'open'],
  cleared: ['open'],
};

/** A note as it is written. */
export interface NewNote {
  readonly workpaperId: string;
  /** The row that it is about; empty for the whole workpaper. */
  readonly anchor: string;
  readonly text: string;
  readonly assigneeId: string | null;
}

/** Writes a note on a workpaper. */
export function addNote(context: DecisionContext, note: NewNote): Decided<{ id: string }> {
  const { state } = context;
  if (find(state, 'workpaper', note.workpaperId) === undefined)
    return err(notFound('workpaper', note.workpaperId));
  const refusal = refusalToWork(context) ?? refusalOfText(note.text);
  if (refusal !== null) return err(refusal);
  const id = context.newId();
  const fields = { ...note, text: note.text.trim(), authorId: context.actorId, status: 'open' } as const;
  return decidedWith([add('reviewNote', id, fields)], { id });
}

/** Answers a note: it waits for its author. An answered note may be answered further. */
export function respondToNote(context: DecisionContext, noteId: string, text: string): Decided {
  const { state } = context;
  const note = find(state, 'reviewNote', noteId);
  if (note === undefined) return err(notFound('reviewNote', noteId));
  const refusal = refusalToWork(context) ?? refusalOfText(text);
  if (refusal !== null) return err(refusal);
  if (note.status === 'cleared') return err(wrongMove(note, 'responded'));
  const answer = { noteId, authorId: context.actorId, text: text.trim(), at: context.at };
  const response = add('noteResponse', context.newId(), answer);
  return decided([response, ...set(state, 'reviewNote', noteId, { status: 'responded' })]);
}

/** Clears an answered note: its author, or a person of a higher level (gate R4). */
export function clearNote(context: DecisionContext, noteId: string): Decided {
  return moveNote(context, noteId, 'cleared', gateR4);
}

/** Opens a note again: an answered one that does not satisfy (as for clearing), a cleared one by its author only. */
export function reopenNote(context: DecisionContext, noteId: string): Decided {
  return moveNote(context, noteId, 'open', (judged, note) =>
    note.status === 'cleared' ? refusalOfOthers(judged, note) : gateR4(judged, note),
  );
}

/** R4: the author of a note, or a person of a higher level, decides whether the answer satisfies. */
export function gateR4({ state, actorId }: DecisionContext, note: Row<'reviewNote'>): Refusal | null {
  if (note.authorId === actorId) return null;
  if (levelOf(state, actorId) > levelOf(state, note.authorId)) return null;
  return gate('R4', { author: initialsOf(state, note.authorId) }, { entity: 'reviewNote', id: note.id });
}

const levelOf = (state: EngagementState, personId: string): number => {
  const role = highestRole(state, personId);
  return role === null ? -1 : roleLevels.indexOf(role);
};

function refusalOfOthers({ state, actorId }: DecisionContext, note: Row<'reviewNote'>): Refusal | null {
  if (note.authorId === actorId) return null;
  const author = initialsOf(state, note.authorId);
  return rule(
    'role-required',
    `Only ${author} may open this note again.`,
    `Ask ${author}, or write a new note.`,
  );
}

function moveNote(
  context: DecisionContext,
  noteId: string,
  to: NoteStatus,
  guard: (context: DecisionContext, note: Row<'reviewNote'>) => Refusal | null,
): Decided {
  const { state } = context;
  const note = find(state, 'reviewNote', noteId);
  if (note === undefined) return err(notFound('reviewNote', noteId));
  const refusal = refusalToWork(context);
  if (refusal !== null) return err(refusal);
  if (!noteMoves[note.status].includes(to)) return err(wrongMove(note, to));
  const guarded = guard(context, note);
  if (guarded !== null) return err(guarded);
  return decided(set(state, 'reviewNote', noteId, { status: to }));
}

function wrongMove(note: Row<'reviewNote'>, to: NoteStatus): Refusal {
  const isUnanswered = note.status === 'open' && to === 'cleared';
  return rule(
    'wrong-state',
    isUnanswered ? 'The note has no response.' : `The note is ${note.status} and cannot become ${to}.`,
    isUnanswered
      ? 'Answer the note first.'
      : `From here it can become ${statesInWords(noteMoves[note.status], 'nothing else')}.`,
    { from: note.status, to },
    { entity: 'reviewNote', id: note.id },
  );
}

function refusalOfText(text: string): Refusal | null {
  if (text.trim() !== '') return null;
  return rule('invalid-value', 'The text is empty.', 'Write the text.', { field: 'text' });
}

/** The notes that are not cleared. */
export const openNotes = (state: EngagementState): readonly Row<'reviewNote'>[] =>
  all(state, 'reviewNote').filter((note) => note.status !== 'cleared');

/** The notes of one workpaper that are not cleared. */
export const openNotesOf = (state: EngagementState, paperId: string): readonly Row<'reviewNote'>[] =>
  where(state, 'reviewNote', 'workpaperId', paperId).filter((note) => note.status !== 'cleared');
