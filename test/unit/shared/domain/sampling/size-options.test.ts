import { describe, expect, it } from 'vitest';
import { fractionOf, rateFromBasisPoints } from '../../../../../shared/domain/sampling/fraction.ts';
import { DEFAULT_GUIDANCE } from '../../../../../shared/domain/sampling/frequency-guidance.ts';
import { isPopulationCounted, sizeOptions } from '../../../../../shared/domain/sampling/size-options.ts';

const rates = (risk: number, tolerable: number, expected: number) => ({
  risk: rateFromBasisPoints(risk),
  tolerable: rateFromBasisPoints(tolerable),
  expected: rateFromBasisPoints(expected),
});

describe('isPopulationCounted', () => {
  it.each([
    [5, 1999, true],
    [100, 2000, false],
    [101, 2000, true],
    [60, 1_000_000, false],
  ])('%i items of %i records: %s (reference d.1)', (items, population, isCounted) => {
    expect(isPopulationCounted(items, population)).toBe(isCounted);
  });
});

describe('sizeOptions', () => {
  it('puts the ways of the sampling mockup side by side: 20, 22 and 19', () => {
    const guidance = { frequency: 'perOccurrence', risk: 'low' } as const;
    const options = sizeOptions({ ...rates(1000, 1000, 0), population: 184, guidance });
    expect(options).toMatchObject({
      value: { recommended: 'counted', counted: { size: 20 }, large: { size: 22 }, guided: 19 },
    });
  });

  it('recommends the large population where the records hardly matter', () => {
    expect(sizeOptions({ ...rates(500, 500, 0), population: 5000 })).toMatchObject({
      value: { recommended: 'large', counted: { size: 58 }, large: { size: 59 }, guided: undefined },
    });
  });

  it('falls back to the counted size where a large population would need too many items', () => {
    expect(sizeOptions({ ...rates(500, 400, 375), population: 3000 })).toMatchObject({
      value: { recommended: 'counted', large: undefined },
    });
  });

  it('takes the table of the firm', () => {
    const table = {
      ...DEFAULT_GUIDANCE,
      weekly: { low: { kind: 'items', items: 9 }, high: { kind: 'all' } },
    } as const;
    const guidance = { frequency: 'weekly', risk: 'low', table } as const;
    expect(sizeOptions({ ...rates(500, 500, 0), population: 52, guidance })).toMatchObject({
      value: { guided: 9 },
    });
  });

  it.each([
    [
      'figures that contradict each other',
      { ...rates(500, 500, 500), population: 10 },
      'expected-rate-not-below-tolerable',
    ],
    ['an empty population', { ...rates(500, 500, 0), population: 0 }, 'population-out-of-range'],
    ['a size out of reach', { ...rates(500, 1, 0), population: 1_000_000 }, 'sample-size-not-practical'],
    ['a risk of 0', { ...rates(500, 500, 0), risk: fractionOf(0, 1), population: 10 }, 'risk-out-of-range'],
  ])('refuses %s', (_, question, code) => {
    expect(sizeOptions(question)).toMatchObject({ ok: false, error: { code } });
  });
});
