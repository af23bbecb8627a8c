/** A sample drawn in parts: interim over the months so far, topped up from the list of those that remained (d.5). */
import type { Row } from '../journal/entities.ts';
import { where, type EngagementState } from '../journal/state.ts';
import { isPart, spanOf } from '../population/population-span.ts';

/** What the lists of earlier days of the same period gave: their records, and the items drawn from them. */
export interface DrawnBefore {
  readonly records: number;
  readonly items: number;
}

/**
 * What was drawn by guidance from the control's lists of the days before this list; `null` where it covers the whole
 * period, or where nothing was. Statistical parts are not counted: each stands on its own figures.
 */
export function drawnBefore(state: EngagementState, population: Row<'population'>): DrawnBefore | null {
  const span = spanOf(state, population);
  if (span === null || !isPart(population)) return null;
  const plans = where(state, 'population', 'controlId', population.controlId)
    .filter((other) => other.id !== population.id && (spanOf(state, other)?.end ?? span.end) < span.start)
    .flatMap((other) => where(state, 'samplePlan', 'populationId', other.id))
    .filter(({ basis, status }) => basis === 'frequencyGuidance' && isDrawn(status));
  if (plans.length === 0) return null;
  const firsts = plans.filter(({ parentId }) => parentId === null);
  return {
    records: firsts.reduce((sum, plan) => sum + (plan.drawnPopulationCount ?? 0), 0),
    items: plans.reduce((sum, plan) => sum + plan.chosenSize, 0),
  };
}

const isDrawn = (status: Row<'samplePlan'>['status']): boolean => status === 'drawn' || status === 'expanded';

/** What a size for the whole period leaves for the days that remained: at least one item, never more than they have. */
export function topUpSize(whole: number, before: DrawnBefore, records: number): number {
  return Math.min(records, Math.max(1, whole - before.items));
}
