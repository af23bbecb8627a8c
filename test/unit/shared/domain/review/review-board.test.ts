import { describe, expect, it } from 'vitest';
import { preparerOf, reviewBoard } from '../../../../../shared/domain/review/review-board.ts';
import { addNote, respondToNote } from '../../../../../shared/domain/review/review-note.ts';
import { find, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { changed, day, sha256, taken } from '../../../../helpers/domain-fixture.ts';
import { as, signedUpTo, testedState } from '../../../../helpers/concluding-fixture.ts';

const rowOf = (state: EngagementState, role: string, id = 'wp-operating') =>
  reviewBoard(state, { personId: `p-${role}`, today: day('2026-07-10'), sha256 }).find(
    (row) => row.paper.id === id,
  );

describe('the review board', () => {
  it('waits for the level whose turn it is', () => {
    const fresh = testedState();
    expect(rowOf(fresh, 'staff')?.waitsForMe).toBe(true);
    const prepared = signedUpTo(fresh, 'wp-operating', 'preparer');
    expect(['staff', 'senior', 'manager'].map((role) => rowOf(prepared, role)?.waitsForMe)).toEqual([
      false,
      true,
      false,
    ]);
    const reviewed = signedUpTo(fresh, 'wp-operating', 'reviewer');
    expect(['senior', 'manager', 'partner'].map((role) => rowOf(reviewed, role)?.waitsForMe)).toEqual([
      false,
      true,
      false,
    ]);
    const approved = signedUpTo(fresh, 'wp-operating', 'manager');
    expect([rowOf(approved, 'partner')?.nextLevel, rowOf(approved, 'partner')?.waitsForMe]).toEqual([
      'partner',
      true,
    ]);
  });

  it('shows what changed since I signed, and overdue papers', () => {
    const signed = signedUpTo(testedState(), 'wp-operating', 'reviewer');
    expect(rowOf(signed, 'senior')?.changedSinceISigned).toBe(false);
    const edited = changed(signed, 'test', 'test-operating', { conclusionText: 'Other words.' });
    expect(['senior', 'manager'].map((role) => rowOf(edited, role)?.changedSinceISigned)).toEqual([
      true,
      false,
    ]);
    const late = changed(edited, 'workpaper', 'wp-operating', { dueDate: day('2026-07-09') });
    expect(rowOf(late, 'senior')?.isOverdue).toBe(true);
    expect(
      rowOf(changed(late, 'workpaper', 'wp-operating', { dueDate: day('2026-07-10') }), 'senior')?.isOverdue,
    ).toBe(false);
  });

  it('counts notes to answer and to clear', () => {
    const state = testedState();
    const note = { workpaperId: 'wp-operating', anchor: '', text: 'Why?', assigneeId: 'p-staff' };
    const asked = taken(state, addNote(as(state, 'manager', { newId: () => 'note-1' }), note), 'p-manager');
    expect([rowOf(asked, 'staff')?.notesToAnswer, rowOf(asked, 'manager')?.notesToClear]).toEqual([1, 0]);
    const answered = taken(asked, respondToNote(as(asked, 'staff'), 'note-1', 'Because.'));
    expect([rowOf(answered, 'manager')?.notesToClear, rowOf(answered, 'manager')?.waitsForMe]).toEqual([
      1,
      true,
    ]);
  });

  it('waits for whoever concluded a test that nobody was given, until it is signed', () => {
    const free = changed(testedState(), 'workpaper', 'wp-operating', { assigneeId: null }, 'p-senior');
    const concluded = changed(free, 'test', 'test-operating', { conclusionText: 'As described.' }, 'p-staff');
    expect(['staff', 'senior'].map((role) => rowOf(concluded, role)?.waitsForMe)).toEqual([true, false]);
    const signed = signedUpTo(concluded, 'wp-operating', 'preparer');
    expect(['staff', 'senior'].map((role) => rowOf(signed, role)?.waitsForMe)).toEqual([false, true]);
  });

  it('does not wait for who works on a test that is not concluded', () => {
    const free = changed(testedState(), 'workpaper', 'wp-operating', { assigneeId: null }, 'p-staff');
    const atWork = changed(free, 'test', 'test-operating', { status: 'inProgress' }, 'p-staff');
    expect(rowOf(atWork, 'staff')?.waitsForMe).toBe(false);
    expect(preparerOf(atWork, atWorkPaper(atWork))).toBe('p-staff');
  });

  it('waits for who wrote a memo', () => {
    const written = changed(testedState(), 'workpaper', 'wp-memo', { body: 'All are met.' }, 'p-senior');
    expect(['staff', 'senior'].map((role) => rowOf(written, role, 'wp-memo')?.waitsForMe)).toEqual([
      false,
      true,
    ]);
    const empty = changed(written, 'workpaper', 'wp-memo', { body: ' ' }, 'p-senior');
    expect(rowOf(empty, 'senior', 'wp-memo')?.waitsForMe).toBe(false);
  });
});

function atWorkPaper(state: EngagementState) {
  const paper = find(state, 'workpaper', 'wp-operating');
  if (paper === undefined) throw new Error('the fixture has the paper of the operating test');
  return paper;
}
