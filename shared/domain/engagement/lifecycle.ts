import { err } from '../../lib/result.ts';
import { uncoveredCriteria } from '../criteria/coverage.ts';
import { gate, rule, together, type Refusal } from '../gates/refusal.ts';
import { statesInWords, stateWords } from '../gates/state-words.ts';
import { decided, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf } from '../journal/entities.ts';
import { set } from '../journal/ops.ts';
import { all, where, type EngagementState } from '../journal/state.ts';
import { engagementOf, holdsRole, membersIn, membershipsOf, refusalToActAs } from './team.ts';

/** Where an engagement stands. */
export type EngagementStatus = FieldsOf<'engagement'>['status'];

/** The only moves (b.2). `cancelled` may follow every state before `issued`. */
export const engagementMoves: Readonly<Record<EngagementStatus, readonly EngagementStatus[]>> = {
  draft: ['accepted', 'cancelled'],
  accepted: ['planning', 'cancelled'],
  planning: ['fieldwork', 'cancelled'],
  fieldwork: ['wrapUp', 'cancelled'],
  wrapUp: ['fieldwork', 'issued', 'cancelled'],
  issued: ['assembling'],
  assembling: ['locked'],
  locked: [],
  cancelled: [],
};

/** The moves that a person makes by hand; issue and lock have decisions of their own. */
export type HandMove = 'accepted' | 'planning' | 'fieldwork' | 'wrapUp' | 'cancelled';

/** Moves that need a reason because they undo progress. */
const needsReason = (from: EngagementStatus, to: HandMove): boolean =>
  to === 'cancelled' || (from === 'wrapUp' && to === 'fieldwork');

/**
 * Moves the engagement on, or says every gate that stands in the way: A1 to accept, A3 and A4 to plan, P1 and P2 to
 * start fieldwork. Reopening fieldwork and cancelling need a reason. A manager or above moves the engagement.
 */
export function moveEngagement(context: DecisionContext, to: HandMove, reason: string): Decided {
  const engagement = engagementOf(context.state);
  if (engagement === undefined)
    return err(rule('not-found', 'The file holds no engagement.', 'Open another file.'));
  const from = engagement.status;
  if (!engagementMoves[from].includes(to)) return err(wrongMove(from, to));
  const refusal = to === 'accepted' ? refusalOfOutsider(context) : refusalToActAs(context, 'manager');
  if (refusal !== null) return err(refusal);
  if (needsReason(from, to) && reason.trim().length < 10)
    return err(
      rule('invalid-value', 'A reason of at least 10 characters is needed.', 'Type the reason.', {
        field: 'reason',
      }),
    );
  const blocked = together(gatesToMove(context.state, from, to));
  if (blocked !== null) return err(blocked);
  const statusReason = reason.trim() === '' ? null : reason.trim();
  return decided(set(context.state, 'engagement', engagement.id, { status: to, statusReason }));
}

/** The engagement is accepted before anyone has to confirm independence; only the team does it. */
function refusalOfOutsider({ state, actorId }: DecisionContext): Refusal | null {
  if (membershipsOf(state, actorId).length > 0) return null;
  return rule('not-in-team', 'Only members of the team move the engagement.', 'Ask a member of the team.');
}

/** The gates before a move, for the screen that shows what is left. */
export function gatesToMove(
  state: EngagementState,
  from: EngagementStatus,
  to: EngagementStatus,
): readonly Refusal[] {
  if (from === 'draft' && to === 'accepted') return gateA1(state);
  if (from === 'accepted' && to === 'planning') return [...gateA3(state), ...gateA4(state)];
  if (from === 'planning' && to === 'fieldwork') return [...gateP1(state), ...gateP2(state)];
  return [];
}

/** A1: the acceptance form is concluded to accept, by a partner of the engagement. */
function gateA1(state: EngagementState): readonly Refusal[] {
  const [form] = all(state, 'acceptanceForm');
  const isAccepted = form?.conclusion === 'accept' || form?.conclusion === 'acceptWithSafeguards';
  const concludedBy = form?.concludedBy ?? null;
  const isByPartner = concludedBy !== null && holdsRole(state, concludedBy, 'partner');
  const target = form === undefined ? null : { entity: 'acceptanceForm' as const, id: form.id };
  return isAccepted && isByPartner ? [] : [gate('A1', {}, target)];
}

/** A3: the signed engagement letter is on file. */
function gateA3(state: EngagementState): readonly Refusal[] {
  const letters = where(state, 'letter', 'kind', 'engagement').filter((letter) => !letter.withdrawn);
  return letters.length > 0 ? [] : [gate('A3')];
}

/** A4: partner, manager and a preparer are named; a quality reviewer where the firm's policy demands one. */
function gateA4(state: EngagementState): readonly Refusal[] {
  const isMissing = (role: 'partner' | 'manager' | 'eqr') => membersIn(state, role).length === 0;
  const preparers = [...membersIn(state, 'staff'), ...membersIn(state, 'senior')];
  const demandsQuality = all(state, 'firm').some((firm) => firm.qualityReviewRequired);
  const missing = [
    ...(isMissing('partner') ? ['engagement partner'] : []),
    ...(isMissing('manager') ? ['manager'] : []),
    ...(preparers.length === 0 ? ['preparer (staff or senior)'] : []),
    ...(demandsQuality && isMissing('eqr') ? ['quality reviewer'] : []),
  ];
  return missing.map((role) => gate('A4', { role }));
}

/** P1: every criterion in scope has an agreed control, or is approved as not relevant, or is covered by expected controls of a subservice organization. */
export function gateP1(state: EngagementState): readonly Refusal[] {
  const open = uncoveredCriteria(state);
  if (open.length === 0) return [];
  const [first] = all(state, 'criterion').filter((criterion) => criterion.code === open[0]);
  const target = first === undefined ? null : { entity: 'criterion' as const, id: first.id };
  return [gate('P1', { criteria: open }, target)];
}

/** P2: each carve-out has an expected control and a monitoring control; each inclusive one has an assertion planned. */
export function gateP2(state: EngagementState): readonly Refusal[] {
  return all(state, 'subserviceOrganization')
    .filter((org) => !org.withdrawn)
    .filter((org) => {
      const expected = where(state, 'complementaryControl', 'subserviceId', org.id).filter(
        (c) => !c.withdrawn,
      );
      const monitoring = org.monitoringControlIds.filter(
        (id) => state.rows.control.get(id)?.status === 'agreed',
      );
      return org.method === 'carveOut'
        ? expected.length === 0 || monitoring.length === 0
        : !org.assertionPlanned;
    })
    .map((org) => gate('P2', { org: org.name }, { entity: 'subserviceOrganization', id: org.id }));
}

function wrongMove(from: EngagementStatus, to: EngagementStatus): Refusal {
  return rule(
    'wrong-state',
    `The engagement is in the state ${stateWords(from)} and cannot move to ${stateWords(to)}.`,
    `From here it can move to ${statesInWords(engagementMoves[from], 'no other state')}.`,
    { from, to },
  );
}
