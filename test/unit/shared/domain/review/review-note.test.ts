import { describe, expect, it } from 'vitest';
import { all, find, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import {
  addNote,
  clearNote,
  openNotes,
  reopenNote,
  respondToNote,
} from '../../../../../shared/domain/review/review-note.ts';
import { refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { as, testedState } from '../../../../helpers/concluding-fixture.ts';

const note = {
  workpaperId: 'wp-operating',
  anchor: 'item-2',
  text: 'Prove that it is isolated.',
  assigneeId: 'p-staff',
};
function noted(): EngagementState {
  const state = testedState();
  return taken(state, addNote(as(state, 'senior', { newId: () => 'note-1' }), note), 'p-senior');
}
const responded = (state: EngagementState) =>
  taken(state, respondToNote(as(state, 'staff'), 'note-1', 'The other systems were checked.'));

describe('review notes', () => {
  it('are written, answered and cleared by their author', () => {
    const answered = responded(noted());
    expect(find(answered, 'reviewNote', 'note-1')?.status).toBe('responded');
    expect(all(answered, 'noteResponse').map((row) => row.text)).toEqual(['The other systems were checked.']);
    const cleared = taken(answered, clearNote(as(answered, 'senior'), 'note-1'), 'p-senior');
    expect(openNotes(cleared)).toEqual([]);
  });

  it('R4: only the author or a higher level clears', () => {
    const state = responded(noted());
    expect(refusalOf(clearNote(as(state, 'staff'), 'note-1'))).toEqual({
      code: 'R4',
      message: 'Only JS or a higher level may clear this note.',
    });
    expect(clearNote(as(state, 'manager'), 'note-1').ok).toBe(true);
  });

  it('a note without a response is not cleared', () => {
    expect(refusalOf(clearNote(as(noted(), 'senior'), 'note-1'))).toEqual({
      code: 'wrong-state',
      message: 'The note has no response.',
    });
  });

  it('reopens where the answer does not satisfy; a cleared note by its author only', () => {
    const state = responded(noted());
    expect(refusalOf(reopenNote(as(state, 'staff'), 'note-1')).code).toBe('R4');
    const open = taken(state, reopenNote(as(state, 'senior'), 'note-1'), 'p-senior');
    expect(find(open, 'reviewNote', 'note-1')?.status).toBe('open');
    const cleared = taken(state, clearNote(as(state, 'manager'), 'note-1'), 'p-manager');
    expect(refusalOf(reopenNote(as(cleared, 'manager'), 'note-1')).code).toBe('role-required');
    expect(reopenNote(as(cleared, 'senior'), 'note-1').ok).toBe(true);
    expect(refusalOf(respondToNote(as(cleared, 'staff'), 'note-1', 'More.')).code).toBe('wrong-state');
    expect(refusalOf(reopenNote(as(noted(), 'senior'), 'note-1')).code).toBe('wrong-state');
  });

  it('says something, on a paper that exists', () => {
    const state = testedState();
    expect(refusalOf(addNote(as(state, 'senior'), { ...note, text: ' ' })).code).toBe('invalid-value');
    expect(refusalOf(addNote(as(state, 'senior'), { ...note, workpaperId: 'none' })).code).toBe('not-found');
  });
});
