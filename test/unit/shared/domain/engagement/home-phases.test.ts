import { describe, expect, it } from 'vitest';
import { phasesOf } from '../../../../../shared/domain/engagement/home-phases.ts';
import {
  isTestDone,
  standingPopulations,
  standingTests,
} from '../../../../../shared/domain/engagement/home-input.ts';
import type { EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { changed, day, fieldworkState, sha256 } from '../../../../helpers/domain-fixture.ts';
import { receivedState } from '../../../../helpers/fieldwork-fixture.ts';

const viewer = { personId: 'p-staff', today: day('2026-07-10'), sha256 };

const statesOf = (state: EngagementState) => phasesOf(state, viewer).map((phase) => phase.state);

describe('the phases', () => {
  it.each([
    ['draft', ['current', 'later', 'later', 'later', 'later', 'later']],
    ['accepted', ['done', 'current', 'later', 'later', 'later', 'later']],
    ['planning', ['done', 'current', 'later', 'later', 'later', 'later']],
    ['fieldwork', ['done', 'done', 'current', 'later', 'later', 'later']],
    ['wrapUp', ['done', 'done', 'done', 'current', 'later', 'later']],
    ['issued', ['done', 'done', 'done', 'done', 'done', 'current']],
    ['assembling', ['done', 'done', 'done', 'done', 'done', 'current']],
    ['locked', ['done', 'done', 'done', 'done', 'done', 'done']],
  ] as const)('of an engagement in the state %s', (status, expected) => {
    expect(statesOf(fieldworkState({ status }))).toEqual(expected);
  });

  it('count what is done in fieldwork', () => {
    const state = changed(fieldworkState(), 'test', 'test-design', { status: 'concluded' });
    const [, planning, fieldwork] = phasesOf(state, viewer);
    expect(planning?.parts).toEqual([{ id: 'controls', done: 1, total: 1 }]);
    expect(fieldwork?.parts).toEqual([
      { id: 'design', done: 1, total: 1 },
      { id: 'populations', done: 0, total: 0 },
      { id: 'tests', done: 0, total: 1 },
      { id: 'criteria', done: 0, total: 2 },
    ]);
  });

  it('have no populations and no tests of operation in a Type I engagement', () => {
    const state = fieldworkState({
      type: 'I',
      asOfDate: day('2026-06-30'),
      periodStart: null,
      periodEnd: null,
    });
    const [, , fieldwork] = phasesOf(state, viewer);
    expect(fieldwork?.parts.map((part) => part.id)).toEqual(['design', 'criteria']);
  });

  it('plan the issue on the report date and the lock sixty days after it', () => {
    const dates = phasesOf(fieldworkState(), viewer).map((phase) => phase.date);
    expect(dates).toEqual([null, null, null, null, '2026-08-31', '2026-10-30']);
  });
});

describe('what stands', () => {
  it('leaves out the tests of a retired control', () => {
    const state = changed(fieldworkState(), 'control', 'control-1', { status: 'retired' });
    expect(standingTests(fieldworkState(), 'operating')).toHaveLength(1);
    expect(standingTests(state, 'operating')).toEqual([]);
  });

  it('leaves out superseded populations', () => {
    const received = receivedState().state;
    const [population] = standingPopulations(received);
    if (population === undefined) throw new Error('the fixture received no population');
    expect(
      standingPopulations(changed(received, 'population', population.id, { status: 'superseded' })),
    ).toEqual([]);
  });

  it('takes a reviewed test as done', () => {
    const reviewed = changed(fieldworkState(), 'test', 'test-design', { status: 'reviewed' });
    expect(standingTests(reviewed, 'design').map(isTestDone)).toEqual([true]);
    expect(standingTests(fieldworkState(), 'design').map(isTestDone)).toEqual([false]);
  });
});
