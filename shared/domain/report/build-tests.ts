/** The operating tests of a control as Section IV prints them: one for each sample, with its counts and its result. */
import type { Row } from '../journal/entities.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { drawnPlans, itemsOf } from '../sampling/plan-state.ts';
import { standingDeviations } from '../testing/deviations.ts';
import { attributesOf, operatingTests } from '../testing/start-test.ts';
import { comparisonOf } from './build-comparison.ts';
import { lowerFirst, sentence } from './build-sentence.ts';
import { controlCodes } from './build-subservice.ts';
import type { ReportTest, SampleFacts, TestOutcome } from './report-facts.ts';

/** A sample of a test: its first plan with those that expand it, and the items that count. */
export interface TestSample {
  readonly test: Row<'test'>;
  /** `null` where the test rests on no drawn list. */
  readonly plan: Row<'samplePlan'> | null;
  readonly population: Row<'population'> | null;
  readonly items: readonly Row<'sampleItem'>[];
  readonly deviations: readonly Row<'deviation'>[];
}

/**
 * The samples of a control's operating tests in their order. A test without a sample is one entry of its own. A sample
 * that was superseded stays in the report where a deviation found in it stands: no other draw takes its place (d.5).
 */
export function samplesOf(state: EngagementState, controlId: string): readonly TestSample[] {
  return operatingTests(state, controlId).flatMap((test) => {
    const standing = standingDeviations(state, test.id);
    const plans = reportedPlans(state, test.id, standing);
    const firsts = plans.filter((plan) => !plans.some((other) => other.id === plan.parentId));
    if (firsts.length === 0)
      return [
        { test, plan: null, population: emptyPopulation(state, test), items: [], deviations: standing },
      ];
    return firsts.map((plan) => sampleOf(state, test, plan, plans, standing));
  });
}

/** The drawn plans of a test, and the superseded ones whose items carry a deviation that stands; the oldest first. */
function reportedPlans(
  state: EngagementState,
  testId: string,
  standing: readonly Row<'deviation'>[],
): readonly Row<'samplePlan'>[] {
  const drawn = new Set(drawnPlans(state, testId).map((plan) => plan.id));
  const deviating = new Set(standing.map((deviation) => deviation.itemId));
  return where(state, 'samplePlan', 'testId', testId).filter(
    (plan) => drawn.has(plan.id) || itemsOf(state, plan.id).some((item) => deviating.has(item.id)),
  );
}

function sampleOf(
  state: EngagementState,
  test: Row<'test'>,
  plan: Row<'samplePlan'>,
  plans: readonly Row<'samplePlan'>[],
  standing: readonly Row<'deviation'>[],
): TestSample {
  const family = familyOf(plan, plans);
  const items = family
    .flatMap((member) => itemsOf(state, member.id))
    .filter((item) => item.status === 'selected')
    .filter((item) => plan.status !== 'superseded' || hasResult(state, item.id));
  const ids = new Set(items.map((item) => item.id));
  const deviations = standing.filter((deviation) => deviation.itemId !== null && ids.has(deviation.itemId));
  return { test, plan, population: find(state, 'population', plan.populationId) ?? null, items, deviations };
}

/** A sample that was superseded may hold items that nobody tested. */
const hasResult = (state: EngagementState, itemId: string): boolean =>
  where(state, 'attributeResult', 'itemId', itemId).some((result) => result.result !== null);

function familyOf(
  plan: Row<'samplePlan'>,
  plans: readonly Row<'samplePlan'>[],
): readonly Row<'samplePlan'>[] {
  const children = plans.filter((other) => other.parentId === plan.id);
  return [plan, ...children.flatMap((child) => familyOf(child, plans))];
}

/** The list that shows that nothing occurred. */
function emptyPopulation(state: EngagementState, test: Row<'test'>): Row<'population'> | null {
  const lists = where(state, 'population', 'controlId', test.controlId);
  return lists.find((list) => list.status === 'reconciled') ?? null;
}

/** Items with a deviation, in whatever number of attributes; a deviation of the test itself counts as one item. */
function deviatingItems(sample: TestSample): number {
  return new Set(sample.deviations.map((deviation) => deviation.itemId ?? 'test')).size;
}

