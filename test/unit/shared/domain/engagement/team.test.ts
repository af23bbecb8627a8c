import { describe, expect, it } from 'vitest';
import {
  highestRole,
  isAtLeast,
  refusalToActAs,
  refusalToWork,
} from '../../../../../shared/domain/engagement/team.ts';
import {
  addTeamMember,
  confirmIndependence,
  endMembership,
} from '../../../../../shared/domain/engagement/team-changes.ts';
import {
  changed,
  contextOf,
  day,
  fieldworkState,
  refusalOf,
  taken,
} from '../../../../helpers/domain-fixture.ts';

const eqr = { name: 'LT', initials: 'LT', email: null, credential: 'CPA', isCpa: true, publicKey: '00' };

describe('the team', () => {
  it('orders its roles, with the quality reviewer apart', () => {
    expect(isAtLeast('partner', 'manager')).toBe(true);
    expect(isAtLeast('staff', 'senior')).toBe(false);
    expect(isAtLeast('eqr', 'staff')).toBe(false);
    expect(isAtLeast('partner', 'eqr')).toBe(false);
    expect(highestRole(fieldworkState(), 'p-manager')).toBe('manager');
    expect(highestRole(fieldworkState(), 'p-eqr')).toBeNull();
  });

  it('lets nobody from outside work', () => {
    expect(refusalToWork(contextOf(fieldworkState(), { actorId: 'p-eqr' }))?.code).toBe('not-in-team');
  });

  it('asks for independence first (A2)', () => {
    const state = changed(fieldworkState(), 'teamMember', 'm-staff', { independenceConfirmedAt: null });
    expect(refusalToWork(contextOf(state))).toMatchObject({
      code: 'A2',
      message: 'AK has not confirmed independence.',
    });
    const confirmed = taken(state, confirmIndependence(contextOf(state), 'Independent, no threats known.'));
    expect(refusalToWork(contextOf(confirmed))).toBeNull();
  });

  it('asks for the role', () => {
    expect(refusalToActAs(contextOf(fieldworkState()), 'senior')?.code).toBe('role-required');
    expect(refusalToActAs(contextOf(fieldworkState(), { actorId: 'p-partner' }), 'senior')).toBeNull();
  });

  it('keeps the quality reviewer apart, both ways (R5)', () => {
    const state = fieldworkState();
    const message = 'MR worked on this engagement and cannot be the quality reviewer.';
    const manager = { ...eqr, initials: 'MR' };
    expect(refusalOf(addTeamMember(contextOf(state), { id: 'p-manager', person: manager }, 'eqr'))).toEqual({
      code: 'R5',
      message,
    });
    const withEqr = taken(state, addTeamMember(contextOf(state), { id: 'p-eqr', person: eqr }, 'eqr'));
    expect(refusalOf(addTeamMember(contextOf(withEqr), { id: 'p-eqr', person: eqr }, 'staff')).code).toBe(
      'R5',
    );
  });

  it('counts who left as having worked', () => {
    const state = fieldworkState();
    const left = taken(state, endMembership(contextOf(state, { today: day('2026-02-01') }), 'm-senior'));
    expect(highestRole(left, 'p-senior')).toBeNull();
    const decision = addTeamMember(
      contextOf(left),
      { id: 'p-senior', person: { ...eqr, initials: 'JS' } },
      'eqr',
    );
    expect(refusalOf(decision).code).toBe('R5');
  });

  it('refuses a role twice and initials that another person has', () => {
    const state = fieldworkState();
    expect(
      refusalOf(
        addTeamMember(contextOf(state), { id: 'p-staff', person: { ...eqr, initials: 'AK' } }, 'staff'),
      ).code,
    ).toBe('already-exists');
    expect(
      refusalOf(addTeamMember(contextOf(state), { id: 'p-new', person: { ...eqr, initials: 'AK' } }, 'staff'))
        .code,
    ).toBe('already-exists');
  });
});
