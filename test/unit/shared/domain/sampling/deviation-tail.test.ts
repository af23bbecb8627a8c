import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_TAIL,
  addItem,
  allowOneMore,
  intolerableModel,
  isWithinRisk,
  tailOf,
} from '../../../../../shared/domain/sampling/deviation-tail.ts';
import type { DeviationModel, Tail } from '../../../../../shared/domain/sampling/deviation-tail.ts';
import { compareFractions, fractionOf } from '../../../../../shared/domain/sampling/fraction.ts';
import type { Fraction } from '../../../../../shared/domain/sampling/fraction.ts';

const chance = (tail: Tail): Fraction => ({ numerator: tail.within, denominator: tail.total });

/** Counts every sample of a small list one by one: the definition itself. */
function enumerated(population: number, deviations: number, items: number, allowed: number): Fraction {
  let [within, total] = [0, 0];
  for (let chosen = 0; chosen < 2 ** population; chosen += 1) {
    const records = Array.from({ length: population }, (_, index) => index).filter(
      (index) => (chosen >> index) & 1,
    );
    if (records.length !== items) continue;
    total += 1;
    if (records.filter((index) => index < deviations).length <= allowed) within += 1;
  }
  return fractionOf(within, total);
}

/** Adds up the chances of every sequence of pass and deviation. */
function sequences(rate: Fraction, items: number, allowed: number): Fraction {
  let within = 0n;
  for (let pattern = 0; pattern < 2 ** items; pattern += 1) {
    const deviations = pattern.toString(2).replaceAll('0', '').length;
    if (deviations > allowed) continue;
    within +=
      rate.numerator ** BigInt(deviations) *
      (rate.denominator - rate.numerator) ** BigInt(items - deviations);
  }
  return { numerator: within, denominator: rate.denominator ** BigInt(items) };
}

const counted = fc.integer({ min: 1, max: 9 }).chain((population) =>
  fc.record({
    population: fc.constant(population),
    deviations: fc.integer({ min: 0, max: population }),
    items: fc.integer({ min: 0, max: population }),
    allowed: fc.integer({ min: 0, max: population + 1 }),
  }),
);
const large = fc.record({
  rate: fc.integer({ min: 0, max: 20 }).map((part) => fractionOf(part, 20)),
  items: fc.integer({ min: 0, max: 9 }),
  allowed: fc.integer({ min: 0, max: 10 }),
});

function walk(model: DeviationModel, items: number, allowed: number, itemsFirst: boolean): Tail {
  let tail = EMPTY_TAIL;
  const grow = () => {
    while (tail.items < items) tail = addItem(model, tail);
  };
  if (itemsFirst) grow();
  while (tail.allowed < allowed) tail = allowOneMore(model, tail);
  grow();
  return tail;
}

describe('tailOf', () => {
  it('is the share of all samples of a small list with at most the allowed deviations', () => {
    fc.assert(
      fc.property(counted, ({ population, deviations, items, allowed }) => {
        const model = { distribution: 'hypergeometric', population, deviations } as const;
        const expected = enumerated(population, deviations, items, allowed);
        expect(compareFractions(chance(tailOf(model, items, allowed)), expected)).toBe(0);
      }),
    );
  });

  it('is the chance of all sequences with at most the allowed deviations', () => {
    fc.assert(
      fc.property(large, ({ rate, items, allowed }) => {
        const model = { distribution: 'binomial', rate } as const;
        expect(compareFractions(chance(tailOf(model, items, allowed)), sequences(rate, items, allowed))).toBe(
          0,
        );
      }),
    );
  });
});

describe('addItem and allowOneMore', () => {
  it('reach the same tail of a counted population by every way', () => {
    fc.assert(
      fc.property(counted, fc.boolean(), ({ population, deviations, items, allowed }, itemsFirst) => {
        const model = { distribution: 'hypergeometric', population, deviations } as const;
        expect(walk(model, items, allowed, itemsFirst)).toEqual(tailOf(model, items, allowed));
      }),
      { numRuns: 500 },
    );
  });

  it('reach the same tail of a large population by every way', () => {
    fc.assert(
      fc.property(large, fc.boolean(), ({ rate, items, allowed }, itemsFirst) => {
        const model = { distribution: 'binomial', rate } as const;
        expect(walk(model, items, allowed, itemsFirst)).toEqual(tailOf(model, items, allowed));
      }),
      { numRuns: 500 },
    );
  });
});

describe('intolerableModel', () => {
  it('takes the tolerable rate itself for a large population', () => {
    const tolerable = fractionOf(1, 20);
    expect(intolerableModel(tolerable, undefined)).toEqual({ distribution: 'binomial', rate: tolerable });
  });

  it.each([
    [184, 19],
    [100, 11],
    [9, 1],
    [10, 2],
  ])('of %i records at 10 %% tolerable takes %i deviations', (population, deviations) => {
    expect(intolerableModel(fractionOf(1, 10), population)).toEqual({
      distribution: 'hypergeometric',
      population,
      deviations,
    });
  });
});

describe('isWithinRisk', () => {
  it('accepts a chance equal to the risk', () => {
    const tail = tailOf({ distribution: 'binomial', rate: fractionOf(1, 2) }, 2, 0);
    expect([isWithinRisk(tail, fractionOf(1, 4)), isWithinRisk(tail, fractionOf(249, 1000))]).toEqual([
      true,
      false,
    ]);
  });
});
