/**
 * How many items an attribute sample needs, computed exactly (reference d.1 and the `method` entry of the table file).
 */
import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { EMPTY_TAIL, addItem, allowOneMore, intolerableModel, isWithinRisk } from './deviation-tail.ts';
import type { Distribution, Tail } from './deviation-tail.ts';
import { compareFractions, floorTimes } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/**
 * What a statistical plan states. `risk` is the chance of relying on a control whose rate is not tolerable (5 % risk is
 * 95 % confidence); `tolerable` and `expected` are deviation rates; `population` is the number of records where it is
 * to be used, and is left out for the large-population size.
 */
export type SizeBasis = {
  readonly risk: Fraction;
  readonly tolerable: Fraction;
  readonly expected: Fraction;
  readonly population?: number;
};

/** A sample size with the number of deviations up to which the sample still supports reliance. */
export type SampleSize = {
  readonly size: number;
  readonly allowedDeviations: number;
  readonly distribution: Distribution;
  /** Every record of the population is tested: there is no sampling risk left. */
  readonly isWholePopulation: boolean;
};

/** A risk that is not between 0 and 1, both excluded. */
export type RiskRefusal = { readonly code: 'risk-out-of-range' };

/** A number of records that no population of this program can have. */
export type PopulationRefusal = {
  readonly code: 'population-out-of-range';
  readonly minimum: number;
  readonly maximum: number;
};

/** Why there is no size: the figures contradict each other, or no practical sample can give the assurance. */
export type SizeRefusal =
  | RiskRefusal
  | PopulationRefusal
  | { readonly code: 'tolerable-rate-out-of-range' }
  | { readonly code: 'expected-rate-not-below-tolerable' }
  | { readonly code: 'sample-size-not-practical'; readonly limit: number };

/** Beyond this many items no size is given: published tables stop at 2,000 for the same reason, cost. */
export const LARGEST_SAMPLE_SIZE = 10_000;

/** The largest population the exact figures and the draw are made for. */
export const LARGEST_POPULATION = 10_000_000;

/**
 * The smallest sample in which at most k deviations would be seen with no more than the planned risk if the rate were
 * not tolerable, k being the expected rate times the size, rounded up.
 *
 * With a population the size is not monotone in it: 250 records need 51 items, 260 need 49 (5 % risk, 5 % tolerable).
 * Where no part of a small population would do, the size is the population.
 */
export function planSampleSize(basis: SizeBasis): Result<SampleSize, SizeRefusal> {
  const refusal = checkBasis(basis);
  if (refusal !== undefined) return err(refusal);
  const model = intolerableModel(basis.tolerable, basis.population);
  let tail = EMPTY_TAIL;
  for (;;) {
    const found = growUntilWithin(basis, tail);
    if (found === 'too-large') return err({ code: 'sample-size-not-practical', limit: LARGEST_SAMPLE_SIZE });
    if (found === 'whole-population') return ok(wholePopulation(basis));
    if (isExpectedAllowed(basis.expected, found)) {
      const { items: size, allowed: allowedDeviations } = found;
      const isWholePopulation = size === basis.population;
      return ok({ size, allowedDeviations, distribution: model.distribution, isWholePopulation });
    }
    tail = allowOneMore(model, found);
  }
}

/**
 * The smallest sample that stays within the risk with exactly so many deviations allowed, whatever rate is expected;
 * undefined where even the whole population, or 10,000 items, would not do.
 */
export function sizeAllowing(allowed: number, basis: Omit<SizeBasis, 'expected'>): number | undefined {
  const model = intolerableModel(basis.tolerable, basis.population);
  let tail = EMPTY_TAIL;
  while (tail.allowed < allowed) tail = allowOneMore(model, tail);
  const found = growUntilWithin(basis, tail);
  return typeof found === 'string' ? undefined : found.items;
}

/** The first contradiction in the figures of a plan, or undefined. */
function checkBasis(basis: SizeBasis): SizeRefusal | undefined {
  const { tolerable, expected, population } = basis;
  if (!isBetweenZeroAndOne(basis.risk)) return { code: 'risk-out-of-range' };
  if (!isBetweenZeroAndOne(tolerable)) return { code: 'tolerable-rate-out-of-range' };
  if (compareFractions(expected, tolerable) >= 0) return { code: 'expected-rate-not-below-tolerable' };
  return population === undefined ? undefined : checkPopulation(population);
}

/** Whether a rate or risk lies strictly between 0 and 1; at the ends there is nothing to sample for. */
export function isBetweenZeroAndOne({ numerator, denominator }: Fraction): boolean {
  return numerator > 0n && numerator < denominator;
}

/** Refuses a number of records that no population of this program can have. */
export function checkPopulation(population: number): PopulationRefusal | undefined {
  const isCount = Number.isSafeInteger(population) && population >= 1 && population <= LARGEST_POPULATION;
  return isCount ? undefined : { code: 'population-out-of-range', minimum: 1, maximum: LARGEST_POPULATION };
}

function growUntilWithin(
  { risk, tolerable, population }: Omit<SizeBasis, 'expected'>,
  start: Tail,
): Tail | 'too-large' | 'whole-population' {
  const model = intolerableModel(tolerable, population);
  let tail = start;
  while (!isWithinRisk(tail, risk)) {
    if (tail.items === population) return 'whole-population';
    if (tail.items === LARGEST_SAMPLE_SIZE) return 'too-large';
    tail = addItem(model, tail);
  }
  return tail;
}

function wholePopulation({ tolerable, population = 0 }: SizeBasis): SampleSize {
  const allowedDeviations = floorTimes(tolerable, population);
  return { size: population, allowedDeviations, distribution: 'hypergeometric', isWholePopulation: true };
}

function isExpectedAllowed({ numerator, denominator }: Fraction, { items, allowed }: Tail): boolean {
  return numerator * BigInt(items) <= BigInt(allowed) * denominator;
}
