/** The operating tests of an engagement with every draw, result and figure, for the re-performance kit. */
import { initialsOf } from '../engagement/team.ts';
import { evidenceOf } from '../evidence/evidence-link.ts';
import type { Row } from '../journal/entities.ts';
import { all, find, where, type EngagementState } from '../journal/state.ts';
import { samplesOf } from '../report/build-tests.ts';
import type { DeviationRate } from '../sampling/deviation-rate.ts';
import { roundedUnits } from '../sampling/fraction.ts';
import { readAllocation } from '../sampling/plan-allocation.ts';
import { ratesOf } from '../sampling/plan-expansion.ts';
import { guidanceFrequency, guidanceOfPlan } from '../sampling/plan-size.ts';
import { familyItems, planFamily } from '../sampling/plan-state.ts';
import { standingDeviations } from '../testing/deviations.ts';
import { attributesOf, operatingTests } from '../testing/start-test.ts';
import { resultsOf, sampleRates, type SampleRate } from '../testing/test-results.ts';
import { fileLabel } from './kit-populations.ts';
import type { KitFamily, KitItem, KitPlan, KitRate, KitResult, KitTest } from './kit-model.ts';

/** A test with the place of its file in the kit. */
export interface PlacedTest {
  readonly path: string;
  readonly test: KitTest;
}

/** All operating tests by control code, numbered within their control. */
export function kitTests(state: EngagementState): readonly PlacedTest[] {
  return [...all(state, 'control')]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap((control) =>
      operatingTests(state, control.id).map((test, index) => ({
        path: `tests/${fileLabel(control.code)}-${String(index + 1)}.json`,
        test: kitTest(state, control, test),
      })),
    );
}

function kitTest(state: EngagementState, control: Row<'control'>, test: Row<'test'>): KitTest {
  const figures = figuresOf(state, control);
  const plans = where(state, 'samplePlan', 'testId', test.id).filter(({ parentId }) => parentId === null);
  const rates = new Map(sampleRates(state, test.id).map((rate) => [rate.plan.id, rate]));
  return {
    control: control.code,
    workpaper: find(state, 'workpaper', test.workpaperId)?.ref ?? '',
    frequency: guidanceFrequency(control.frequency),
    risk: control.risk,
    conclusion: test.conclusion,
    figure: figures.get(test.id) ?? null,
    attributes: attributeCounts(state, test.id),
    families: plans.map((plan) =>
      familyOf(state, plan, figures.get(plan.id) ?? null, rates.get(plan.id) ?? null),
    ),
    deviations: standingDeviations(state, test.id).map((deviation) => ({
      code: deviation.code,
      itemId: deviation.itemId,
      attribute: find(state, 'attribute', deviation.attributeId)?.key ?? null,
      status: deviation.status,
      evidence: digestsOf(state, 'deviation', deviation.id),
    })),
  };
}

/** The numbers that the report gives to samples, by first plan; by test where there is no sample. */
function figuresOf(state: EngagementState, control: Row<'control'>): ReadonlyMap<string, string> {
  return new Map(
    samplesOf(state, control.id).map(({ plan, test }, index) => [
      plan?.id ?? test.id,
      `${control.code}-T${String(index + 1)}`,
    ]),
  );
}

function attributeCounts(state: EngagementState, testId: string): KitTest['attributes'] {
  const { cells } = resultsOf(state, testId);
  return attributesOf(state, testId).map(({ id, key, text }) => {
    const results = cells.filter((cell) => cell.attribute.id === id).map((cell) => cell.result?.result);
    const count = (kind: string) => results.filter((result) => result === kind).length;
    return {
      ...{ key, text },
      ...{ pass: count('pass'), deviation: count('deviation'), notApplicable: count('notApplicable') },
    };
  });
}

function familyOf(
  state: EngagementState,
  first: Row<'samplePlan'>,
  figure: string | null,
  rate: SampleRate | null,
): KitFamily {
  return {
    figure,
    populationId: first.populationId,
    plans: planFamily(state, first).map((plan) => kitPlan(state, plan)),
    items: familyItems(state, first).map((item) => kitItem(state, item)),
    rate: rate === null ? null : kitRate(rate),
  };
}

function kitPlan(state: EngagementState, plan: Row<'samplePlan'>): KitPlan {
  const { id, parentId, basis, method, computedSize, chosenSize, overrideReason, seed, algorithm } = plan;
  const { stratumColumn, chosenKeys, selectionReason, stopRule, status, statusReason, drawnAt } = plan;
  const { drawnPopulationSha256, drawnPopulationCount } = plan;
  const initials = (person: string | null) => (person === null ? null : initialsOf(state, person));
  return {
    ...{ id, parentId, basis, method, computedSize, chosenSize, overrideReason, seed, algorithm },
    ...{ stratumColumn, chosenKeys, selectionReason, stopRule, status, statusReason, drawnAt },
    ...{ drawnPopulationSha256, drawnPopulationCount },
    rates: ratesOf(plan),
    guidance: guidanceOfPlan(plan),
    interim: interimOf(plan),
    allocation: plan.allocation.length === 0 ? null : readAllocation(plan.allocation),
    proposedBy: initialsOf(state, plan.createdBy),
    approvedBy: initials(plan.approvedBy),
    drawnBy: initials(plan.drawnBy),
  };
}

function interimOf({ interimRecords: records, interimItems: items }: Row<'samplePlan'>): KitPlan['interim'] {
  return records === null || items === null ? null : { records, items };
}

function kitItem(state: EngagementState, item: Row<'sampleItem'>): KitItem {
  const { id, planId, ordinal, rowNumber, occurredOn, stratum, status } = item;
  const { replacementOf, replacementReason } = item;
  return {
    ...{ id, planId, ordinal, rowNumber, occurredOn, stratum, status, replacementOf, replacementReason },
    key: item.populationKey,
    evidence: digestsOf(state, 'sampleItem', id),
    results: where(state, 'attributeResult', 'itemId', id)
      .map((result) => kitResult(state, result))
      .sort((a, b) => (a.attribute < b.attribute ? -1 : 1)),
  };
}

function kitResult(state: EngagementState, result: Row<'attributeResult'>): KitResult {
  return {
    attribute: find(state, 'attribute', result.attributeId)?.key ?? '',
    result: result.result,
    testedOn: result.testedOn,
    evidence: digestsOf(state, 'attributeResult', result.id),
  };
}

function digestsOf(
  state: EngagementState,
  kind: 'sampleItem' | 'attributeResult' | 'deviation',
  id: string,
): readonly string[] {
  return [...new Set(evidenceOf(state, { kind, id }).map(({ sha256 }) => sha256))].sort();
}

function kitRate({ items, deviating, rate }: SampleRate): KitRate {
  return {
    ...{ items, deviating },
    limit: rate?.kind === 'limited' ? limitOf(rate) : null,
    supportsReliance: rate?.kind === 'limited' ? rate.supportsReliance : null,
  };
}

function limitOf({ limit }: Extract<DeviationRate, { readonly kind: 'limited' }>): KitRate['limit'] {
  if (limit.distribution === 'hypergeometric')
    return { distribution: limit.distribution, count: limit.count };
  return { distribution: limit.distribution, millionths: Number(roundedUnits(limit.rate, 6)) };
}
