/** Proposing a sampling plan, its approval by a second person, and its end. Gates S1, S2, S3, S4, D4. */
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { holdsRole } from '../engagement/team.ts';
import { decided, decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { find } from '../journal/state.ts';
import {
  editOps,
  existing,
  operatingFinding,
  refusalOfPhase,
  staleFinding,
  testing,
  textFinding,
} from '../testing/fieldwork-rules.ts';
import type { StratumCounts } from './allocation.ts';
import { drawnBefore } from './interim.ts';
import { allocationFinding, writtenAllocation, type AllocatedStratum } from './plan-allocation.ts';
import { isDrawnAtRandom, planMoveFinding, standingPlans, withExpansions } from './plan-state.ts';
import { guidanceOf } from './engagement-guidance.ts';
import {
  guidanceRuleFor,
  suggestSize,
  type PlanBasis,
  type PlanQuestion,
  type PlanRates,
} from './plan-size.ts';

/** A plan as a person proposes it. */
export interface PlanInput {
  readonly testId: string;
  readonly populationId: string;
  readonly basis: PlanBasis;
  readonly rates: PlanRates | null;
  readonly chosenSize: number;
  readonly method: FieldsOf<'samplePlan'>['method'];
  readonly stratumColumn: string | null;
  /** The auditor's own division among the strata; empty leaves it to their records. */
  readonly allocation: readonly AllocatedStratum[];
  /** Text of the seed, entered or generated before the plan is approved; it is on record before the draw. */
  readonly seed: string | null;
  /** Keys that the auditor chose, for a haphazard, judgmental or targeted selection, with the reason. */
  readonly chosenKeys: readonly string[];
  readonly selectionReason: string | null;
}

/**
 * Proposes a plan for a test over a population of its control. The computed size stands beside the chosen one. `strata` are
 * the records by stratum, against which an own allocation is held.
 */
export function planSample(
  context: DecisionContext,
  input: PlanInput,
  strata: StratumCounts | null = null,
): Decided<{ planId: string }> {
  const test = existing(context.state, 'test', input.testId);
  const population = existing(context.state, 'population', input.populationId);
  if (!test.ok) return test;
  if (!population.ok) return population;
  const control = existing(context.state, 'control', test.value.controlId);
  if (!control.ok) return control;
  const { frequency, risk: controlRisk } = control.value;
  const records = population.value.recordCount;
  const before = drawnBefore(context.state, population.value);
  const question = { frequency, controlRisk, guidance: guidanceOf(context.state), before };
  const suggestion = suggestSize({ basis: input.basis, rates: input.rates, records, ...question });
  if (!suggestion.ok) return suggestion;
  const weighed = weigh(context, [
    refusalOfPhase(context, testing),
    operatingFinding(context.state),
    placeFinding(context, input.basis, test.value, population.value),
    ...methodFindings(input, control.value),
    sizeFinding(input, records),
    allocationFinding(input, strata),
  ]);
  if (!weighed.ok) return weighed;
  const planId = context.newId();
  const isOpenSize = input.basis === 'targeted' || input.basis === 'oneInstance';
  const op = add('samplePlan', planId, {
    ...planFields(input),
    ...(input.basis === 'frequencyGuidance' ? guidanceFields(question) : {}),
    parentId: null,
    computedSize: isOpenSize ? input.chosenSize : suggestion.value.size,
  });
  return decidedWith([op, ...weighed.value], { planId });
}

/** By what guidance gave a plan its size. */
function guidanceFields(question: Pick<PlanQuestion, 'frequency' | 'controlRisk' | 'guidance' | 'before'>) {
  return {
    guidance: JSON.stringify(guidanceRuleFor(question)),
    interimRecords: question.before?.records ?? null,
    interimItems: question.before?.items ?? null,
  };
}

/** Fields of a new plan that follow from its input. */
export function planFields(input: PlanInput): Omit<FieldsOf<'samplePlan'>, 'parentId' | 'computedSize'> {
  const { testId, populationId, basis, chosenSize, method, stratumColumn, selectionReason } = input;
  return {
    ...{ testId, populationId, basis, chosenSize, method, stratumColumn, selectionReason },
    risk: input.rates?.risk ?? null,
    tolerableRate: input.rates?.tolerableRate ?? null,
    expectedRate: input.rates?.expectedRate ?? null,
    seed: isDrawnAtRandom(input) ? input.seed : null,
    chosenKeys: isDrawnAtRandom(input) ? [] : input.chosenKeys,
    allocation: input.method === 'stratified' ? writtenAllocation(input.allocation) : [],
    ...{
      guidance: null,
      interimRecords: null,
      interimItems: null,
      algorithm: null,
      overrideReason: null,
      stopRule: null,
    },
    ...({ status: 'proposed', statusReason: null } as const),
    ...{ approvedBy: null, approvedAt: null, drawnBy: null, drawnAt: null },
    ...{ drawnPopulationSha256: null, drawnPopulationCount: null, openFindings: [] },
  };
}

/** Gate S3: not more items than records; a sample as large as the population is the basis “all items”. */
export function sizeFinding(
  plan: { readonly basis: PlanBasis; readonly chosenSize: number },
  records: number,
): Refusal | null {
  const isWhole = plan.chosenSize === records;
  const mayBeWhole = plan.basis === 'all' || plan.basis === 'oneInstance' || plan.basis === 'targeted';
  if (plan.basis === 'all' && !isWhole)
    return rule(
      'invalid-value',
      `The basis “all items” takes ${String(records)} records; the plan says ${String(plan.chosenSize)}.`,
      'Set the size to the number of records.',
      { N: records, n: plan.chosenSize },
    );
  if (plan.chosenSize > records || (isWhole && !mayBeWhole)) return gate('S3', { N: records });
  return plan.chosenSize >= 1
    ? null
    : rule('invalid-value', 'The sample has no items.', 'Choose a size of at least one.');
}

/** Gate S4: a statistical basis needs a random selection. */
export function methodFinding(plan: {
  readonly basis: PlanBasis;
  readonly method: PlanInput['method'];
}): Refusal | null {
  const isRandom = plan.method === 'simpleRandom' || plan.method === 'systematic';
  return plan.basis === 'statistical' && !isRandom ? gate('S4') : null;
}

function methodFindings(input: PlanInput, control: Row<'control'>): readonly (Refusal | null)[] {
  const isUndivided = input.method === 'stratified' && input.stratumColumn === null;
  const isAutomated = control.nature === 'automated';
  return [
    methodFinding(input),
    isUndivided
      ? rule(
          'invalid-value',
          'A stratified draw needs a stratum column.',
          'Choose the column that divides the list.',
        )
      : null,
    ...(input.basis === 'all' || isDrawnAtRandom(input) ? [] : chosenFindings(input)),
    input.basis === 'oneInstance' && !isAutomated
      ? rule(
          'invalid-value',
          `${control.code} is not automated, so one instance does not speak for the period.`,
          'Choose another basis.',
        )
      : null,
  ];
}

/** Items that the auditor names: each once, as many as the size, with the reason. */
function chosenFindings(input: PlanInput): readonly (Refusal | null)[] {
  const distinct = new Set(input.chosenKeys).size;
  const isCounted = distinct === input.chosenSize && distinct === input.chosenKeys.length;
  return [
    isCounted
      ? null
      : rule(
          'invalid-value',
          `The plan says ${String(input.chosenSize)} items; ${String(distinct)} different keys are named.`,
          'Name each item once, as many as the size.',
        ),
    textFinding(input.selectionReason ?? '', 'The reason of the selection', 10),
  ];
}

function placeFinding(
  context: DecisionContext,
  basis: PlanBasis,
  test: Row<'test'>,
  population: Row<'population'>,
): Refusal | null {
  if (test.phase !== 'operating')
    return rule(
      'invalid-value',
      'A sample belongs to an operating test.',
      'Start the operating test of the control.',
    );
  if (population.controlId !== test.controlId)
    return rule(
      'invalid-value',
      'The population belongs to another control.',
      'Choose a population of this control.',
    );
  if (population.status !== 'received' && population.status !== 'reconciled')
    return rule(
      'wrong-state',
      `The population is ${population.status}; a plan needs a list that was received.`,
      'Import the list first.',
    );
  // Targeted items stand beside a sample and are reported apart from it (d.5).
  const open = standingPlans(context.state, test.id).find(
    (plan) => plan.populationId === population.id && plan.basis !== 'targeted',
  );
  return open === undefined || basis === 'targeted' ? null : openPlan(open);
}

function openPlan(plan: Row<'samplePlan'>): Refusal {
  return rule(
    'already-exists',
    'The test already has a plan over this population.',
    'Expand that plan, or supersede it with a reason.',
    {},
    { entity: 'samplePlan', id: plan.id },
  );
}

/**
 * Approves a plan: by someone other than its author (gate S2). A size below the computed one needs a reason typed by a
 * senior or above (gate S1), which the plan then carries.
 */
export function approvePlan(
  context: DecisionContext,
  input: { readonly planId: string; readonly revision?: number | undefined },
): Decided {
  const found = existing(context.state, 'samplePlan', input.planId);
  if (!found.ok) return found;
  const plan = found.value;
  const target = { entity: 'samplePlan', id: plan.id } as const;
  const isSmaller = plan.chosenSize < plan.computedSize;
  const weighed = weigh(context, [
    refusalOfPhase(context, testing),
    staleFinding(context, 'samplePlan', plan, input.revision),
    planMoveFinding(plan.status, 'approved'),
    plan.createdBy === context.actorId ? gate('S2', {}, target) : null,
    isSmaller ? gate('S1', { n: plan.computedSize, m: plan.chosenSize }, target) : null,
    isSmaller && !holdsRole(context.state, context.actorId, 'senior') ? seniorDecides() : null,
  ]);
  if (!weighed.ok) return weighed;
  const reason = context.reasons.find((given) => given.gate === 'S1')?.reason ?? null;
  const values = {
    ...({ status: 'approved', approvedBy: context.actorId, approvedAt: context.at } as const),
    overrideReason: isSmaller ? reason : null,
  };
  return decided([...set(context.state, 'samplePlan', plan.id, values), ...weighed.value]);
}

function seniorDecides(): Refusal {
  return rule(
    'role-required',
    'Fewer items than the plan gives is the decision of a senior or above.',
    'Ask a senior or above to approve the plan.',
    { role: 'senior' },
  );
}

/** Puts a plan out of use with a reason, and with it the plans that expand it. Items, results and deviations stay on record. */
export function supersedePlan(
  context: DecisionContext,
  input: { readonly planId: string; readonly revision?: number | undefined; readonly reason: string },
): Decided {
  const found = existing(context.state, 'samplePlan', input.planId);
  if (!found.ok) return found;
  const paperId = find(context.state, 'test', found.value.testId)?.workpaperId ?? null;
  const weighed = weigh(context, [
    refusalOfPhase(context, testing),
    staleFinding(context, 'samplePlan', found.value, input.revision),
    planMoveFinding(found.value.status, 'superseded'),
    textFinding(input.reason, 'The reason', 10),
  ]);
  if (!weighed.ok) return weighed;
  const values = { status: 'superseded', statusReason: input.reason } as const;
  const plans = withExpansions(context.state, found.value).filter((plan) => plan.status !== 'superseded');
  return decided([
    ...plans.flatMap((plan) => set(context.state, 'samplePlan', plan.id, values)),
    ...editOps(context.state, paperId),
    ...weighed.value,
  ]);
}
