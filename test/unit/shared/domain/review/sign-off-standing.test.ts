import { expect, it } from 'vitest';
import {
  isSigned,
  levelsBelow,
  standsAt,
  standingOf,
} from '../../../../../shared/domain/review/sign-off-standing.ts';
import { changed, sha256 } from '../../../../helpers/domain-fixture.ts';
import { signedUpTo, testedState } from '../../../../helpers/concluding-fixture.ts';

it('knows who signs before whom', () => {
  expect(levelsBelow('preparer')).toEqual([]);
  expect(levelsBelow('partner')).toEqual(['preparer', 'reviewer', 'manager']);
  expect(levelsBelow('eqr')).toEqual(['preparer', 'reviewer', 'manager']);
});

it('a paper stands at a level by its state and a signature that holds', () => {
  const state = signedUpTo(testedState(), 'wp-design', 'reviewer');
  const at = (level: 'preparer' | 'reviewer' | 'manager') => standsAt(state, 'wp-design', level, sha256);
  expect([at('preparer'), at('reviewer'), at('manager')]).toEqual([true, true, false]);
  const returned = changed(state, 'workpaper', 'wp-design', { status: 'inProgress' });
  expect(isSigned(returned, 'wp-design', 'reviewer', sha256)).toBe(true);
  expect(standsAt(returned, 'wp-design', 'reviewer', sha256)).toBe(false);
  expect(standingOf(testedState(), 'wp-design', sha256).every((row) => row.state === 'missing')).toBe(true);
});
