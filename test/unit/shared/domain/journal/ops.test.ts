import { expect, it } from 'vitest';
import { add, isSame, set, touchedBy, versionsOf } from '../../../../../shared/domain/journal/ops.ts';
import { changed, criterionFields, fieldworkState } from '../../../../helpers/domain-fixture.ts';

it('writes nothing where the value stands already', () => {
  const state = fieldworkState();
  expect(set(state, 'control', 'control-1', { code: 'LA-02', risk: 'high' })).toEqual([]);
  expect(set(state, 'engagement', 'engagement-1', { categories: ['Security'] })).toEqual([]);
});

it('names the version that it replaces', () => {
  const state = fieldworkState();
  expect(set(state, 'control', 'control-1', { code: 'LA-02', risk: 'low' })).toEqual([
    { op: 'set', entity: 'control', id: 'control-1', field: 'risk', value: 'low', parents: [state.head] },
  ]);
  const edited = changed(state, 'control', 'control-1', { risk: 'low' });
  expect(versionsOf(edited, 'control', 'control-1', 'risk')).toEqual([edited.head]);
  expect(versionsOf(edited, 'control', 'control-9', 'risk')).toEqual([]);
});

it.each([
  [['a', 'b'], ['a', 'b'], true],
  [['a', 'b'], ['b', 'a'], false],
  [['a'], ['a', 'b'], false],
  [['a'], 'a', false],
  [undefined, null, false],
  [null, null, true],
  [1, '1', false],
] as const)('compares %j with %j', (a, b, same) => {
  expect(isSame(a, b)).toBe(same);
});

it('names each row once that operations touch', () => {
  const ops = [
    add('criterion', 'c-1', criterionFields('CC1.1', 3)),
    ...set(fieldworkState(), 'control', 'control-1', { risk: 'low', owner: 'Operations' }),
  ];
  expect(touchedBy(ops)).toEqual([
    { entity: 'criterion', id: 'c-1' },
    { entity: 'control', id: 'control-1' },
  ]);
});
