/** The states of a sampling plan, the plans of a test, and the items that are under test. */
import type { Refusal } from '../gates/refusal.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { moveFinding } from '../testing/fieldwork-rules.ts';

/** A state of a plan. */
export type PlanStatus = FieldsOf<'samplePlan'>['status'];

/** `proposed → approved → drawn → expanded`, and from each `→ superseded` with a reason; never drawn again under a new seed. */
export const planMoves: Readonly<Record<PlanStatus, readonly PlanStatus[]>> = {
  proposed: ['approved', 'superseded'],
  approved: ['drawn', 'superseded'],
  drawn: ['expanded', 'superseded'],
  expanded: ['superseded'],
  superseded: [],
};

/** Refuses a move that a plan does not have. */
export function planMoveFinding(from: PlanStatus, to: PlanStatus): Refusal | null {
  return moveFinding(planMoves, from, to, 'The plan');
}

/** The plans of a test that are not superseded, the oldest first. */
export function standingPlans(state: EngagementState, testId: string): readonly Row<'samplePlan'>[] {
  return where(state, 'samplePlan', 'testId', testId).filter((plan) => plan.status !== 'superseded');
}

/** The plans of a test whose items are under test. */
export function drawnPlans(state: EngagementState, testId: string): readonly Row<'samplePlan'>[] {
  return standingPlans(state, testId).filter(({ status }) => status === 'drawn' || status === 'expanded');
}

/** All items of a plan in order, replaced ones included. */
export function itemsOf(state: EngagementState, planId: string): readonly Row<'sampleItem'>[] {
  return [...where(state, 'sampleItem', 'planId', planId)].sort((a, b) => a.ordinal - b.ordinal);
}

/** The items of a test that count: of its drawn plans, without those that were replaced. Numbered through from 1 in order. */
export function itemsUnderTest(state: EngagementState, testId: string): readonly Row<'sampleItem'>[] {
  return drawnPlans(state, testId)
    .flatMap((plan) => itemsOf(state, plan.id))
    .filter((item) => item.status !== 'replaced');
}

/** The first plan of an expansion and everything that expands it, superseded plans included, the first plan first. */
export function planFamily(state: EngagementState, plan: Row<'samplePlan'>): readonly Row<'samplePlan'>[] {
  const parent = find(state, 'samplePlan', plan.parentId);
  return parent === undefined ? withExpansions(state, plan) : planFamily(state, parent);
}

/** A plan and the plans that expand it, whatever their state. */
export function withExpansions(
  state: EngagementState,
  plan: Row<'samplePlan'>,
): readonly Row<'samplePlan'>[] {
  const children = where(state, 'samplePlan', 'parentId', plan.id);
  return [plan, ...children.flatMap((child) => withExpansions(state, child))];
}

/**
 * Every item that a plan's family ever took, in the order of their sequence: `ordinal` is the place in it, so that the
 * whole sequence can be drawn again. An item is never offered twice.
 */
export function familyItems(state: EngagementState, plan: Row<'samplePlan'>): readonly Row<'sampleItem'>[] {
  return planFamily(state, plan)
    .flatMap(({ id }) => itemsOf(state, id))
    .sort((a, b) => a.ordinal - b.ordinal);
}

/**
 * The number of an item within its test, as it is shown: its place in the sequence of its family, counted on from the
 * families that stand before it, so that no two items under test have the same.
 */
export function itemNumber(state: EngagementState, item: Row<'sampleItem'>): number {
  const plan = find(state, 'samplePlan', item.planId);
  if (plan === undefined) return item.ordinal;
  const [own] = planFamily(state, plan);
  let offset = 0;
  for (const first of drawnPlans(state, plan.testId).filter(({ parentId }) => parentId === null)) {
    if (first.id === own?.id) break;
    offset += familyItems(state, first).at(-1)?.ordinal ?? 0;
  }
  return offset + item.ordinal;
}

/** Whether the items are chosen by the published algorithm, so that they can be drawn again. */
export function isDrawnAtRandom(plan: Pick<Row<'samplePlan'>, 'basis' | 'method'>): boolean {
  if (plan.basis === 'all' || plan.basis === 'targeted') return false;
  return plan.method === 'simpleRandom' || plan.method === 'systematic' || plan.method === 'stratified';
}
