import { describe, expect, it } from 'vitest';
import { tasksOf } from '../../../../../shared/domain/engagement/home-mine.ts';
import { createRequest } from '../../../../../shared/domain/evidence/evidence-request.ts';
import type { EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { addNote, respondToNote } from '../../../../../shared/domain/review/review-note.ts';
import { all } from '../../../../../shared/domain/journal/state.ts';
import {
  changed,
  contextOf,
  day,
  fieldworkState,
  sha256,
  taken,
} from '../../../../helpers/domain-fixture.ts';
import {
  as,
  cellOf,
  evidencedState,
  receivedState,
  recorded,
} from '../../../../helpers/fieldwork-fixture.ts';

const viewerOf = (personId: string | null) => ({ personId, today: day('2026-07-10'), sha256 });

const lines = (state: EngagementState, personId: string | null = 'p-staff') =>
  tasksOf(state, viewerOf(personId)).map(({ reference, text }) => `${reference} ${text}`);

describe('what waits for me', () => {
  it('is nothing before a key is unlocked, and nothing for a person without work', () => {
    expect(lines(fieldworkState(), null)).toEqual([]);
    expect(lines(fieldworkState(), 'p-manager')).toEqual([]);
  });

  it('is what I am assigned to, with how far it is', () => {
    expect(lines(fieldworkState())).toEqual([
      'LA-02 Design test, under way',
      'LA-02 Operating test, no item drawn yet',
    ]);
    const { state } = evidencedState();
    const begun = taken(state, recorded(state, [cellOf(state, 1, 'A'), cellOf(state, 1, 'B')]));
    expect(lines(begun)).toContain('LA-02 Operating test, 2 of 10 cells');
    const done = changed(begun, 'test', 'test-operating', { status: 'concluded' });
    expect(lines(done)).toContain('LA-02 Operating test, to be signed');
    const untouched = changed(fieldworkState(), 'test', 'test-operating', { status: 'notStarted' });
    expect(lines(untouched)).toContain('LA-02 Operating test, not started');
  });

  it('is also what nobody is assigned to and I worked on last', () => {
    const free = changed(fieldworkState(), 'workpaper', 'wp-design', { assigneeId: null }, 'p-senior');
    expect(lines(free, 'p-senior')).toEqual(['LA-02 Design test, under way']);
    expect(lines(free)).toEqual(['LA-02 Operating test, no item drawn yet']);
  });

  it('is a note that I answer, then one that its author clears', () => {
    const before = fieldworkState();
    const note = {
      workpaperId: 'wp-operating',
      anchor: '',
      text: 'Prove it is isolated.',
      assigneeId: 'p-staff',
    };
    const asked = taken(before, addNote(as(before, 'manager'), note), 'p-manager');
    expect(lines(asked)).toContain('CC6-02 Note from MR: Prove it is isolated.');
    const [row] = all(asked, 'reviewNote');
    const answered = taken(
      asked,
      respondToNote(contextOf(asked), row?.id ?? '', 'One system, one week-end.'),
    );
    expect(lines(answered)).not.toContain('CC6-02 Note from MR: Prove it is isolated.');
    expect(lines(answered, 'p-manager')).toEqual(['CC6-02 Answered note: Prove it is isolated.']);
  });

  it('is a list that I received and that is not reconciled', () => {
    expect(lines(receivedState().state)).toContain('LA-02 Population received, not reconciled');
  });

  it('puts what is due first at the top, and what has no day at the end', () => {
    const dated = changed(fieldworkState(), 'workpaper', 'wp-operating', { dueDate: day('2026-07-20') });
    const state = taken(
      dated,
      createRequest(contextOf(dated), {
        description: 'Tickets of the leavers',
        dueDate: day('2026-07-15'),
        controlIds: ['control-1'],
        coversFrom: null,
        coversTo: null,
        remarks: '',
      }),
    );
    const [request] = all(state, 'evidenceRequest');
    const sent = changed(state, 'evidenceRequest', request?.id ?? '', { status: 'sent' });
    expect(tasksOf(sent, viewerOf('p-staff')).map((task) => [task.kind, task.dueOn])).toEqual([
      ['request', '2026-07-15'],
      ['test', '2026-07-20'],
      ['test', null],
    ]);
  });
});
