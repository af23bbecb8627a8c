/** Whether the items of a test reach every quarter in which the control operated. Gate S5. */
import type { PlainDate } from '../../lib/plain-date.ts';
import { gate, type Refusal } from '../gates/refusal.ts';
import type { Row } from '../journal/entities.ts';
import type { EngagementState } from '../journal/state.ts';
import { coverageGaps, coverageOf } from '../sampling/coverage.ts';
import { drawnPlans } from '../sampling/plan-state.ts';
import { periodOf } from './fieldwork-rules.ts';
import type { TestResults } from './test-results.ts';

/** The days on which a list has records that its filters keep. They stand in its rows, outside the journal. */
export type RecordDays = (populationId: string) => readonly PlainDate[];

/**
 * Gate S5 for each quarter of the period in which the lists have records and no item falls, where the sample has enough
 * items to reach every such quarter. Items that the auditor named for their risk are not asked to be spread (d.5).
 */
export function coverageFindings(
  state: EngagementState,
  test: Row<'test'>,
  results: TestResults,
  recordDays: RecordDays,
): readonly Refusal[] {
  const period = periodOf(state);
  const plans = drawnPlans(state, test.id).filter(
    ({ basis }) => basis === 'statistical' || basis === 'frequencyGuidance',
  );
  const planIds = new Set(plans.map((plan) => plan.id));
  const items = results.items.filter((item) => planIds.has(item.planId));
  const dates = items.map((item) => item.occurredOn).filter((date) => date !== null);
  if (period === null || dates.length === 0) return [];
  const populations = [...new Set(plans.map((plan) => plan.populationId))];
  const recordsOn = populations.flatMap((id) => recordDays(id).map((day) => [day, 1] as const));
  const gaps = coverageGaps(coverageOf(period, dates, recordsOn));
  if (!gaps.couldCoverQuarters) return [];
  return gaps.quarters.map((quarter) =>
    gate('S5', { quarter: quarter.label }, { entity: 'test', id: test.id }),
  );
}
