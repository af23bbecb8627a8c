import { expect, it } from 'vitest';
import { createEngagement } from '../../../../../shared/domain/engagement/create-engagement.ts';
import { all, emptyState } from '../../../../../shared/domain/journal/state.ts';
import {
  contextOf,
  criterionFields,
  day,
  engagementFields,
  fieldworkState,
  refusalOf,
  taken,
} from '../../../../helpers/domain-fixture.ts';
import { fieldsOfRow } from '../../../../helpers/fieldwork-fixture.ts';

const known = fieldworkState();

function input(
  overrides: Parameters<typeof engagementFields>[0] = {},
): Parameters<typeof createEngagement>[1] {
  const [person] = all(known, 'person');
  const [firm] = all(known, 'firm');
  const [client] = all(known, 'client');
  if (person === undefined || firm === undefined || client === undefined) throw new Error('no fixture');
  const own = { ...criterionFields('A1.1', 0), common: false, category: 'Availability' } as const;
  return {
    firm: fieldsOfRow('firm', firm),
    client: fieldsOfRow('client', client),
    engagement: engagementFields(overrides),
    creator: { id: 'p-staff', person: fieldsOfRow('person', person) },
    creatorRole: 'manager',
    criteria: [criterionFields('CC1.1', 0), own],
  };
}

const created = (overrides?: Parameters<typeof engagementFields>[0]) =>
  taken(emptyState(), createEngagement(contextOf(emptyState()), input(overrides)));

it('starts as a draft with its creator in the team and the memos of every file', () => {
  const state = created({ status: 'draft' });
  expect(all(state, 'engagement').map(({ status }) => status)).toEqual(['draft']);
  expect(all(state, 'teamMember').map(({ personId, role }) => [personId, role])).toEqual([
    ['p-staff', 'manager'],
  ]);
  expect(all(state, 'workpaper').map(({ ref }) => ref)).toEqual(['PLAN-01', 'SUM-01', 'SUB-01']);
});

it('takes the common criteria into scope, and others with their category only', () => {
  const scope = (categories: ('Security' | 'Availability')[]) =>
    all(created({ categories }), 'criterion').map(({ code, inScope }) => [code, inScope]);
  expect(scope(['Security'])).toEqual([
    ['CC1.1', true],
    ['A1.1', false],
  ]);
  expect(scope(['Security', 'Availability']).map(([, inScope]) => inScope)).toEqual([true, true]);
});

it('refuses a period that ends before it starts', () => {
  const turned = input({ periodStart: day('2026-06-30'), periodEnd: day('2025-07-01') });
  expect(refusalOf(createEngagement(contextOf(emptyState()), turned)).code).toBe('E2');
});
