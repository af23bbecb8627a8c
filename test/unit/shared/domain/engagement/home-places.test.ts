import { expect, it } from 'vitest';
import { blocksOf } from '../../../../../shared/domain/engagement/home-blocks.ts';
import { placesOf } from '../../../../../shared/domain/engagement/home-places.ts';
import { changed, day, sha256 } from '../../../../helpers/domain-fixture.ts';
import { deviatingState, readyState, testedState } from '../../../../helpers/concluding-fixture.ts';

const viewer = { personId: 'p-staff', today: day('2026-07-10'), sha256 };
const places = (state: Parameters<typeof placesOf>[0]) => placesOf(state, viewer, blocksOf(state, viewer));

it('counts what is done at each place', () => {
  expect(places(readyState())).toMatchObject({
    controls: { done: 1, total: 1 },
    populations: { done: 1, total: 1 },
    tests: { done: 1, total: 1 },
    criteria: { done: 2, total: 2 },
    letters: { done: 2, total: 2 },
    report: { done: null, total: null, blocks: 0 },
  });
  expect(places(testedState())).toMatchObject({ criteria: { done: 0 }, letters: { done: 0 } });
  expect(places(deviatingState()).deviations).toMatchObject({ done: 1, total: null });
});

it('counts a gate where its cause is worked on', () => {
  const received = changed(testedState(), 'population', 'population-1', { status: 'received' });
  expect(places(received).populations).toEqual({ done: 0, total: 1, blocks: 1 });
});
