import { describe, expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { find, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { drawItems } from '../../../../../shared/domain/sampling/draw-items.ts';
import {
  expandPlan,
  expandedRisk,
  expansionOf,
  ratesOf,
  setStopRule,
} from '../../../../../shared/domain/sampling/plan-expansion.ts';
import { formatPercent } from '../../../../../shared/domain/sampling/fraction.ts';
import { approvePlan } from '../../../../../shared/domain/sampling/plan-sample.ts';
import { itemsUnderTest } from '../../../../../shared/domain/sampling/plan-state.ts';
import { after, changed, contextOf, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import {
  as,
  drawnState,
  lastPlan,
  reconciledState,
  spreadRows,
  startedState,
} from '../../../../helpers/fieldwork-fixture.ts';

const rates = { risk: 1000, tolerableRate: 1000, expectedRate: 0 };
const listing = drawnState(
  { basis: 'statistical', rates, chosenSize: 20 },
  startedState(reconciledState(spreadRows(184))),
);
const planId = lastPlan(listing.state).id;
const stopRule = 'Add 45 items; stop and conclude “not effective” at the next deviation.';
const message = 'Record the cause of the deviation and the rule for stopping before you add items.';

function withDeviation(state: EngagementState, status: 'identified' | 'evaluated', cause: string) {
  return after(state, [
    add('deviation', 'dv-1', {
      ...{ code: 'DV-01', testId: 'test-operating', attributeId: null, nature: 'Late removal' },
      ...({ itemId: itemsUnderTest(state, 'test-operating')[6]?.id ?? null, occurredOn: null } as const),
      ...({
        cause,
        extent: 'One',
        isolated: 'unknown',
        isolationProof: '',
        compensatingControlIds: [],
      } as const),
      ...({
        effect: 'None',
        evaluation: 'One late removal.',
        deficiency: 'none',
        managementResponse: '',
      } as const),
      ...{ agreedBy: '', agreedOn: null, status, reviewedBy: null, withdrawnReason: null },
    }),
  ]);
}

describe('adding items (gate S7)', () => {
  const expand = (state: EngagementState, additional = 45) =>
    expandPlan(contextOf(state), { planId, additional, chosenKeys: [] });
  const ruled = taken(listing.state, setStopRule(contextOf(listing.state), { planId, stopRule }));

  it('needs the rule for stopping first', () => {
    expect(refusalOf(expand(listing.state))).toEqual({ code: 'S7', message });
    expect(refusalOf(setStopRule(contextOf(listing.state), { planId, stopRule: 'later' })).code).toBe(
      'invalid-value',
    );
  });

  it('needs the deviations found to be evaluated with their cause', () => {
    expect(refusalOf(expand(withDeviation(ruled, 'identified', 'Queue')))).toEqual({ code: 'S7', message });
    expect(refusalOf(expand(withDeviation(ruled, 'evaluated', ' ')))).toEqual({ code: 'S7', message });
  });

  it('proposes a plan of its own under the same seed, sized to keep the planned risk', () => {
    const state = withDeviation(ruled, 'evaluated', 'The ticket waited over a weekend.');
    const done = taken(state, expand(state));
    expect(lastPlan(done)).toMatchObject({
      ...{
        parentId: planId,
        chosenSize: 45,
        computedSize: 45,
        seed: '32658283',
        status: 'proposed',
        stopRule: null,
      },
    });
    expect(find(done, 'samplePlan', planId)?.status).toBe('expanded');
    const approved = taken(done, approvePlan(as(done, 'senior'), { planId: lastPlan(done).id }), 'p-senior');
    const drawn = drawItems(contextOf(approved), {
      ...{ planId: lastPlan(done).id, list: listing.listState, source: listing.source },
    });
    const items = itemsUnderTest(taken(approved, drawn), 'test-operating');
    expect(items.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 65 }, (_, index) => index + 1));
    expect(new Set(items.map(({ populationKey }) => populationKey)).size).toBe(65);
    expect(items.slice(0, 20)).toEqual(itemsUnderTest(listing.state, 'test-operating'));
  });

  it('adds no more items than records are left', () => {
    expect(refusalOf(expand(ruled, 165))).toEqual({
      code: 'S3',
      message: 'The sample is larger than the population (164).',
    });
  });

  it('expands a plan once; the expansion is expanded in turn', () => {
    const done = taken(ruled, expand(ruled));
    expect(refusalOf(expand(done)).code).toBe('wrong-state');
  });
});

describe('the two ways to expand', () => {
  it('shows that the table size exceeds the planned risk', () => {
    const expansion = expansionOf(lastPlan(listing.state), 184);
    expect(expansion?.toTableSize?.additional).toBe(14);
    expect(expansion?.withinRisk?.additional).toBe(45);
  });

  it('has none for a basis that is not statistical', () => {
    const { state } = drawnState();
    expect(expansionOf(lastPlan(state), 40)).toBeNull();
    expect(ratesOf(lastPlan(state))).toBeNull();
    expect(ratesOf(lastPlan(listing.state))).toEqual(rates);
  });
});

describe('the edges of an expansion', () => {
  const evaluated = withDeviation(listing.state, 'evaluated', 'The ticket waited.');
  const ruled = taken(evaluated, setStopRule(contextOf(evaluated), { planId, stopRule }));

  it('needs the plan', () => {
    expect(refusalOf(setStopRule(contextOf(ruled), { planId: 'none', stopRule })).code).toBe('not-found');
    const expand = expandPlan(contextOf(ruled), { planId: 'none', additional: 1, chosenKeys: [] });
    expect(refusalOf(expand).code).toBe('not-found');
  });

  it('takes every record that is left, and counts a closed deviation as evaluated', () => {
    const closed = changed(ruled, 'deviation', 'dv-1', { status: 'closed' });
    const expand = (additional: number) =>
      expandPlan(contextOf(closed), { planId, additional, chosenKeys: [] });
    expect(expand(164).ok).toBe(true);
    expect(refusalOf(expand(165))).toEqual({
      code: 'S3',
      message: 'The sample is larger than the population (164).',
    });
  });

  it('refuses with the plan as its target', () => {
    const bare = expandPlan(contextOf(evaluated), { planId, additional: 1, chosenKeys: [] });
    expect(bare.ok ? null : bare.error.target).toEqual({ entity: 'samplePlan', id: planId });
  });

  it('records the items that keep the risk as the computed size, whatever is chosen', () => {
    const done = taken(ruled, expandPlan(contextOf(ruled), { planId, additional: 10, chosenKeys: [] }));
    expect(lastPlan(done)).toMatchObject({ chosenSize: 10, computedSize: 45 });
  });

  it('states the exact risk of both stages as they were proposed', () => {
    const riskOf = (additional: number) => {
      const done = taken(ruled, expandPlan(contextOf(ruled), { planId, additional, chosenKeys: [] }));
      const risk = expandedRisk(done, lastPlan(done));
      return risk === null ? null : formatPercent(risk, 1);
    };
    expect(riskOf(14)).toBe('14.7\u202f%');
    expect(riskOf(45)).toBe('10.0\u202f%');
    expect(expandedRisk(listing.state, lastPlan(listing.state))).toBeNull();
  });

  it('speaks of a plan with all its rates only', () => {
    const row = find(listing.state, 'samplePlan', planId);
    if (row === undefined) throw new Error('no plan');
    expect(ratesOf({ ...row, risk: null })).toBeNull();
    expect(ratesOf({ ...row, tolerableRate: null })).toBeNull();
    expect(ratesOf({ ...row, expectedRate: null })).toBeNull();
    expect(expansionOf({ ...row, risk: null }, 184)).toBeNull();
    expect(expansionOf({ ...row, basis: 'frequencyGuidance' }, 184)).toBeNull();
    expect(expansionOf({ ...row, parentId: 'p' }, 184)).toBeNull();
  });

  it('takes a list of 100,000 as large', () => {
    const row = find(listing.state, 'samplePlan', planId);
    if (row === undefined) throw new Error('no plan');
    const large = { ...row, chosenSize: 59, risk: 500, tolerableRate: 500 };
    expect(expansionOf(large, 100_000)?.withinRisk?.additional).toBe(90);
    expect(expansionOf(large, 1900)?.withinRisk?.additional).toBeLessThan(90);
  });
});
