/** Samples drawn in parts: every day of the period is reached, and the control is shown not to have changed between (d.5). */
import { formatDate } from '../../lib/plain-date.ts';
import { gate, type Refusal } from '../gates/refusal.ts';
import type { Row } from '../journal/entities.ts';
import { find, type EngagementState } from '../journal/state.ts';
import { isPart, uncoveredDays } from '../population/population-span.ts';
import { drawnPlans } from '../sampling/plan-state.ts';
import { shortestExplanation } from './fieldwork-rules.ts';

/**
 * Gate T9: the lists from which items were drawn cover the period to its end, be it by few further items. Gate T9B: where
 * they are several parts, the roll-forward says what was asked and seen of changes of the control between them.
 */
export function rollForwardFindings(state: EngagementState, test: Row<'test'>): readonly Refusal[] {
  const populations = drawnLists(state, test);
  if (!populations.some(isPart)) return [];
  const target = { entity: 'test', id: test.id } as const;
  const uncovered = uncoveredDays(state, populations);
  const isWritten = (test.rollForward ?? '').trim().length >= shortestExplanation;
  return [
    ...(uncovered === null
      ? []
      : [gate('T9', { from: formatDate(uncovered.start), to: formatDate(uncovered.end) }, target)]),
    ...(isWritten ? [] : [gate('T9B', {}, target)]),
  ];
}

function drawnLists(state: EngagementState, test: Row<'test'>): readonly Row<'population'>[] {
  const ids = new Set(drawnPlans(state, test.id).map((plan) => plan.populationId));
  return [...ids].flatMap((id) => find(state, 'population', id) ?? []);
}
