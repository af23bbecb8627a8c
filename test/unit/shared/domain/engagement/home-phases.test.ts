import { expect, it } from 'vitest';
import { phasesOf } from '../../../../../shared/domain/engagement/home-phases.ts';
import { emptyState } from '../../../../../shared/domain/journal/state.ts';
import { changed, day, sha256 } from '../../../../helpers/domain-fixture.ts';
import { approvedState, concludedCriteria, testedState } from '../../../../helpers/concluding-fixture.ts';

const viewer = { personId: 'p-staff', today: day('2026-07-10'), sha256 };
const phase = (state: Parameters<typeof phasesOf>[0], id: string) =>
  phasesOf(state, viewer).find((one) => one.id === id);

it('has six phases, none without an engagement', () => {
  expect(phasesOf(testedState(), viewer).map(({ state }) => state)).toEqual([
    ...['done', 'done', 'current'],
    ...['later', 'later', 'later'],
  ]);
  expect(phasesOf(emptyState(), viewer)).toEqual([]);
});

it('counts what is done in fieldwork', () => {
  const open = changed(testedState(), 'test', 'test-operating', { status: 'inProgress' });
  expect(phase(open, 'fieldwork')?.parts).toEqual([
    { id: 'design', done: 1, total: 1 },
    { id: 'populations', done: 1, total: 1 },
    { id: 'tests', done: 0, total: 1 },
    { id: 'criteria', done: 0, total: 2 },
  ]);
  const concluded = phase(concludedCriteria(approvedState(testedState())), 'fieldwork')?.parts.at(-1);
  expect(concluded).toEqual({ id: 'criteria', done: 2, total: 2 });
});

it('counts neither lists nor operating tests in a Type I engagement', () => {
  const typeOne = changed(testedState(), 'engagement', 'engagement-1', { type: 'I' });
  expect(phase(typeOne, 'fieldwork')?.parts.map(({ id }) => id)).toEqual(['design', 'criteria']);
});

it('takes the planned day for the issue until there is one', () => {
  expect(phase(testedState(), 'issue')?.date).toBe('2026-08-31');
});

it('has nothing left once the file is locked', () => {
  const locked = changed(testedState(), 'engagement', 'engagement-1', { status: 'locked' });
  expect(new Set(phasesOf(locked, viewer).map(({ state }) => state))).toEqual(new Set(['done']));
});
