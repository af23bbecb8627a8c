import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  intolerableModel,
  isWithinRisk,
  tailOf,
} from '../../../../../shared/domain/sampling/deviation-tail.ts';
import { fractionOf, rateFromBasisPoints } from '../../../../../shared/domain/sampling/fraction.ts';
import {
  LARGEST_POPULATION,
  LARGEST_SAMPLE_SIZE,
  planSampleSize,
  sizeAllowing,
} from '../../../../../shared/domain/sampling/sample-size.ts';
import type { SizeBasis } from '../../../../../shared/domain/sampling/sample-size.ts';

const basis = (risk: number, tolerable: number, expected: number, population?: number): SizeBasis => ({
  risk: rateFromBasisPoints(risk),
  tolerable: rateFromBasisPoints(tolerable),
  expected: rateFromBasisPoints(expected),
  ...(population === undefined ? {} : { population }),
});

const plans = fc
  .record({
    risk: fc.integer({ min: 100, max: 2000 }),
    tolerable: fc.integer({ min: 300, max: 3000 }),
    share: fc.integer({ min: 0, max: 60 }),
    population: fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }),
  })
  .map(({ risk, tolerable, share, population }) =>
    basis(risk, tolerable, Math.floor((tolerable * share) / 100), population),
  );

describe('planSampleSize', () => {
  it('gives the smallest size by the rule of reference d.1', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const found = planSampleSize(plan);
        if (!found.ok) throw new Error(found.error.code);
        const { size, allowedDeviations, isWholePopulation } = found.value;
        const model = intolerableModel(plan.tolerable, plan.population);
        const allowedAt = (items: number) =>
          Number(
            (plan.expected.numerator * BigInt(items) + plan.expected.denominator - 1n) /
              plan.expected.denominator,
          );
        const keepsRisk = (items: number) => isWithinRisk(tailOf(model, items, allowedAt(items)), plan.risk);
        const smaller = Array.from({ length: size - 1 }, (_, index) => index + 1);
        expect(smaller.filter(keepsRisk)).toEqual([]);
        if (!isWholePopulation) expect([keepsRisk(size), allowedDeviations]).toEqual([true, allowedAt(size)]);
      }),
      { numRuns: 60 },
    );
  });

  it('tests every record where no part of a small population keeps the risk', () => {
    expect(planSampleSize(basis(500, 500, 100, 10))).toEqual({
      ok: true,
      value: { size: 10, allowedDeviations: 0, distribution: 'hypergeometric', isWholePopulation: true },
    });
    expect(planSampleSize(basis(500, 1000, 900, 30))).toMatchObject({
      value: { size: 30, allowedDeviations: 3, isWholePopulation: true },
    });
  });

  it('needs the smallest whole population of one record', () => {
    expect(planSampleSize(basis(500, 500, 0, 1))).toMatchObject({
      value: { size: 1, isWholePopulation: true },
    });
  });

  it.each([
    ['risk 0', basis(0, 500, 0), 'risk-out-of-range'],
    ['risk 1', basis(10_000, 500, 0), 'risk-out-of-range'],
    ['tolerable rate 0', basis(500, 0, 0), 'tolerable-rate-out-of-range'],
    ['tolerable rate 1', basis(500, 10_000, 0), 'tolerable-rate-out-of-range'],
    ['expected rate equal to tolerable', basis(500, 500, 500), 'expected-rate-not-below-tolerable'],
    ['expected rate above tolerable', basis(500, 500, 600), 'expected-rate-not-below-tolerable'],
    ['no records', basis(500, 500, 0, 0), 'population-out-of-range'],
    ['half a record', basis(500, 500, 0, 10.5), 'population-out-of-range'],
    ['too many records', basis(500, 500, 0, LARGEST_POPULATION + 1), 'population-out-of-range'],
    ['a size beyond the limit', basis(500, 1, 0), 'sample-size-not-practical'],
    ['a counted size beyond the limit', basis(500, 1, 0, 1_000_000), 'sample-size-not-practical'],
  ])('refuses %s', (_, plan, code) => {
    expect(planSampleSize(plan)).toMatchObject({ ok: false, error: { code } });
  });

  it('takes well under a second for a million records and for the largest table cell', () => {
    const started = performance.now();
    expect(planSampleSize(basis(500, 500, 0, 1_000_000))).toMatchObject({ value: { size: 59 } });
    expect(planSampleSize(basis(500, 600, 500))).toMatchObject({
      value: { size: 1580, allowedDeviations: 79 },
    });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('sizeAllowing', () => {
  it('has no answer where more deviations are allowed than would be intolerable', () => {
    const small = { risk: fractionOf(1, 20), tolerable: fractionOf(1, 20), population: 4 };
    expect([sizeAllowing(0, small), sizeAllowing(1, small)]).toEqual([4, undefined]);
  });

  it('has no answer beyond the largest size', () => {
    expect(LARGEST_SAMPLE_SIZE).toBe(10_000);
    expect(sizeAllowing(0, { risk: fractionOf(1, 20), tolerable: fractionOf(1, 10_000) })).toBeUndefined();
  });

  it('grows with every deviation allowed', () => {
    const rates = { risk: fractionOf(1, 20), tolerable: fractionOf(1, 20) };
    expect([0, 1, 2, 3].map((allowed) => sizeAllowing(allowed, rates))).toEqual([59, 93, 124, 153]);
  });
});
