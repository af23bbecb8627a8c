/** Enlarging a sample: the rule for stopping first, then further items of the same sequence. Gate S7. */
import { gate, type Refusal } from '../gates/refusal.ts';
import { decided, decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import {
  existing,
  refusalOfPhase,
  shortestExplanation,
  staleFinding,
  testing,
  textFinding,
} from '../testing/fieldwork-rules.ts';
import { planExpansion, twoStageRisk, type Expansion, type FirstStage } from './expansion.ts';
import type { Fraction } from './fraction.ts';
import { allowedBy, basisOf } from './plan-size.ts';
import { isPopulationCounted } from './size-options.ts';
import { planFields } from './plan-sample.ts';
import { familyItems, planMoveFinding } from './plan-state.ts';

/** Stores the rule for stopping on a drawn plan, before any item is added. */
export function setStopRule(
  context: DecisionContext,
  input: { readonly planId: string; readonly revision?: number | undefined; readonly stopRule: string },
): Decided {
  const found = existing(context.state, 'samplePlan', input.planId);
  if (!found.ok) return found;
  const weighed = weigh(context, [
    refusalOfPhase(context, testing),
    staleFinding(context, 'samplePlan', found.value, input.revision),
    planMoveFinding(found.value.status, 'expanded'),
    textFinding(input.stopRule, 'The rule for stopping', shortestExplanation),
  ]);
  if (!weighed.ok) return weighed;
  return decided(set(context.state, 'samplePlan', input.planId, { stopRule: input.stopRule }));
}

/** Gate S7: the deviations found so far are evaluated with their cause, and the rule for stopping was stored before. */
export function expandFinding(state: EngagementState, plan: Row<'samplePlan'>): Refusal | null {
  const standing = where(state, 'deviation', 'testId', plan.testId).filter(
    (deviation) => deviation.withdrawnReason === null,
  );
  const isEvaluated = standing.every(
    ({ status, cause }) => (status === 'evaluated' || status === 'closed') && cause.trim() !== '',
  );
  const hasRule = (plan.stopRule ?? '').trim() !== '';
  if (isEvaluated && hasRule) return null;
  return gate('S7', { deviations: standing.length, hasRule }, { entity: 'samplePlan', id: plan.id });
}

/**
 * Proposes further items for a drawn plan: a plan of its own under the same seed, approved and drawn like the first. Its
 * computed size is the number that keeps the planned risk (d.5), where the basis is statistical. No item found is dropped.
 */
export function expandPlan(
  context: DecisionContext,
  input: {
    readonly planId: string;
    readonly revision?: number | undefined;
    readonly additional: number;
    readonly chosenKeys: readonly string[];
  },
): Decided<{ planId: string }> {
  const found = existing(context.state, 'samplePlan', input.planId);
  if (!found.ok) return found;
  const plan = found.value;
  const records = find(context.state, 'population', plan.populationId)?.recordCount ?? 0;
  const left = records - familyItems(context.state, plan).length;
  const weighed = weigh(context, [
    refusalOfPhase(context, testing),
    staleFinding(context, 'samplePlan', plan, input.revision),
    planMoveFinding(plan.status, 'expanded'),
    expandFinding(context.state, plan),
    input.additional > left ? gate('S3', { N: left }) : null,
  ]);
  if (!weighed.ok) return weighed;
  const planId = context.newId();
  const op = add('samplePlan', planId, furtherPlan(plan, input, records));
  const parentOps = set(context.state, 'samplePlan', plan.id, { status: 'expanded' });
  return decidedWith([op, ...parentOps, ...weighed.value], { planId });
}

function furtherPlan(
  plan: Row<'samplePlan'>,
  input: { readonly additional: number; readonly chosenKeys: readonly string[] },
  records: number,
): FieldsOf<'samplePlan'> {
  const { testId, populationId, basis, method, stratumColumn, seed, selectionReason } = plan;
  return {
    ...planFields({
      ...{ testId, populationId, basis, method, stratumColumn, seed, selectionReason },
      rates: ratesOf(plan),
      chosenSize: input.additional,
      chosenKeys: input.chosenKeys,
      allocation: [],
    }),
    parentId: plan.id,
    computedSize: expansionOf(plan, records)?.withinRisk?.additional ?? input.additional,
  };
}

/** The two ways to expand a statistical sample after one deviation more than allowed; `null` for every other basis. */
export function expansionOf(plan: Row<'samplePlan'>, records: number): Expansion | null {
  const stage = firstStageOf(plan, records);
  return stage === null ? null : planExpansion(stage);
}

function firstStageOf(plan: Row<'samplePlan'>, records: number): FirstStage | null {
  const rates = ratesOf(plan);
  if (plan.basis !== 'statistical' || rates === null || plan.parentId !== null) return null;
  const { risk, tolerable } = basisOf(rates);
  const allowedDeviations = allowedBy(rates, records);
  const stage = { items: plan.chosenSize, allowedDeviations, risk, tolerable };
  return isPopulationCounted(plan.chosenSize, records) ? { ...stage, population: records } : stage;
}

/**
 * The exact risk of both stages together, for the first expansion of a statistical plan as it was proposed: of relying on a
 * control that is not tolerable, where the further items show no deviation (d.5). `null` for every other plan.
 */
export function expandedRisk(state: EngagementState, plan: Row<'samplePlan'>): Fraction | null {
  const first = find(state, 'samplePlan', plan.parentId);
  if (first === undefined) return null;
  const stage = firstStageOf(first, first.drawnPopulationCount ?? 0);
  return stage === null ? null : twoStageRisk(stage, plan.chosenSize);
}

/** Risk and rates of a statistical plan; `null` for every other. */
export function ratesOf({ risk, tolerableRate, expectedRate }: Row<'samplePlan'>) {
  if (risk === null || tolerableRate === null || expectedRate === null) return null;
  return { risk, tolerableRate, expectedRate };
}
