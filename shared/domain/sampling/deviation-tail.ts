/**
 * The chance that a random sample holds at most so many deviations, computed exactly.
 *
 * Source of the rule: reference d.1. A large population is binomial, a counted one hypergeometric. All steps are whole
 * numbers, so "at most the risk" is decided without rounding on every machine.
 */
import { compareFractions, floorTimes } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/** Which exact distribution stands behind a figure: `binomial` takes the population as very large. */
export type Distribution = 'binomial' | 'hypergeometric';

/** A population as the exact chance sees it: a rate of deviations, or a counted number of them in a counted list. */
export type DeviationModel =
  | { readonly distribution: 'binomial'; readonly rate: Fraction }
  | { readonly distribution: 'hypergeometric'; readonly population: number; readonly deviations: number };

/**
 * The chance of at most `allowed` deviations among `items`, as `within / total`; `last / total` is the chance of
 * exactly `allowed`.
 */
export type Tail = {
  readonly items: number;
  readonly allowed: number;
  readonly within: bigint;
  readonly last: bigint;
  readonly total: bigint;
};

/**
 * The least bad population that is no longer tolerable: the tolerable rate itself where the population is large, the
 * fewest deviations above the tolerable rate where it is counted (reference d.1: floor(TDR x N) + 1).
 */
export function intolerableModel(tolerable: Fraction, population: number | undefined): DeviationModel {
  if (population === undefined) return { distribution: 'binomial', rate: tolerable };
  return { distribution: 'hypergeometric', population, deviations: floorTimes(tolerable, population) + 1 };
}

/** The chance of no deviation among no items: 1. Every other tail is reached from here by `addItem` and `allowOneMore`. */
export const EMPTY_TAIL: Tail = { items: 0, allowed: 0, within: 1n, last: 1n, total: 1n };

/** The tail of `items` with at most `allowed` deviations; both whole, `items` at most the population. */
export function tailOf(model: DeviationModel, items: number, allowed: number): Tail {
  let tail = { ...EMPTY_TAIL, items, total: totalOf(model, items), last: exactly(model, items, 0) };
  tail = { ...tail, within: tail.last };
  while (tail.allowed < allowed) tail = allowOneMore(model, tail);
  return tail;
}

/** The same number allowed in a sample of one item more. */
export function addItem(model: DeviationModel, tail: Tail): Tail {
  const items = tail.items + 1;
  const free = BigInt(items - tail.allowed);
  if (model.distribution === 'binomial') {
    const { numerator, denominator } = model.rate;
    return {
      ...tail,
      items,
      // One more item takes the sample out of the allowed range only where it held exactly `allowed` and deviates.
      within: tail.within * denominator - tail.last * numerator,
      last:
        free > 0n
          ? (tail.last * (denominator - numerator) * BigInt(items)) / free
          : exactly(model, items, tail.allowed),
      total: tail.total * denominator,
    };
  }
  const { population, deviations } = model;
  const correct = BigInt(population - deviations - (tail.items - tail.allowed));
  const left = BigInt(Math.max(deviations - tail.allowed, 0));
  return {
    ...tail,
    items,
    within: (tail.within * BigInt(population - tail.items) - tail.last * left) / BigInt(items),
    last: free > 0n && correct >= 0n ? (tail.last * correct) / free : exactly(model, items, tail.allowed),
    total: (tail.total * BigInt(population - tail.items)) / BigInt(items),
  };
}

/** One deviation more allowed in the same sample. */
export function allowOneMore(model: DeviationModel, tail: Tail): Tail {
  const allowed = tail.allowed + 1;
  const last = nextTerm(model, tail);
  return { ...tail, allowed, last, within: tail.within + last };
}

/** Whether the chance of seeing at most the allowed deviations is no more than the risk. */
export function isWithinRisk(tail: Tail, risk: Fraction): boolean {
  return compareFractions({ numerator: tail.within, denominator: tail.total }, risk) <= 0;
}

/** The term of one deviation more from the term before; computed afresh where that one is 0 and tells nothing. */
function nextTerm(model: DeviationModel, tail: Tail): bigint {
  const allowed = tail.allowed + 1;
  if (allowed > tail.items) return 0n;
  const free = BigInt(tail.items - tail.allowed);
  if (model.distribution === 'binomial') {
    const { numerator, denominator } = model.rate;
    const correct = denominator - numerator;
    if (correct === 0n) return exactly(model, tail.items, allowed);
    return (tail.last * free * numerator) / (BigInt(allowed) * correct);
  }
  const { population, deviations } = model;
  const correct = BigInt(population - deviations - tail.items + allowed);
  if (tail.last === 0n || correct <= 0n) return exactly(model, tail.items, allowed);
  return (tail.last * BigInt(deviations - tail.allowed) * free) / (BigInt(allowed) * correct);
}

function totalOf(model: DeviationModel, items: number): bigint {
  return model.distribution === 'binomial'
    ? model.rate.denominator ** BigInt(items)
    : waysToChoose(model.population, items);
}

/** The weight of exactly `count` deviations among `items`, on the scale of `totalOf`. */
function exactly(model: DeviationModel, items: number, count: number): bigint {
  if (model.distribution === 'hypergeometric') {
    const { population, deviations } = model;
    return waysToChoose(deviations, count) * waysToChoose(population - deviations, items - count);
  }
  const { numerator, denominator } = model.rate;
  const others = items - count;
  if (others < 0) return 0n;
  return (
    waysToChoose(items, count) * numerator ** BigInt(count) * (denominator - numerator) ** BigInt(others)
  );
}

function waysToChoose(from: number, chosen: number): bigint {
  if (chosen < 0 || chosen > from) return 0n;
  const steps = Math.min(chosen, from - chosen);
  let ways = 1n;
  for (let step = 1; step <= steps; step += 1) ways = (ways * BigInt(from - steps + step)) / BigInt(step);
  return ways;
}
