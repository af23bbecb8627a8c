import { err } from '../../lib/result.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { decided, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { isSame, set } from '../journal/ops.ts';
import { all, type EngagementState } from '../journal/state.ts';
import { staleness } from '../journal/row-decisions.ts';
import { coverageFindings } from './coverage-dates.ts';
import { scopeReasonOp, scopeReductionFinding } from './scope-reduction.ts';
import { engagementOf, membershipsOf } from './team.ts';

/** Fields of an engagement that its team may change. */
export type EngagementEdit = Partial<
  Pick<
    FieldsOf<'engagement'>,
    | 'type'
    | 'asOfDate'
    | 'periodStart'
    | 'periodEnd'
    | 'timeZone'
    | 'categories'
    | 'systemName'
    | 'plannedReportDate'
    | 'riskOfOverreliance'
  >
>;

/** Fields on which a drawn sample rests. */
const sampledFields = ['type', 'asOfDate', 'periodStart', 'periodEnd', 'timeZone'] as const;

/**
 * Changes the engagement's dates, categories and names. Gates E1, E2, E3, E5 on the result; E6 where samples were drawn
 * for the old dates; E7 where a category leaves the scope after fieldwork began: only the partner may, with a reason that
 * is not a test result and stays on record.
 */
export function editEngagement(
  context: DecisionContext,
  revision: number,
  edit: EngagementEdit,
  scopeReason: string,
): Decided {
  const { state } = context;
  const engagement = engagementOf(state);
  if (engagement === undefined)
    return err(rule('not-found', 'The file holds no engagement.', 'Open another file.'));
  const stale = staleness(context, 'engagement', { id: engagement.id, revision });
  if (stale !== null) return err(stale);
  if (membershipsOf(state, context.actorId).length === 0)
    return err(
      rule('not-in-team', 'Only members of the team change the engagement.', 'Ask a member of the team.'),
    );
  const next = { ...engagement, ...edit };
  const removed = engagement.categories.filter((category) => !next.categories.includes(category));
  const weighed = weigh(context, [
    ...coverageFindings(next),
    gateE6(state, engagement, edit),
    gateE7(context, removed, scopeReason),
  ]);
  if (!weighed.ok) return err(weighed.error);
  const ops = set(state, 'engagement', engagement.id, edit);
  const left = `${removed.join(', ')} left the scope.`;
  const reasonOps =
    removed.length > 0 && scopeReason.trim() !== '' ? [scopeReasonOp(context, scopeReason, left)] : [];
  return decided([...ops, ...scopeOps(state, next.categories), ...reasonOps, ...weighed.value]);
}

/** E6: dates and type rest once a sample was drawn, until the drawn plans are superseded. */
function gateE6(state: EngagementState, before: Row<'engagement'>, edit: EngagementEdit): Refusal | null {
  const isTouched = sampledFields.some(
    (field) => edit[field] !== undefined && !isSame(before[field], edit[field]),
  );
  const drawn = all(state, 'samplePlan').filter(
    (plan) => plan.status === 'drawn' || plan.status === 'expanded',
  ).length;
  return isTouched && drawn > 0 ? gate('E6', { n: drawn }) : null;
}

/** E7: after fieldwork began a category leaves the scope only by the partner's justified reason. */
function gateE7(context: DecisionContext, removed: readonly string[], reason: string): Refusal | null {
  if (removed.length === 0) return null;
  return scopeReductionFinding(context, reason, { isPartnersAct: true, facts: { removed }, target: null });
}

function scopeOps(state: EngagementState, categories: readonly string[]) {
  return all(state, 'criterion').flatMap((criterion) => {
    const inScope = criterion.common || categories.includes(criterion.category);
    return set(state, 'criterion', criterion.id, { inScope });
  });
}
