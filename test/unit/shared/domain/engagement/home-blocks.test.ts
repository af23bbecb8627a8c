import { expect, it } from 'vitest';
import { blocksOf } from '../../../../../shared/domain/engagement/home-blocks.ts';
import { emptyState } from '../../../../../shared/domain/journal/state.ts';
import { changed, day, sha256 } from '../../../../helpers/domain-fixture.ts';
import { deviatingState, readyState, testedState } from '../../../../helpers/concluding-fixture.ts';

const viewer = { personId: 'p-staff', today: day('2026-07-10'), sha256 };
const found = (state: Parameters<typeof blocksOf>[0]) =>
  blocksOf(state, viewer).map(({ refusal, subject }) => [refusal.code, subject]);

it('says of an open deviation where it was found', () => {
  const open = changed(deviatingState(), 'deviation', 'deviation-1', { status: 'identified', nature: '' });
  const key = open.rows.sampleItem.get('item-2')?.populationKey ?? 'none';
  expect(found(open)).toContainEqual(['T3', `LA-02, item ${key}, attribute A`]);
  expect(found(deviatingState()).map(([code]) => code)).not.toContain('T3');
});

it('says which test of a received list is missing', () => {
  const received = changed(testedState(), 'population', 'population-1', { status: 'received' });
  expect(found(received)).toContainEqual([
    'N1',
    'LA-02 Employees and contractors who left: no completeness and no accuracy test on record',
  ]);
});

it('asks every member for independence before fieldwork', () => {
  const planning = changed(testedState(), 'engagement', 'engagement-1', { status: 'planning' });
  const open = changed(planning, 'teamMember', 'm-senior', { independenceConfirmedAt: null });
  const [block] = blocksOf(open, viewer).filter(({ refusal }) => refusal.code === 'A2');
  expect(block?.refusal).toMatchObject({ target: { entity: 'teamMember', id: 'm-senior' } });
  expect(found(planning).map(([code]) => code)).not.toContain('A2');
});

it('puts blocks before warnings, and finds nothing to block where the report is ready', () => {
  const kinds = blocksOf(changed(readyState(), 'workpaper', 'wp-memo', { body: '' }), viewer).map(
    ({ refusal }) => refusal.kind,
  );
  expect(kinds).toContain('block');
  expect(kinds).toEqual([...kinds].sort());
  expect(blocksOf(readyState(), viewer).filter(({ refusal }) => refusal.kind === 'block')).toEqual([]);
  expect(found(emptyState())).toEqual([]);
});
