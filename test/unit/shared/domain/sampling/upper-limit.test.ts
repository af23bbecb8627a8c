import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithinRisk, tailOf } from '../../../../../shared/domain/sampling/deviation-tail.ts';
import { compareFractions, fractionOf, toNumber } from '../../../../../shared/domain/sampling/fraction.ts';
import { upperLimitOf } from '../../../../../shared/domain/sampling/upper-limit.ts';
import type { SampleResult, UpperLimit } from '../../../../../shared/domain/sampling/upper-limit.ts';

const FIVE_PERCENT = fractionOf(1, 20);

function limitOf(result: SampleResult): UpperLimit {
  const limit = upperLimitOf(result);
  if (!limit.ok) throw new Error(limit.error.code);
  return limit.value;
}

const samples = fc.integer({ min: 1, max: 80 }).chain((items) =>
  fc.record({
    items: fc.constant(items),
    deviations: fc.integer({ min: 0, max: items }),
    risk: fc.integer({ min: 1, max: 50 }).map((part) => fractionOf(part, 100)),
  }),
);

describe('upperLimitOf, large population', () => {
  it('is the first millionth that the result rules out', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { rate } = limitOf(sample);
        const millionths = Math.round(toNumber(rate, 6) * 1_000_000);
        const isRuledOut = (part: number) => {
          const model = { distribution: 'binomial', rate: fractionOf(part, 1_000_000) } as const;
          return isWithinRisk(tailOf(model, sample.items, sample.deviations), sample.risk);
        };
        expect(isRuledOut(millionths - 1)).toBe(false);
        expect(isRuledOut(millionths) || sample.deviations === sample.items).toBe(true);
      }),
    );
  });

  it('is 1 where every item deviates', () => {
    expect(limitOf({ items: 3, deviations: 3, risk: FIVE_PERCENT })).toEqual({
      distribution: 'binomial',
      rate: { numerator: 1n, denominator: 1n },
    });
  });
});

describe('upperLimitOf, counted population', () => {
  it('is the largest number of deviations that the result does not rule out', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 200 }), (sample, others) => {
        const population = sample.items + others;
        const limit = limitOf({ ...sample, population });
        const possible = Array.from({ length: others + 1 }, (_, index) => sample.deviations + index);
        const notRuledOut = possible.filter((deviations) => {
          const model = { distribution: 'hypergeometric', population, deviations } as const;
          return !isWithinRisk(tailOf(model, sample.items, sample.deviations), sample.risk);
        });
        const count = notRuledOut.at(-1);
        expect(limit).toEqual({
          distribution: 'hypergeometric',
          rate: fractionOf(count ?? -1, population),
          count,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is what was found where every record was tested', () => {
    expect(limitOf({ items: 20_000, deviations: 7, risk: FIVE_PERCENT, population: 20_000 })).toMatchObject({
      count: 7,
    });
  });

  it('tends to the large population', () => {
    const large = limitOf({ items: 60, deviations: 1, risk: FIVE_PERCENT });
    const counted = limitOf({ items: 60, deviations: 1, risk: FIVE_PERCENT, population: 1_000_000 });
    expect(compareFractions(counted.rate, large.rate)).toBe(-1);
    expect(toNumber(large.rate) - toNumber(counted.rate)).toBeLessThan(0.000_01);
  });

  it('takes milliseconds for 60 of a million records', () => {
    const started = performance.now();
    limitOf({ items: 60, deviations: 0, risk: FIVE_PERCENT, population: 1_000_000 });
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe('upperLimitOf, refusals', () => {
  it.each([
    [{ items: 60, deviations: 61, risk: FIVE_PERCENT }, 'more-deviations-than-items'],
    [{ items: 60, deviations: -1, risk: FIVE_PERCENT }, 'more-deviations-than-items'],
    [{ items: 60, deviations: 0.5, risk: FIVE_PERCENT }, 'more-deviations-than-items'],
    [{ items: 0, deviations: 0, risk: FIVE_PERCENT }, 'items-out-of-range'],
    [{ items: 10_001, deviations: 0, risk: FIVE_PERCENT }, 'items-out-of-range'],
    [{ items: 60, deviations: 0, risk: fractionOf(0, 1) }, 'risk-out-of-range'],
    [{ items: 60, deviations: 0, risk: fractionOf(1, 1) }, 'risk-out-of-range'],
    [{ items: 60, deviations: 0, risk: FIVE_PERCENT, population: 59 }, 'sample-larger-than-population'],
    [{ items: 60, deviations: 0, risk: FIVE_PERCENT, population: 1e9 }, 'population-out-of-range'],
  ])('%o: %s', (result, code) => {
    expect(upperLimitOf(result)).toMatchObject({ ok: false, error: { code } });
  });
});
