/**
 * What happens to the risk when a sample is expanded after one deviation more than planned (reference d.5).
 *
 * Expanding to the table size for one deviation more looks at the data twice and lifts the real risk above the plan; the
 * exact number of further items keeps it.
 */
import { addItem, intolerableModel, isWithinRisk, tailOf } from './deviation-tail.ts';
import type { DeviationModel, Tail } from './deviation-tail.ts';
import { lowestTerms } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { LARGEST_SAMPLE_SIZE, sizeAllowing } from './sample-size.ts';

/** The first stage as planned, and the figures it was planned with. */
export type FirstStage = {
  readonly items: number;
  readonly allowedDeviations: number;
  readonly risk: Fraction;
  readonly tolerable: Fraction;
  readonly population?: number;
};

/** A second stage: items to add, items in all, and the overall risk of relying on a control that is not tolerable. */
export type SecondStage = { readonly additional: number; readonly total: number; readonly risk: Fraction };

/** The two ways to expand; either is missing where no such sample exists within the population or 10,000 items. */
export type Expansion = {
  /** To the size of a plan that allows one deviation more from the start: its risk exceeds the plan. */
  readonly toTableSize: SecondStage | undefined;
  /** By the fewest items that keep the overall risk within the plan. */
  readonly withinRisk: SecondStage | undefined;
};

/** Both ways to expand after one deviation more than allowed, the further items having to show none. */
export function planExpansion(first: FirstStage): Expansion {
  const tableSize = sizeAllowing(first.allowedDeviations + 1, first);
  const additional = tableSize === undefined ? 0 : tableSize - first.items;
  const toTableSize =
    additional > 0
      ? { additional, total: first.items + additional, risk: twoStageRisk(first, additional) }
      : undefined;
  const exact = fewestWithinRisk(first);
  const withinRisk =
    exact === undefined
      ? undefined
      : { additional: exact, total: first.items + exact, risk: twoStageRisk(first, exact) };
  return { toTableSize, withinRisk };
}

/**
 * The chance of relying on the least bad intolerable population: at most the allowed deviations in the first stage, or
 * one more there and none among the `additional` items.
 */
export function twoStageRisk(first: FirstStage, additional: number): Fraction {
  const { model, tail } = firstTail(first);
  return lowestTerms(overallRisk(tail, tailOf(afterOneMore(model, tail), additional, 0)));
}

function fewestWithinRisk(first: FirstStage): number | undefined {
  const { model, tail } = firstTail(first);
  const rest = afterOneMore(model, tail);
  const most = Math.min(LARGEST_SAMPLE_SIZE, (first.population ?? Infinity) - first.items);
  // The second stage can at best bring its share of the risk down to nothing.
  if (!isWithinRisk(withoutLast(tail), first.risk)) return undefined;
  let second = tailOf(rest, 0, 0);
  while (!isWithin(overallRisk(tail, second), first.risk)) {
    if (second.items >= most) return undefined;
    second = addItem(rest, second);
  }
  return second.items;
}

/** The first stage with one deviation more allowed, so that `last` is the weight of finding exactly that many. */
function firstTail(first: FirstStage): { readonly model: DeviationModel; readonly tail: Tail } {
  const model = intolerableModel(first.tolerable, first.population);
  return { model, tail: tailOf(model, first.items, first.allowedDeviations + 1) };
}

/** The population the second stage draws from, once the first has taken its items and the deviations in them. */
function afterOneMore(model: DeviationModel, { items, allowed }: Tail): DeviationModel {
  if (model.distribution === 'binomial') return model;
  const deviations = Math.max(model.deviations - allowed, 0);
  return { distribution: 'hypergeometric', population: model.population - items, deviations };
}

function overallRisk(first: Tail, second: Tail): Fraction {
  const withoutSecond = (first.within - first.last) * second.total;
  return { numerator: withoutSecond + first.last * second.within, denominator: first.total * second.total };
}

function withoutLast(tail: Tail): Tail {
  return { ...tail, within: tail.within - tail.last };
}

function isWithin(value: Fraction, risk: Fraction): boolean {
  return value.numerator * risk.denominator <= risk.numerator * value.denominator;
}

/**
 * The confidence that a random sample without deviation gives that the rate is below `rate`, population taken as large:
 * 1 - (1 - rate)^items. For explaining what a size would mean had it been planned statistically.
 */
export function cleanSampleConfidence(items: number, rate: Fraction): Fraction {
  const miss = tailOf({ distribution: 'binomial', rate }, items, 0);
  return lowestTerms({ numerator: miss.total - miss.within, denominator: miss.total });
}
