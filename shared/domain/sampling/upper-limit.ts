/**
 * The upper deviation limit of a random sample: the highest rate the result does not rule out at the planned risk.
 */
import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { isWithinRisk, tailOf } from './deviation-tail.ts';
import type { DeviationModel } from './deviation-tail.ts';
import { fractionOf } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { LARGEST_SAMPLE_SIZE, checkPopulation, isBetweenZeroAndOne } from './sample-size.ts';
import type { PopulationRefusal, RiskRefusal } from './sample-size.ts';

/** A result to evaluate: items tested, deviations among them, the risk planned, and the population where it is counted. */
export type SampleResult = {
  readonly items: number;
  readonly deviations: number;
  readonly risk: Fraction;
  readonly population?: number;
};

/**
 * The limit as an exact rate. A large population's is a multiple of 0.000001, rounded up; a counted population's is
 * `count` of its records.
 */
export type UpperLimit =
  | { readonly distribution: 'binomial'; readonly rate: Fraction }
  | { readonly distribution: 'hypergeometric'; readonly rate: Fraction; readonly count: number };

/** Why a result cannot be evaluated. */
export type EvaluationRefusal =
  | RiskRefusal
  | PopulationRefusal
  | { readonly code: 'items-out-of-range'; readonly minimum: number; readonly maximum: number }
  | { readonly code: 'more-deviations-than-items'; readonly items: number; readonly deviations: number }
  | { readonly code: 'sample-larger-than-population'; readonly size: number; readonly population: number };

const MILLION = 1_000_000;

/**
 * The one-sided exact limit (reference d.1): Clopper-Pearson for a large population, and for a counted one the largest
 * number of deviations that would still show at most those found with more than the risk. A population tested in full
 * has no sampling risk, so its limit is what was found.
 */
export function upperLimitOf(result: SampleResult): Result<UpperLimit, EvaluationRefusal> {
  const refusal = checkResult(result);
  if (refusal !== undefined) return err(refusal);
  const { items, deviations, risk, population } = result;
  if (population === undefined) {
    const isRuledOut = (millionths: number) => {
      const model = { distribution: 'binomial', rate: fractionOf(millionths, MILLION) } as const;
      return isWithinRisk(tailOf(model, items, deviations), risk);
    };
    const millionths = deviations === items ? MILLION : firstWhere(isRuledOut, 0, MILLION);
    return ok({ distribution: 'binomial', rate: fractionOf(millionths, MILLION) });
  }
  const isRuledOut = (count: number) => {
    const model: DeviationModel = { distribution: 'hypergeometric', population, deviations: count };
    return isWithinRisk(tailOf(model, items, deviations), risk);
  };
  // With the correct items of the sample known, no more than this many records can deviate.
  const most = population - (items - deviations);
  const count = items === population ? deviations : firstWhere(isRuledOut, deviations, most + 1) - 1;
  return ok({ distribution: 'hypergeometric', rate: fractionOf(count, population), count });
}

function checkResult({ items, deviations, risk, population }: SampleResult): EvaluationRefusal | undefined {
  if (!isBetweenZeroAndOne(risk)) return { code: 'risk-out-of-range' };
  const refusal = checkItems(items, population);
  if (refusal !== undefined) return refusal;
  const isPossible = Number.isSafeInteger(deviations) && deviations >= 0 && deviations <= items;
  return isPossible ? undefined : { code: 'more-deviations-than-items', items, deviations };
}

function checkItems(items: number, population: number | undefined): EvaluationRefusal | undefined {
  const isCounted = Number.isSafeInteger(items) && items >= 1;
  if (!isCounted || (items > LARGEST_SAMPLE_SIZE && items !== population)) {
    return { code: 'items-out-of-range', minimum: 1, maximum: LARGEST_SAMPLE_SIZE };
  }
  if (population === undefined) return undefined;
  const isLarger = items > population;
  return (
    checkPopulation(population) ??
    (isLarger ? { code: 'sample-larger-than-population', size: items, population } : undefined)
  );
}

/** The first whole number in `low`..`high` for which `holds`; it must hold at `high`, and from some point on always. */
function firstWhere(holds: (value: number) => boolean, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
