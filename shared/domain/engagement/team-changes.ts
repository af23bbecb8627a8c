import { err, ok } from '../../lib/result.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { decided, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { Op } from '../journal/entry.ts';
import { add, set } from '../journal/ops.ts';
import { all, find } from '../journal/state.ts';
import type { JoiningPerson } from './create-engagement.ts';
import { initialsOf, membershipsOf, type TeamRole } from './team.ts';

/**
 * Adds a person to the team in a role; a person whom the file does not know joins with their public key. Any member may
 * add (the first one is alone); gate R5 keeps the quality reviewer apart from every other role, both ways.
 */
export function addTeamMember(
  context: DecisionContext,
  joining: JoiningPerson,
  role: TeamRole,
): Decided<{ id: string }> {
  const { state } = context;
  const refusal = refusalToAdd(context, joining, role);
  if (refusal !== null) return err(refusal);
  const id = context.newId();
  const ops: readonly Op[] = [
    ...(find(state, 'person', joining.id) === undefined ? [add('person', joining.id, joining.person)] : []),
    add('teamMember', id, {
      personId: joining.id,
      role,
      independenceConfirmedAt: null,
      independenceStatement: null,
      leftOn: null,
    }),
  ];
  return ok({ ops, result: { id } });
}

function refusalToAdd(context: DecisionContext, joining: JoiningPerson, role: TeamRole): Refusal | null {
  const { state } = context;
  const { initials } = joining.person;
  if (membershipsOf(state, context.actorId).length === 0)
    return rule('not-in-team', 'Only members of the team add others.', 'Ask a member of the team.');
  const roles = membershipsOf(state, joining.id).map((member) => member.role);
  if (roles.includes(role))
    return rule('already-exists', `${initials} has this role already.`, 'Choose another role.');
  const everWorked = all(state, 'teamMember').some(
    (member) => member.personId === joining.id && member.role !== 'eqr',
  );
  if ((role === 'eqr' && everWorked) || (role !== 'eqr' && roles.includes('eqr')))
    return gate('R5', { person: initials });
  const isInitialsTaken = all(state, 'person').some(
    (person) => person.initials === initials && person.id !== joining.id,
  );
  return isInitialsTaken
    ? rule(
        'already-exists',
        `The initials ${initials} are taken in this engagement.`,
        'Choose other initials for the person.',
      )
    : null;
}

/** Takes a person out of a role from today on; what they did stays theirs. */
export function endMembership(context: DecisionContext, memberId: string): Decided {
  const member = find(context.state, 'teamMember', memberId);
  if (member === undefined || member.leftOn !== null)
    return err(rule('not-found', 'There is no such member.', 'Look at the team again.'));
  if (membershipsOf(context.state, context.actorId).length === 0)
    return err(rule('not-in-team', 'Only members of the team change it.', 'Ask a member of the team.'));
  return decided(set(context.state, 'teamMember', memberId, { leftOn: context.today }));
}

/** Shortest statement that says something. */
const shortestStatement = 10;

/** A person confirms their own independence for this engagement (gate A2); nobody can do it for another. */
export function confirmIndependence(context: DecisionContext, statement: string): Decided {
  const { state, actorId } = context;
  const memberships = membershipsOf(state, actorId);
  if (memberships.length === 0)
    return err(
      rule(
        'not-in-team',
        `${initialsOf(state, actorId)} is not in the team of this engagement.`,
        'Ask to be added to the team.',
      ),
    );
  if (statement.trim().length < shortestStatement)
    return err(
      rule(
        'invalid-value',
        'The statement is missing.',
        'State your independence, with threats and safeguards if any.',
        { field: 'statement' },
      ),
    );
  const values = { independenceConfirmedAt: context.at, independenceStatement: statement.trim() };
  return decided(memberships.flatMap((member) => set(state, 'teamMember', member.id, values)));
}
