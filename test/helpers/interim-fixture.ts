import type { FieldsOf } from '../../shared/domain/journal/entities.ts';
import { add } from '../../shared/domain/journal/ops.ts';
import { find, type EngagementState } from '../../shared/domain/journal/state.ts';
import { after, changed, day } from './domain-fixture.ts';
import { fieldsOfRow, lastPlan } from './fieldwork-fixture.ts';

/** The fixture's list said to be of the first nine months, and beside it `population-2`, of the rest. */
export function inParts(state: EngagementState, records = 12): EngagementState {
  const first = find(state, 'population', 'population-1');
  if (first === undefined) throw new Error('the fixture has a population');
  const interim = changed(state, 'population', first.id, { coversTo: day('2026-03-31') });
  const rest = { ...fieldsOfRow('population', first), coversFrom: day('2026-04-01'), recordCount: records };
  return after(interim, [add('population', 'population-2', rest)]);
}

/** The state with a plan like the last one, drawn from `population-2`. */
export function toppedUp(
  state: EngagementState,
  values: Partial<FieldsOf<'samplePlan'>> = {},
): EngagementState {
  const fields = fieldsOfRow('samplePlan', lastPlan(state));
  return after(state, [
    add('samplePlan', 'plan-top-up', { ...fields, populationId: 'population-2', chosenSize: 2, ...values }),
  ]);
}
