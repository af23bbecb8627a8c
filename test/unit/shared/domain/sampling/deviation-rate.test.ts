import { describe, expect, it } from 'vitest';
import { rateOf } from '../../../../../shared/domain/sampling/deviation-rate.ts';
import { fractionOf } from '../../../../../shared/domain/sampling/fraction.ts';
import { sizeOptions } from '../../../../../shared/domain/sampling/size-options.ts';

const TEN_PERCENT = fractionOf(1, 10);
const FIVE_PERCENT = fractionOf(1, 20);

describe('rateOf, statistical', () => {
  const sample = { basis: 'statistical', risk: TEN_PERCENT, tolerable: TEN_PERCENT } as const;

  it('sets the exact limit of the counted population against the tolerable rate', () => {
    expect(rateOf({ ...sample, items: 20, deviations: 1, population: 184 })).toEqual({
      ok: true,
      value: {
        kind: 'limited',
        items: 20,
        deviations: 1,
        rate: fractionOf(1, 20),
        risk: TEN_PERCENT,
        tolerable: TEN_PERCENT,
        population: 184,
        limit: { distribution: 'hypergeometric', rate: fractionOf(32, 184), count: 32 },
        supportsReliance: false,
      },
    });
    expect(rateOf({ ...sample, items: 20, deviations: 0, population: 184 })).toMatchObject({
      value: { supportsReliance: true },
    });
  });

  it('takes a population that is large against the sample as large', () => {
    const large = rateOf({ ...sample, items: 60, deviations: 0, population: 50_000 });
    expect(large).toMatchObject({ value: { population: 50_000, limit: { distribution: 'binomial' } } });
    expect(rateOf({ ...sample, items: 60, deviations: 0 })).toMatchObject({
      value: { population: undefined },
    });
  });

  it('agrees with the plan: the recommended size with its allowed deviations supports reliance, one more does not', () => {
    for (const population of [30, 52, 184, 260, 1000, 1999, 2000, 2400, 5000, 100_000]) {
      for (const expected of [fractionOf(0, 1), fractionOf(1, 100), fractionOf(2, 100)]) {
        const basis = { risk: FIVE_PERCENT, tolerable: FIVE_PERCENT, expected };
        const options = sizeOptions({ ...basis, population });
        if (!options.ok) throw new Error(options.error.code);
        const { recommended, counted, large } = options.value;
        const plan = recommended === 'large' && large !== undefined ? large : counted;
        const tested = { ...sample, ...basis, items: plan.size, population };
        const outcomes = [plan.allowedDeviations, plan.allowedDeviations + 1].map((deviations) => {
          const rate = rateOf({ ...tested, deviations });
          return rate.ok && rate.value.kind === 'limited' && rate.value.supportsReliance;
        });
        expect([population, ...outcomes]).toEqual([population, true, false]);
      }
    }
  });

  it('refuses counts that cannot belong to a sample', () => {
    expect(rateOf({ ...sample, items: 20, deviations: 0, population: 19 })).toMatchObject({
      error: { code: 'sample-larger-than-population' },
    });
  });
});

describe('rateOf, other bases', () => {
  it('gives the rate itself where every record was tested', () => {
    expect(rateOf({ basis: 'all', items: 12, deviations: 1 })).toEqual({
      ok: true,
      value: { kind: 'complete', items: 12, deviations: 1, rate: fractionOf(1, 12) },
    });
  });

  it.each(['frequencyGuidance', 'oneInstance', 'targeted'] as const)(
    'gives items and deviations only for %s',
    (basis) => {
      expect(rateOf({ basis, items: 25, deviations: 1 })).toEqual({
        ok: true,
        value: { kind: 'counted', items: 25, deviations: 1 },
      });
    },
  );

  it.each([
    [0, 0, 'items-out-of-range'],
    [1.5, 0, 'items-out-of-range'],
    [2, 3, 'more-deviations-than-items'],
    [2, -1, 'more-deviations-than-items'],
  ])('refuses %f items with %i deviations', (items, deviations, code) => {
    expect(rateOf({ basis: 'targeted', items, deviations })).toMatchObject({ ok: false, error: { code } });
  });
});
