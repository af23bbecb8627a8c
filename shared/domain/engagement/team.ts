import { gate, rule, type Refusal } from '../gates/refusal.ts';
import type { DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { all, find, type EngagementState } from '../journal/state.ts';

/** A role in an engagement's team. */
export type TeamRole = FieldsOf<'teamMember'>['role'];

/** Roles in order of level; the quality reviewer stands outside the order. */
export const roleLevels: readonly TeamRole[] = ['staff', 'senior', 'manager', 'partner'];

/** The engagement of a file; there is exactly one. */
export function engagementOf(state: EngagementState): Row<'engagement'> | undefined {
  return all(state, 'engagement')[0];
}

/**
 * Why this engagement gives no opinion and no signed report, or `null`: a readiness assessment is advice before the
 * examination (a.4).
 */
export function refusalOfReadiness(state: EngagementState): Refusal | null {
  const engagement = engagementOf(state);
  if (engagement?.kind !== 'readiness') return null;
  return rule(
    'wrong-state',
    'A readiness assessment gives no opinion and no signed report.',
    'Start an examination for an opinion.',
    { kind: 'readiness' },
    { entity: 'engagement', id: engagement.id },
  );
}

/** The memberships of a person that still hold. */
export function membershipsOf(state: EngagementState, personId: string): readonly Row<'teamMember'>[] {
  return all(state, 'teamMember').filter((member) => member.personId === personId && member.leftOn === null);
}

/** The members of the team in a role. */
export function membersIn(state: EngagementState, role: TeamRole): readonly Row<'teamMember'>[] {
  return all(state, 'teamMember').filter((member) => member.role === role && member.leftOn === null);
}

/** Whether a person holds a role, or a higher one. The quality reviewer is never a higher role. */
export function holdsRole(state: EngagementState, personId: string, atLeast: TeamRole): boolean {
  return membershipsOf(state, personId).some((member) => isAtLeast(member.role, atLeast));
}

/** Whether a role is the same as, or above, another. */
export function isAtLeast(role: TeamRole, other: TeamRole): boolean {
  if (role === 'eqr' || other === 'eqr') return role === other;
  return roleLevels.indexOf(role) >= roleLevels.indexOf(other);
}

/** The highest role that a person holds, or `null` for a person outside the team. */
export function highestRole(state: EngagementState, personId: string): TeamRole | null {
  const roles = membershipsOf(state, personId).map((member) => member.role);
  return [...roleLevels].reverse().find((role) => roles.includes(role)) ?? roles[0] ?? null;
}

/** How a person is named in refusals and tables. */
export function initialsOf(state: EngagementState, personId: string | null): string {
  return find(state, 'person', personId)?.initials ?? 'unknown';
}

/**
 * Why the acting person may not work on the engagement, or `null`: only members of the team act, and only after they
 * confirmed their independence for this engagement (gate A2).
 */
export function refusalToWork({ state, actorId }: DecisionContext): Refusal | null {
  return refusalToAssign(state, actorId);
}

/** Why a person may not be given work on the engagement, or `null`: outside the team, or independence not confirmed (gate A2). */
export function refusalToAssign(state: EngagementState, personId: string): Refusal | null {
  const memberships = membershipsOf(state, personId);
  const person = initialsOf(state, personId);
  if (memberships.length === 0)
    return rule(
      'not-in-team',
      `${person} is not in the team of this engagement.`,
      'Ask the engagement partner or manager to add the person to the team.',
      { person },
    );
  const isConfirmed = memberships.some((member) => member.independenceConfirmedAt !== null);
  return isConfirmed ? null : gate('A2', { person });
}

/** Why the acting person may not do what a role is needed for, or `null`. Includes `refusalToWork`. */
export function refusalToActAs(context: DecisionContext, atLeast: TeamRole): Refusal | null {
  const general = refusalToWork(context);
  if (general !== null) return general;
  if (holdsRole(context.state, context.actorId, atLeast)) return null;
  return rule(
    'role-required',
    `This needs the role ${atLeast} or above.`,
    `Ask a person with the role ${atLeast} or above to do it.`,
    { role: atLeast },
  );
}
