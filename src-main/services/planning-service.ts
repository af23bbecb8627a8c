import type { planningContract } from '../../shared/contract/planning.ts';
import { proposeNotRelevant, approveNotRelevant } from '../../shared/domain/criteria/not-relevant.ts';
import { answerAcceptance, concludeAcceptance } from '../../shared/domain/engagement/acceptance.ts';
import { editEngagement } from '../../shared/domain/engagement/edit-engagement.ts';
import { moveEngagement } from '../../shared/domain/engagement/lifecycle.ts';
import { refusalToWork } from '../../shared/domain/engagement/team.ts';
import {
  addTeamMember,
  confirmIndependence,
  endMembership,
} from '../../shared/domain/engagement/team-changes.ts';
import { rule } from '../../shared/domain/gates/refusal.ts';
import type { EntityName } from '../../shared/domain/journal/entities.ts';
import { addRow, editRow } from '../../shared/domain/journal/row-decisions.ts';
import { err, ok } from '../../shared/lib/result.ts';
import { personFields } from './engagement-service.ts';
import type { Handlers } from './handlers.ts';
import { acceptanceView, nextGates, scopeView, teamView } from './planning-views.ts';
import type { ProfilePort } from './ports/profile.ts';
import type { Session } from './session.ts';
import { checkedDates, given } from './inputs.ts';

type Planning = Handlers<typeof planningContract>;
type Part<Prefix extends string> = Pick<Planning, Extract<keyof Planning, `${Prefix}.${string}`>>;

/** Acceptance, team and scope. */
export function createPlanningService(session: Session, profile: ProfilePort): Planning {
  return {
    ...acceptanceHandlers(session),
    ...teamHandlers(session, profile),
    ...engagementHandlers(session),
    ...scopeHandlers(session),
  };
}

function acceptanceHandlers(session: Session): Part<'acceptance'> {
  return {
    'acceptance.get': () => ok(acceptanceView(session.state())),
    'acceptance.answer': ({ question, answer, note }) =>
      session.commit('acceptance.answer', [], (context) => answerAcceptance(context, question, answer, note)),
    'acceptance.conclude': ({ conclusion, safeguards }) =>
      session.commit('acceptance.conclude', [], (context) =>
        concludeAcceptance(context, conclusion, safeguards),
      ),
  };
}

function teamHandlers(session: Session, profile: ProfilePort): Part<'team'> {
  return {
    'team.list': () => ok(teamView(session.state())),
    'team.add': ({ personId, role }) => {
      const person = profile.persons().find((known) => known.id === personId || known.initials === personId);
      if (person === undefined)
        return err(
          rule('not-found', 'This person is not known on this computer.', 'Create the person first.'),
        );
      const joining = { id: person.id, person: personFields(person) };
      return session.commit('team.add', [], (context) => addTeamMember(context, joining, role));
    },
    'team.leave': ({ memberId }) =>
      session.commit('team.leave', [], (context) => endMembership(context, memberId)),
    'team.confirmIndependence': ({ statement }) =>
      session.commit('team.confirmIndependence', [], (context) => confirmIndependence(context, statement)),
  };
}

function engagementHandlers(session: Session): Part<'engagement'> {
  return {
    'engagement.edit': ({ revision, scopeReason, reasons, ...edit }) =>
      session.commit('engagement.edit', reasons, (context) =>
        editEngagement(context, revision, given(checkedDates(edit)), scopeReason),
      ),
    'engagement.move': ({ to, reason }) =>
      session.commit('engagement.move', [], (context) => moveEngagement(context, to, reason)),
    'engagement.gates': () => ok(nextGates(session.state())),
  };
}

function scopeHandlers(session: Session): Part<'scope'> {
  const withdraw = (kind: string, entity: EntityName) => (row: { id: string; revision: number }) =>
    session.commit(
      kind,
      [],
      (context) => editRow(context, entity as 'location', row, { withdrawn: true }, refusalToWork(context)), // every entity withdrawn here has the flag
    );
  return {
    'scope.get': () => ok(scopeView(session.state())),
    'scope.save': ({ id, revision, ...texts }) =>
      session.commit('scope.save', [], (context) =>
        editRow(context, 'scope', { id, revision }, given(texts), refusalToWork(context)),
      ),
    'scope.addLocation': (fields) =>
      session.commit('scope.addLocation', [], (context) =>
        addRow(context, 'location', { ...fields, withdrawn: false }, refusalToWork(context)),
      ),
    'scope.withdrawLocation': withdraw('scope.withdrawLocation', 'location'),
    'scope.addSubservice': (fields) =>
      session.commit('scope.addSubservice', [], (context) =>
        addRow(context, 'subserviceOrganization', { ...fields, withdrawn: false }, refusalToWork(context)),
      ),
    'scope.editSubservice': ({ id, revision, ...fields }) =>
      session.commit('scope.editSubservice', [], (context) =>
        editRow(context, 'subserviceOrganization', { id, revision }, given(fields), refusalToWork(context)),
      ),
    'scope.withdrawSubservice': withdraw('scope.withdrawSubservice', 'subserviceOrganization'),
    'scope.addComplementary': (fields) =>
      session.commit('scope.addComplementary', [], (context) =>
        addRow(context, 'complementaryControl', { ...fields, withdrawn: false }, refusalToWork(context)),
      ),
    'scope.editComplementary': ({ id, revision, ...fields }) =>
      session.commit('scope.editComplementary', [], (context) =>
        editRow(context, 'complementaryControl', { id, revision }, given(fields), refusalToWork(context)),
      ),
    'scope.withdrawComplementary': withdraw('scope.withdrawComplementary', 'complementaryControl'),
    'scope.addCommitment': (fields) =>
      session.commit('scope.addCommitment', [], (context) =>
        addRow(context, 'commitment', { ...fields, withdrawn: false }, refusalToWork(context)),
      ),
    'scope.withdrawCommitment': withdraw('scope.withdrawCommitment', 'commitment'),
    'scope.markNotRelevant': ({ criterionCode, reason }) =>
      session.commit('scope.markNotRelevant', [], (context) =>
        proposeNotRelevant(context, criterionCode, reason),
      ),
    'scope.approveNotRelevant': ({ id }) =>
      session.commit('scope.approveNotRelevant', [], (context) => approveNotRelevant(context, id)),
    'scope.withdrawNotRelevant': withdraw('scope.withdrawNotRelevant', 'nonRelevantCriterion'),
  };
}
