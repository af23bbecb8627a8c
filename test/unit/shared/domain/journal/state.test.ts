import { expect, it } from 'vitest';
import { add, set } from '../../../../../shared/domain/journal/ops.ts';
import { all, conflicts, emptyState, find, where } from '../../../../../shared/domain/journal/state.ts';
import { after, changed, criterionFields, fieldworkState } from '../../../../helpers/domain-fixture.ts';

it('begins without rows, entries and versions', () => {
  const state = emptyState();
  expect(state).toMatchObject({ entries: 0, lamport: 0, head: '0'.repeat(64) });
  expect(Object.values(state.rows).every((rows) => rows.size === 0)).toBe(true);
});

it('lists rows in the order in which they were added', () => {
  const state = after(fieldworkState(), [add('criterion', 'a-first-by-name', criterionFields('CC1.1', 3))]);
  expect(all(state, 'criterion').map((row) => row.code)).toEqual(['CC6.2', 'CC6.3', 'CC1.1']);
  expect(find(state, 'criterion', 'a-first-by-name')?.code).toBe('CC1.1');
  expect(find(state, 'criterion', null)).toBeUndefined();
});

it('groups the rows anew after a change, and keeps the old groups for the old state', () => {
  const before = fieldworkState();
  expect(where(before, 'control', 'risk', 'high')).toHaveLength(1);
  const later = changed(before, 'control', 'control-1', { risk: 'low' });
  expect(where(later, 'control', 'risk', 'high')).toEqual([]);
  expect(where(later, 'control', 'risk', 'low')).toHaveLength(1);
  expect(where(before, 'control', 'risk', 'high')).toHaveLength(1);
});

it('names the field that two writers changed without knowing of each other', () => {
  const start = fieldworkState();
  const other = set(start, 'control', 'control-1', { owner: 'Identity office' });
  const both = after(changed(start, 'control', 'control-1', { owner: 'Operations' }), other);
  expect(conflicts(both)).toEqual([{ entity: 'control', id: 'control-1', field: 'owner' }]);
  expect(conflicts(start)).toEqual([]);
});
