import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../../../shared/domain/engagement/home-blocks.ts';
import { placesOf } from '../../../../../shared/domain/engagement/home-places.ts';
import type { EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { changed, day, fieldworkState, sha256 } from '../../../../helpers/domain-fixture.ts';
import {
  receivedState,
  reconciledState,
  recordDays,
  testedState,
} from '../../../../helpers/fieldwork-fixture.ts';

const viewer = { personId: 'p-staff', today: day('2026-07-10'), sha256 };
const places = (state: EngagementState) => placesOf(state, viewer, blocksOf(state, viewer, recordDays));

describe('the counts of the navigation', () => {
  it('say what is done of what', () => {
    const state = testedState(['1/A']).state;
    expect(places(state)).toMatchObject({
      controls: { done: 1, total: 1, blocks: 0 },
      populations: { done: 1, total: 1, blocks: 0 },
      tests: { done: 0, total: 1, blocks: 0 },
      deviations: { done: 1, total: null },
      criteria: { done: 0, total: 2 },
      letters: { done: 0, total: 2 },
      requests: { done: 0, total: 0 },
    });
  });

  it('count the gates at the place where their cause is put right', () => {
    expect(places(receivedState().state).populations.blocks).toBe(1);
    expect(places(reconciledState().state).populations.blocks).toBe(0);
    const retired = changed(fieldworkState(), 'control', 'control-1', { status: 'retired' });
    expect(places(retired).controls.blocks).toBe(1);
    expect(places(fieldworkState({ status: 'draft' })).acceptance.blocks).toBe(1);
    expect(places(fieldworkState({ status: 'accepted' })).letters.blocks).toBe(1);
  });

  it('count what keeps the report from being signed at the report', () => {
    const { report, letters } = places(fieldworkState({ status: 'wrapUp' }));
    expect(report.blocks).toBeGreaterThan(3);
    expect(letters.blocks).toBe(0);
  });

  it('count the design tests of a Type I engagement', () => {
    const typeOne = fieldworkState({
      type: 'I',
      asOfDate: day('2026-06-30'),
      periodStart: null,
      periodEnd: null,
    });
    const state = changed(typeOne, 'test', 'test-design', { status: 'concluded' });
    expect(places(state).tests).toEqual({ done: 1, total: 1, blocks: 0 });
  });
});
