/** What the cells of a test add up to: counts for the grid, and the rate that the basis of the sample allows to state. */
import type { Row } from '../journal/entities.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { rateFromBasisPoints } from '../sampling/fraction.ts';
import { rateOf, type DeviationRate } from '../sampling/deviation-rate.ts';
import { drawnPlans, itemsUnderTest } from '../sampling/plan-state.ts';
import { isSupported } from './record-results.ts';
import { attributesOf } from './start-test.ts';

/** One cell: an item, an attribute and what is recorded. */
export interface GridCell {
  readonly item: Row<'sampleItem'>;
  readonly attribute: Row<'attribute'>;
  readonly result: Row<'attributeResult'> | undefined;
  /** A pass on which nothing rests any more (gate T1). */
  readonly isUnsupported: boolean;
}

/** Cells of a test by what they hold. */
export interface CellCounts {
  readonly pass: number;
  readonly deviation: number;
  readonly notApplicable: number;
  readonly empty: number;
  readonly unsupported: number;
}

/** The results of a test. */
export interface TestResults {
  readonly items: readonly Row<'sampleItem'>[];
  readonly attributes: readonly Row<'attribute'>[];
  readonly cells: readonly GridCell[];
  readonly counts: CellCounts;
  /** For each attribute, cells without deviation and cells tested, as the totals row shows them. */
  readonly totals: readonly {
    readonly attributeId: string;
    readonly withoutDeviation: number;
    readonly tested: number;
  }[];
}

/** Reads all cells of a test. */
export function resultsOf(state: EngagementState, testId: string): TestResults {
  const items = itemsUnderTest(state, testId);
  const attributes = attributesOf(state, testId);
  const cells = items.flatMap((item) => {
    const byAttribute = new Map(
      where(state, 'attributeResult', 'itemId', item.id).map((result) => [result.attributeId, result]),
    );
    return attributes.map((attribute) => {
      const result = byAttribute.get(attribute.id);
      const isUnsupported = result?.result === 'pass' && !isSupported(state, result);
      return { item, attribute, result, isUnsupported };
    });
  });
  const totals = attributes.map(({ id }) => {
    const tested = cells.filter((cell) => cell.attribute.id === id && isTested(cell));
    const withoutDeviation = tested.filter((cell) => cell.result?.result === 'pass').length;
    return { attributeId: id, withoutDeviation, tested: tested.length };
  });
  return { items, attributes, cells, counts: countsOf(cells), totals };
}

function countsOf(cells: readonly GridCell[]): CellCounts {
  const count = (result: 'pass' | 'deviation' | 'notApplicable') =>
    cells.filter((cell) => cell.result?.result === result).length;
  return {
    pass: count('pass'),
    deviation: count('deviation'),
    notApplicable: count('notApplicable'),
    empty: cells.filter((cell) => (cell.result?.result ?? null) === null).length,
    unsupported: cells.filter((cell) => cell.isUnsupported).length,
  };
}

function isTested(cell: GridCell): boolean {
  return cell.result?.result === 'pass' || cell.result?.result === 'deviation';
}

/** Items and deviations of one sample, and what may be stated of them. */
export interface SampleRate {
  readonly plan: Row<'samplePlan'>;
  /** Items with at least one cell that is not “not applicable”; an item to which nothing applies says nothing. */
  readonly items: number;
  /** Items with a deviation, in whatever number of attributes. */
  readonly deviating: number;
  /** What the basis allows to state; `null` before an item counts. While cells are empty it is the best case. */
  readonly rate: DeviationRate | null;
  /** What the same items would allow to state, had none deviated. */
  readonly withoutDeviations: DeviationRate | null;
}

/** The rate of the sample of a test: its main plan with what expands it. Targeted items are counted apart and never projected. */
export function sampleRates(state: EngagementState, testId: string): readonly SampleRate[] {
  const results = resultsOf(state, testId);
  const plans = drawnPlans(state, testId);
  const firsts = plans.filter((plan) => find(state, 'samplePlan', plan.parentId) === undefined);
  return firsts.map((first) => {
    const family = new Set(familyIds(plans, first.id));
    return rateOfPlan(
      first,
      results.cells.filter((cell) => family.has(cell.item.planId)),
    );
  });
}

function familyIds(plans: readonly Row<'samplePlan'>[], id: string): readonly string[] {
  return [id, ...plans.filter((plan) => plan.parentId === id).flatMap((plan) => familyIds(plans, plan.id))];
}

function rateOfPlan(plan: Row<'samplePlan'>, cells: readonly GridCell[]): SampleRate {
  const counting = new Set<string>();
  const deviating = new Set<string>();
  for (const { item, result } of cells) {
    if (result?.result !== 'notApplicable') counting.add(item.id);
    if (result?.result === 'deviation') deviating.add(item.id);
  }
  const counts = { items: counting.size, deviations: deviating.size };
  const rate = counting.size === 0 ? null : statedRate(plan, counts);
  const withoutDeviations = counting.size === 0 ? null : statedRate(plan, { ...counts, deviations: 0 });
  return { plan, items: counting.size, deviating: deviating.size, rate, withoutDeviations };
}

function statedRate(
  plan: Row<'samplePlan'>,
  counts: { readonly items: number; readonly deviations: number },
): DeviationRate | null {
  const { basis, risk, tolerableRate, drawnPopulationCount } = plan;
  const population = drawnPopulationCount === null ? {} : { population: drawnPopulationCount };
  if (basis !== 'statistical') {
    const stated = rateOf({ basis, ...counts, ...population });
    return stated.ok ? stated.value : null;
  }
  if (risk === null || tolerableRate === null) return null;
  const rates = { risk: rateFromBasisPoints(risk), tolerable: rateFromBasisPoints(tolerableRate) };
  const stated = rateOf({ basis, ...counts, ...rates, ...population });
  return stated.ok ? stated.value : null;
}
