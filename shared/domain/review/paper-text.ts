/** Memos and other workpapers that hold text: writing them, and adding further ones. */
import { err } from '../../lib/result.ts';
import { refusalToWork } from '../engagement/team.ts';
import { rule } from '../gates/refusal.ts';
import { decided, decidedWith, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { notFound, staleness, type RowRef } from '../journal/row-decisions.ts';
import { all, find } from '../journal/state.ts';

/** Kinds of workpapers that a person adds; those of controls come with the control. */
export type AddedKind = Extract<FieldsOf<'workpaper'>['kind'], 'planning' | 'memo' | 'walkthrough'>;

/** Writes the text of a workpaper, which takes it to work. Where it was signed, gate R3 asks before the entry is written. */
export function writePaper(context: DecisionContext, ref: RowRef, body: string): Decided {
  const { state } = context;
  const paper = find(state, 'workpaper', ref.id);
  if (paper === undefined) return err(notFound('workpaper', ref.id));
  const refusal = refusalToWork(context) ?? staleness(context, 'workpaper', ref);
  if (refusal !== null) return err(refusal);
  const text = set(state, 'workpaper', paper.id, { body });
  const isFresh = paper.status === 'notStarted' && text.length > 0;
  return decided([...text, ...(isFresh ? set(state, 'workpaper', paper.id, { status: 'inProgress' }) : [])]);
}

/** Adds a memo. Its reference is a label and is not used twice. */
export function addPaper(
  context: DecisionContext,
  paper: { readonly ref: string; readonly title: string; readonly kind: AddedKind },
): Decided<{ id: string }> {
  const refusal = refusalToWork(context);
  if (refusal !== null) return err(refusal);
  if (all(context.state, 'workpaper').some((row) => row.ref === paper.ref))
    return err(rule('already-exists', `The reference ${paper.ref} is in use.`, 'Choose another reference.'));
  const id = context.newId();
  const fields = {
    ...paper,
    controlId: null,
    body: '',
    assigneeId: null,
    dueDate: null,
    status: 'notStarted',
  } as const;
  return decidedWith([add('workpaper', id, fields)], { id });
}
