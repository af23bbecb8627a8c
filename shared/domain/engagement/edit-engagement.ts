import { err } from '../../lib/result.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { decided, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { isSame, set } from '../journal/ops.ts';
import { all, type EngagementState } from '../journal/state.ts';
import { staleness } from '../journal/row-decisions.ts';
import { coverageFindings } from './coverage-dates.ts';
import { engagementOf, holdsRole } from './team.ts';

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
 * is not a test result.
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
  const next = { ...engagement, ...edit };
  const weighed = weigh(context, [
    ...coverageFindings(next),
    gateE6(state, engagement, edit),
    gateE7(context, engagement, next.categories, scopeReason),
  ]);
  if (!weighed.ok) return err(weighed.error);
  const ops = set(state, 'engagement', engagement.id, edit);
  return decided([...ops, ...scopeOps(state, next.categories), ...weighed.value]);
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

const scopeIsOpen: readonly string[] = ['draft', 'accepted', 'planning'];

/** E7: after fieldwork began a category leaves the scope only by the partner's justified reason. */
function gateE7(
  context: DecisionContext,
  before: Row<'engagement'>,
  categories: readonly string[],
  reason: string,
): Refusal | null {
  const removed = before.categories.filter((category) => !categories.includes(category));
  if (removed.length === 0 || scopeIsOpen.includes(before.status)) return null;
  const isJustified = holdsRole(context.state, context.actorId, 'partner') && isJustifiedReason(reason);
  return isJustified ? null : gate('E7', { removed });
}

/** Shortest reason for a smaller scope; the same length as for a criterion left out (P3). */
const shortestScopeReason = 20;

/** Words that show that a scope is to shrink because of what tests found. */
const testResultWords =
  /\b(fail|failed|deviation|deviations|exception|exceptions|not effective|ineffective|not met)\b/i;

/** Whether a reason justifies a smaller scope: long enough to say something, and not the result of a test. */
const isJustifiedReason = (reason: string): boolean =>
  reason.trim().length >= shortestScopeReason && !testResultWords.test(reason);

function scopeOps(state: EngagementState, categories: readonly string[]) {
  return all(state, 'criterion').flatMap((criterion) => {
    const inScope = criterion.common || categories.includes(criterion.category);
    return set(state, 'criterion', criterion.id, { inScope });
  });
}
