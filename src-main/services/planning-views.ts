import type { planningContract } from '../../shared/contract/planning.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import { acceptanceQuestions } from '../../shared/domain/engagement/acceptance.ts';
import { engagementMoves, gatesToMove } from '../../shared/domain/engagement/lifecycle.ts';
import { engagementOf, initialsOf } from '../../shared/domain/engagement/team.ts';
import type { FindingView } from '../../shared/contract/engagement.ts';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import { all, find, type EngagementState } from '../../shared/domain/journal/state.ts';

type Contract = typeof planningContract;

/** A refusal as screens show it. */
export function finding(refusal: Refusal): FindingView {
  const { code, kind, message, next, target } = refusal;
  return { code, kind, message, next, target };
}

/** The acceptance form. */
export function acceptanceView(state: EngagementState): OutputOf<Contract['acceptance.get']> {
  const answers = new Map(all(state, 'acceptanceAnswer').map((row) => [row.question, row]));
  const [form] = all(state, 'acceptanceForm');
  const concludedBy = form?.concludedBy ?? null;
  return {
    questions: acceptanceQuestions.map(({ code, text }) => ({
      code,
      text,
      answer: answers.get(code)?.answer ?? null,
      note: answers.get(code)?.note ?? '',
    })),
    conclusion: form?.conclusion ?? null,
    safeguards: form?.safeguards ?? '',
    concludedBy: concludedBy === null ? null : initialsOf(state, concludedBy),
    concludedAt: form?.concludedAt ?? null,
  };
}

/** The team with confirmations; those who left are shown too. */
export function teamView(state: EngagementState): OutputOf<Contract['team.list']> {
  return all(state, 'teamMember').map((member) => {
    const person = find(state, 'person', member.personId);
    const { id, personId, role, independenceConfirmedAt, independenceStatement, leftOn } = member;
    return {
      ...{ id, personId, role, independenceConfirmedAt, independenceStatement, leftOn },
      name: person?.name ?? '',
      initials: person?.initials ?? '',
      credential: person?.credential ?? '',
    };
  });
}

/** The usual next move of the engagement and what stands before it. */
export function nextGates(state: EngagementState): OutputOf<Contract['engagement.gates']> {
  const engagement = engagementOf(state);
  const next = engagement === undefined ? undefined : engagementMoves[engagement.status].at(0);
  if (engagement === undefined || next === undefined) return { next: null, findings: [] };
  return { next, findings: gatesToMove(state, engagement.status, next).map(finding) };
}

/** Scope with everything that stands in it. */
export function scopeView(state: EngagementState): OutputOf<Contract['scope.get']> {
  const [scope] = all(state, 'scope');
  if (scope === undefined) throw new Error('the file holds no scope');
  const { id, revision, boundary, infrastructure, software, people, procedures, data } = scope;
  return {
    ...{ id, revision, boundary, infrastructure, software, people, procedures, data },
    categories: [...(engagementOf(state)?.categories ?? [])],
    locations: all(state, 'location')
      .filter((row) => !row.withdrawn)
      .map((row) => ({ id: row.id, revision: row.revision, name: row.name, purpose: row.purpose })),
    subservices: subserviceViews(state),
    complementary: complementaryViews(state),
    commitments: all(state, 'commitment')
      .filter((row) => !row.withdrawn)
      .map((row) => ({
        id: row.id,
        revision: row.revision,
        kind: row.kind,
        text: row.text,
        categories: [...row.categories] as OutputOf<
          Contract['scope.get']
        >['commitments'][number]['categories'], // checked when they were recorded
      })),
    notRelevant: all(state, 'nonRelevantCriterion')
      .filter((row) => !row.withdrawn)
      .map((row) => ({
        id: row.id,
        revision: row.revision,
        criterionCode: row.criterionCode,
        reason: row.reason,
        approvedBy: row.approvedBy === null ? null : initialsOf(state, row.approvedBy),
      })),
  };
}

function subserviceViews(state: EngagementState): OutputOf<Contract['scope.get']>['subservices'] {
  return all(state, 'subserviceOrganization')
    .filter((row) => !row.withdrawn)
    .map((row) => ({
      id: row.id,
      revision: row.revision,
      name: row.name,
      service: row.service,
      method: row.method,
      criteria: [...row.criteria],
      monitoringControlIds: [...row.monitoringControlIds],
      assertionPlanned: row.assertionPlanned,
    }));
}

function complementaryViews(state: EngagementState): OutputOf<Contract['scope.get']>['complementary'] {
  return all(state, 'complementaryControl')
    .filter((row) => !row.withdrawn)
    .map((row) => ({
      id: row.id,
      revision: row.revision,
      kind: row.kind,
      subserviceId: row.subserviceId,
      number: row.number,
      text: row.text,
      criteria: [...row.criteria],
      controlIds: [...row.controlIds],
    }));
}
