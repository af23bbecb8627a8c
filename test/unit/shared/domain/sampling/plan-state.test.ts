import { describe, expect, it } from 'vitest';
import {
  drawnPlans,
  familyItems,
  isDrawnAtRandom,
  itemNumber,
  itemsOf,
  itemsUnderTest,
  planFamily,
  planMoveFinding,
  planMoves,
  standingPlans,
  withExpansions,
  type PlanStatus,
} from '../../../../../shared/domain/sampling/plan-state.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { all } from '../../../../../shared/domain/journal/state.ts';
import { after, changed } from '../../../../helpers/domain-fixture.ts';
import { drawnState, fieldsOfRow, lastPlan } from '../../../../helpers/fieldwork-fixture.ts';
import { inParts, toppedUp } from '../../../../helpers/interim-fixture.ts';

const allowed = [
  ...['proposed>approved', 'proposed>superseded', 'approved>drawn', 'approved>superseded'],
  ...['drawn>expanded', 'drawn>superseded', 'expanded>superseded'],
];
const states = Object.keys(planMoves) as PlanStatus[]; // keys of a record over the states

describe('moves of a plan', () => {
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    const refusal = planMoveFinding(from, to);
    if (allowed.includes(`${from}>${to}`)) expect(refusal).toBeNull();
    else expect(refusal?.code).toBe('wrong-state');
  });
});

describe('the plans and items of a test', () => {
  const { state } = drawnState();
  const plan = lastPlan(state);
  const fields = fieldsOfRow('samplePlan', plan);
  const [first] = itemsOf(state, plan.id);
  const expanded = after(changed(state, 'samplePlan', plan.id, { status: 'expanded' }), [
    add('samplePlan', 'child', { ...fields, parentId: plan.id }),
    add('sampleItem', 'extra', {
      ...{
        planId: 'child',
        ordinal: 6,
        populationKey: 'E-040',
        rowNumber: 41,
        occurredOn: null,
        stratum: null,
      },
      ...({ status: 'selected', replacementOf: null, replacementReason: null } as const),
    }),
  ]);

  it('number the items of a family through', () => {
    expect(familyItems(expanded, plan).map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6]);
    const child = all(expanded, 'samplePlan').at(-1);
    expect(child && planFamily(expanded, child).map(({ id }) => id)).toEqual([plan.id, 'child']);
    expect(withExpansions(expanded, plan)).toHaveLength(2);
  });

  it('leave replaced items and superseded plans out of the test, not out of the family', () => {
    const replaced = changed(expanded, 'sampleItem', first?.id ?? '', { status: 'replaced' });
    expect(itemsUnderTest(replaced, 'test-operating').map(({ ordinal }) => ordinal)).toEqual([2, 3, 4, 5, 6]);
    const superseded = changed(replaced, 'samplePlan', 'child', { status: 'superseded' });
    expect(itemsUnderTest(superseded, 'test-operating')).toHaveLength(4);
    expect(standingPlans(superseded, 'test-operating')).toHaveLength(1);
    expect(drawnPlans(superseded, 'test-operating')).toHaveLength(1);
    expect(familyItems(superseded, plan)).toHaveLength(6);
  });

  it('are drawn at random only where an algorithm chooses', () => {
    expect(isDrawnAtRandom({ basis: 'statistical', method: 'systematic' })).toBe(true);
    expect(isDrawnAtRandom({ basis: 'frequencyGuidance', method: 'haphazard' })).toBe(false);
    expect(isDrawnAtRandom({ basis: 'all', method: 'simpleRandom' })).toBe(false);
    expect(isDrawnAtRandom({ basis: 'targeted', method: 'simpleRandom' })).toBe(false);
  });
});

describe('the number of an item within its test', () => {
  it('counts on from the families before it, so that no two items have the same', () => {
    const { state } = drawnState();
    const items = itemsUnderTest(state, 'test-operating');
    expect(items.map((item) => itemNumber(state, item))).toEqual([1, 2, 3, 4, 5]);
    const [first] = items;
    if (first === undefined) throw new Error('nothing drawn');
    const parted = toppedUp(inParts(state));
    const extra = { ...fieldsOfRow('sampleItem', first), planId: 'plan-top-up' };
    const both = after(parted, [
      add('sampleItem', 'item-6', { ...extra, ordinal: 1 }),
      add('sampleItem', 'item-7', { ...extra, ordinal: 2 }),
    ]);
    const numbers = itemsUnderTest(both, 'test-operating').map((item) => itemNumber(both, item));
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const alone = changed(both, 'samplePlan', first.planId, { status: 'superseded' });
    expect(itemsUnderTest(alone, 'test-operating').map((item) => itemNumber(alone, item))).toEqual([1, 2]);
  });
});
