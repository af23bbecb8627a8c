import { expect, it } from 'vitest';
import { decideMatches } from '../../../../../shared/domain/access-review/decide-matches.ts';
import { all } from '../../../../../shared/domain/journal/state.ts';
import { contextOf, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { reviewIn, reviewState } from '../../../../helpers/access-review-state.ts';

const match = (isConfirmed: boolean, personKey = '1') => ({
  ...{ accountKey: 'S / joe', personKey, isConfirmed, reason: '' },
});

it('keeps one word on each pair of account and person, the last one', () => {
  const state = reviewState();
  const reviewId = reviewIn(state).id;
  const first = taken(
    state,
    decideMatches(contextOf(state), { reviewId, matches: [match(true), match(false, '2')] }),
  );
  const then = taken(first, decideMatches(contextOf(first), { reviewId, matches: [match(false)] }));
  expect(all(then, 'accessMatch').map(({ personKey, decision }) => [personKey, decision])).toEqual([
    ['1', 'rejected'],
    ['2', 'rejected'],
  ]);
});

it('refuses a pair that is named twice, and a review that does not exist', () => {
  const state = reviewState();
  const matches = [match(true), match(false)];
  expect(refusalOf(decideMatches(contextOf(state), { reviewId: reviewIn(state).id, matches })).message).toBe(
    'A match is named twice.',
  );
  expect(refusalOf(decideMatches(contextOf(state), { reviewId: 'none', matches: [] })).code).toBe(
    'not-found',
  );
});