/** The tests of a control for Section IV. */
export function buildTests(
  state: EngagementState,
  control: Row<'control'>,
  procedures: string,
): readonly ReportTest[] {
  const samples = samplesOf(state, control.id);
  return samples.map((sample, index) => {
    const { test, plan, population, items } = sample;
    const tested = plan === null ? testedWithoutPlan(test) : items.length;
    const size = plan?.drawnPopulationCount ?? population?.recordCount ?? tested;
    return {
      id: `${control.code}-T${String(index + 1)}`,
      procedures,
      itemsNoun: population === null ? 'instance of the control' : lowerFirst(population.title),
      tested,
      populationSize: Math.max(size, tested),
      leadVerb: 'inspected evidence',
      attributes: attributesOf(state, test.id).map(({ key, text }) => ({ key, text })),
      // What was compared speaks for all records of the test, and stands with its first sample.
      comparison: isFirstOf(test, samples, index) ? comparisonOf(state, test.id) : [],
      outcome: outcomeOf(state, sample),
      sample: plan === null || population === null ? null : sampleFacts(plan, population, items.length),
    };
  });
}

const isFirstOf = (test: Row<'test'>, samples: readonly TestSample[], index: number): boolean =>
  samples.findIndex((sample) => sample.test.id === test.id) === index;

/** A test that was concluded on an instance without a list covers that instance. */
const testedWithoutPlan = (test: Row<'test'>): number =>
  test.conclusion === null || test.conclusion === 'didNotOperate' || test.conclusion === 'notTested' ? 0 : 1;

function outcomeOf(state: EngagementState, sample: TestSample): TestOutcome {
  const { test, population } = sample;
  const reason = sentence(test.conclusionText);
  if (test.conclusion === 'didNotOperate')
    return { kind: 'noOccurrence', reason: sentence(population?.zeroReason ?? '') || reason };
  if (test.conclusion === 'notTested') return { kind: 'notTested', reason };
  if (test.conclusion === null) return { kind: 'notTested', reason: 'The test is not concluded.' };
  const deviating = deviatingItems(sample);
  return deviating === 0 ? { kind: 'noDeviations', note: null } : deviationsOutcome(state, sample, deviating);
}

function deviationsOutcome(
  state: EngagementState,
  { test, deviations }: TestSample,
  deviating: number,
): TestOutcome {
  const distinct = (texts: readonly string[]): readonly string[] => [
    ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')),
  ];
  const natures = distinct(deviations.map((deviation) => deviation.nature.replace(/[.;]\s*$/, '')));
  const responses = distinct(deviations.map((deviation) => sentence(deviation.managementResponse)));
  const considered = controlCodes(state, [
    ...test.compensatingControlIds,
    ...deviations.flatMap((deviation) => deviation.compensatingControlIds),
  ]);
  return {
    kind: 'deviations',
    deviating,
    nature: sentence(natures.map(lowerFirst).join('; ') || 'the control did not operate as described'),
    compensating:
      considered.length === 0 ? null : `Compensating controls considered: ${considered.join(', ')}.`,
    response: responses.length === 0 ? null : responses.join(' '),
  };
}

const bases: Readonly<Record<Row<'samplePlan'>['basis'], SampleFacts['basis']>> = {
  statistical: 'statistical',
  frequencyGuidance: 'frequency',
  all: 'all',
  oneInstance: 'judgmental',
  targeted: 'judgmental',
};
const methods: Readonly<Record<Row<'samplePlan'>['method'], SampleFacts['method']>> = {
  simpleRandom: 'random',
  systematic: 'systematic',
  stratified: 'stratified',
  haphazard: 'haphazard',
  judgmental: 'targeted',
};

function sampleFacts(plan: Row<'samplePlan'>, population: Row<'population'>, items: number): SampleFacts {
  const isAll = plan.basis === 'all';
  return {
    population: population.title,
    populationSize: plan.drawnPopulationCount ?? population.recordCount,
    items,
    basis: bases[plan.basis],
    method: isAll ? 'none' : methods[plan.method],
    seed: isAll ? null : plan.seed,
    algorithm: isAll ? null : plan.algorithm,
    populationDigest: plan.drawnPopulationSha256 ?? population.populationSha256 ?? '',
  };
}
