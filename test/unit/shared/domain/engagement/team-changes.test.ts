import { expect, it } from 'vitest';
import { confirmIndependence, endMembership } from '../../../../../shared/domain/engagement/team-changes.ts';
import { contextOf, fieldworkState, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';

const state = fieldworkState();

it('ends a membership today, once', () => {
  const ended = taken(state, endMembership(contextOf(state), 'm-senior'));
  expect(ended.rows.teamMember.get('m-senior')?.leftOn).toBe('2026-07-10');
  expect(refusalOf(endMembership(contextOf(ended), 'm-senior')).code).toBe('not-found');
});

it('lets nobody from outside change the team or state independence', () => {
  const outside = contextOf(state, { actorId: 'p-eqr' });
  expect(refusalOf(endMembership(outside, 'm-senior')).code).toBe('not-in-team');
  expect(refusalOf(confirmIndependence(outside, 'Independent in fact.')).code).toBe('not-in-team');
});

it('keeps the statement of the person who acts, trimmed, and asks for one that says something', () => {
  const context = contextOf(state, { at: '2026-07-11T08:00:00Z' });
  expect(refusalOf(confirmIndependence(context, '   yes      ')).code).toBe('invalid-value');
  const confirmed = taken(state, confirmIndependence(context, '  No threats are known. '));
  expect(confirmed.rows.teamMember.get('m-staff')).toMatchObject({
    independenceStatement: 'No threats are known.',
    independenceConfirmedAt: '2026-07-11T08:00:00Z',
  });
  expect(confirmed.rows.teamMember.get('m-senior')?.independenceConfirmedAt).toBe('2026-01-05T09:00:00Z');
});
