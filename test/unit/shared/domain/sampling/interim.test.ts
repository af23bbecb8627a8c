import { describe, expect, it } from 'vitest';
import type { FieldsOf } from '../../../../../shared/domain/journal/entities.ts';
import { find, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { drawnBefore, topUpSize } from '../../../../../shared/domain/sampling/interim.ts';
import { planSample } from '../../../../../shared/domain/sampling/plan-sample.ts';
import { changed, contextOf, day, taken } from '../../../../helpers/domain-fixture.ts';
import { drawnState, lastPlan, planInput } from '../../../../helpers/fieldwork-fixture.ts';
import { inParts, toppedUp } from '../../../../helpers/interim-fixture.ts';

const { state } = drawnState();
const before = (of: EngagementState, id = 'population-2') => {
  const population = find(of, 'population', id);
  if (population === undefined) throw new Error('no population');
  return drawnBefore(of, population);
};
const withFirst = (values: Partial<FieldsOf<'samplePlan'>>) =>
  changed(inParts(state), 'samplePlan', lastPlan(state).id, values);

describe('what was drawn before a list of the rest of the period', () => {
  it('is counted from the lists of the days before', () => {
    expect(before(inParts(state))).toEqual({ records: 40, items: 5 });
    expect(before(inParts(state), 'population-1')).toBeNull();
    expect(before(state, 'population-1')).toBeNull();
  });

  it('leaves out what was not drawn, was superseded or rests on another basis', () => {
    expect(before(withFirst({ status: 'approved' }))).toBeNull();
    expect(before(withFirst({ status: 'superseded' }))).toBeNull();
    expect(before(withFirst({ basis: 'statistical' }))).toBeNull();
    expect(before(withFirst({ basis: 'targeted' }))).toBeNull();
  });

  it('leaves out lists whose days lie among those of the list', () => {
    const overlapping = changed(inParts(state), 'population', 'population-2', {
      coversFrom: day('2026-03-31'),
    });
    expect(before(overlapping)).toBeNull();
  });

  it('counts an expansion with its items, and the records of the list once', () => {
    const plan = lastPlan(state);
    const expanded = toppedUp(withFirst({ status: 'expanded' }), {
      ...{ populationId: 'population-1', parentId: plan.id, status: 'drawn', chosenSize: 3 },
    });
    expect(before(expanded)).toEqual({ records: 40, items: 8 });
  });
});

describe('the size of a top-up', () => {
  it('is what the size for the whole period leaves, at least one item, at most the records', () => {
    expect(topUpSize(20, { records: 150, items: 15 }, 50)).toBe(5);
    expect(topUpSize(20, { records: 150, items: 25 }, 50)).toBe(1);
    expect(topUpSize(45, { records: 300, items: 20 }, 3)).toBe(3);
  });

  it('stands on the plan with what it was computed from', () => {
    const parted = inParts(state);
    const [control] = [...parted.rows.control.values()];
    expect(control?.risk).toBe('high');
    const plan = planInput({ populationId: 'population-2', chosenSize: 1 });
    const planned = taken(parted, planSample(contextOf(parted), plan));
    expect(lastPlan(planned)).toMatchObject({ computedSize: 1, interimRecords: 40, interimItems: 5 });
    const whole = taken(
      state,
      planSample(
        contextOf(changed(state, 'samplePlan', lastPlan(state).id, { status: 'superseded' })),
        planInput(),
      ),
    );
    expect(lastPlan(whole)).toMatchObject({ computedSize: 5, interimRecords: null, interimItems: null });
  });
});
