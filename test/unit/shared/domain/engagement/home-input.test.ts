import { expect, it } from 'vitest';
import {
  isTestDone,
  standingPopulations,
  standingTests,
} from '../../../../../shared/domain/engagement/home-input.ts';
import { changed } from '../../../../helpers/domain-fixture.ts';
import { testedState } from '../../../../helpers/concluding-fixture.ts';

const state = testedState();

it('looks at the tests of controls that stand', () => {
  expect(standingTests(state, 'operating').map(({ id }) => id)).toEqual(['test-operating']);
  const retired = changed(state, 'control', 'control-1', { status: 'retired' });
  expect(standingTests(retired, 'operating')).toEqual([]);
});

it.each([
  ['inProgress', false],
  ['concluded', true],
  ['reviewed', true],
] as const)('sees whether a test that is %s is done', (status, done) => {
  const [test] = standingTests(changed(state, 'test', 'test-design', { status }), 'design');
  expect(test && isTestDone(test)).toBe(done);
});

it('leaves out a population that another superseded', () => {
  expect(standingPopulations(state)).toHaveLength(1);
  const later = changed(state, 'population', 'population-1', { status: 'superseded' });
  expect(standingPopulations(later)).toEqual([]);
});
