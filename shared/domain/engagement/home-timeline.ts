/** The period with the samples on it: one row for each operating test of which items were drawn. */
import type { PlainDate } from '../../lib/plain-date.ts';
import type { Row } from '../journal/entities.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { attributesOf } from '../testing/start-test.ts';
import { drawnPlans, itemsUnderTest } from '../sampling/plan-state.ts';
import { standingTests } from './home-input.ts';

/** An item on its day. */
export interface TimelineItem {
  readonly date: PlainDate;
  readonly key: string;
  readonly state: 'tested' | 'notTested' | 'deviation';
}

/** One test on the timeline. */
export interface HomeTimelineRow {
  readonly testId: string;
  readonly workpaperId: string;
  readonly code: string;
  readonly title: string;
  /** `setting`: an automated control whose setting holds between changes; the items are its changes. */
  readonly kind: 'items' | 'setting';
  readonly items: readonly TimelineItem[];
  /** Whether a quarter without an item is worth a word: the sample could have reached each. */
  readonly couldCoverQuarters: boolean;
  readonly drawn: number;
  readonly records: number;
}

/** Fewest items of which one can lie in every quarter of a year. */
const quarters = 4;

/** The rows in the order of the controls' numbers. */
export function timelineRows(state: EngagementState): readonly HomeTimelineRow[] {
  return standingTests(state, 'operating')
    .flatMap((test) => rowOf(state, test) ?? [])
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function rowOf(state: EngagementState, test: Row<'test'>): HomeTimelineRow | null {
  const control = find(state, 'control', test.controlId);
  const plans = drawnPlans(state, test.id);
  const drawn = itemsUnderTest(state, test.id);
  if (control === undefined || plans.length === 0) return null;
  const attributes = attributesOf(state, test.id).map((attribute) => attribute.id);
  const items = drawn.flatMap((item) =>
    item.occurredOn === null
      ? []
      : [{ date: item.occurredOn, key: item.populationKey, state: stateOf(state, item, attributes) }],
  );
  const records = Math.max(0, ...plans.map((plan) => plan.drawnPopulationCount ?? 0));
  return {
    ...{ testId: test.id, workpaperId: test.workpaperId, code: control.code, title: control.title },
    kind: control.frequency === 'continuousAutomated' ? 'setting' : 'items',
    items,
    couldCoverQuarters: items.length >= quarters,
    drawn: drawn.length,
    records,
  };
}

function stateOf(
  state: EngagementState,
  item: Row<'sampleItem'>,
  attributes: readonly string[],
): TimelineItem['state'] {
  const results = where(state, 'attributeResult', 'itemId', item.id);
  if (results.some((result) => result.result === 'deviation')) return 'deviation';
  const tested = new Set(results.filter((result) => result.result !== null).map((row) => row.attributeId));
  const isWhole = attributes.length > 0 && attributes.every((id) => tested.has(id));
  return isWhole ? 'tested' : 'notTested';
}
