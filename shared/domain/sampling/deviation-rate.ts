/** What the result of a sample may say about the population, by the basis on which the items were chosen. */
import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { compareFractions, fractionOf } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { isPopulationCounted } from './size-options.ts';
import { upperLimitOf } from './upper-limit.ts';
import type { EvaluationRefusal, UpperLimit } from './upper-limit.ts';

/** On what grounds items were chosen (reference b.1, SamplePlan). Only `statistical` carries risk and limit. */
export type SampleBasis = 'statistical' | 'frequencyGuidance' | 'all' | 'oneInstance' | 'targeted';

/** The counts of a tested sample; a statistical one with the risk and the tolerable rate of its plan. */
export type TestedSample =
  | {
      readonly basis: 'statistical';
      readonly items: number;
      readonly deviations: number;
      readonly risk: Fraction;
      readonly tolerable: Fraction;
      readonly population?: number;
    }
  | {
      readonly basis: Exclude<SampleBasis, 'statistical'>;
      readonly items: number;
      readonly deviations: number;
      /** Records of the list, of which some may be items to which no attribute applies. */
      readonly population?: number;
    };

/**
 * What may be stated. `limited`: the rate in the sample and the upper limit. `complete`: the rate of the population
 * itself, every record having been tested. `counted`: items and deviations only, because nothing is known about the
 * chance of having missed deviations (reference d.4: no confidence is ever printed for such a sample).
 */
export type DeviationRate =
  | {
      readonly kind: 'limited';
      readonly items: number;
      readonly deviations: number;
      readonly rate: Fraction;
      readonly risk: Fraction;
      readonly tolerable: Fraction;
      readonly population: number | undefined;
      readonly limit: UpperLimit;
      /** The upper limit is not above the tolerable rate (gate T4). */
      readonly supportsReliance: boolean;
    }
  | {
      readonly kind: 'complete';
      readonly items: number;
      readonly deviations: number;
      readonly rate: Fraction;
      /** Records of the list where they are more than the items to which an attribute applies. */
      readonly population: number | undefined;
    }
  | { readonly kind: 'counted'; readonly items: number; readonly deviations: number };

/** The statement a tested sample allows; refused where the counts cannot belong to a sample. */
export function rateOf(sample: TestedSample): Result<DeviationRate, EvaluationRefusal> {
  const { items, deviations } = sample;
  if (sample.basis === 'statistical') return limitedRate(sample);
  const refusal = refuseCounts(items, deviations);
  if (refusal !== undefined) return err(refusal);
  if (sample.basis !== 'all') return ok({ kind: 'counted', items, deviations });
  const { population = items } = sample;
  return ok({
    ...{ kind: 'complete', items, deviations, rate: fractionOf(deviations, items) },
    population: population > items ? population : undefined,
  });
}

function limitedRate(
  sample: Extract<TestedSample, { readonly basis: 'statistical' }>,
): Result<DeviationRate, EvaluationRefusal> {
  const { items, deviations, risk, tolerable } = sample;
  const { population } = sample;
  const isCounted = population !== undefined && isPopulationCounted(items, population);
  const limit = upperLimitOf({ items, deviations, risk, ...(isCounted ? { population } : {}) });
  if (!limit.ok) return limit;
  const supportsReliance = compareFractions(limit.value.rate, tolerable) <= 0;
  const rate = fractionOf(deviations, items);
  return ok({
    kind: 'limited',
    items,
    deviations,
    rate,
    risk,
    tolerable,
    population,
    limit: limit.value,
    supportsReliance,
  });
}

function refuseCounts(items: number, deviations: number): EvaluationRefusal | undefined {
  const isCounted = Number.isSafeInteger(items) && items >= 1;
  if (!isCounted) return { code: 'items-out-of-range', minimum: 1, maximum: Number.MAX_SAFE_INTEGER };
  const isPossible = Number.isSafeInteger(deviations) && deviations >= 0 && deviations <= items;
  return isPossible ? undefined : { code: 'more-deviations-than-items', items, deviations };
}
