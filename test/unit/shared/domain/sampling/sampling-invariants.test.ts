/** What holds of every draw, size, limit and expansion, whatever the list, the seed and the rates (reference b.3, d.1, d.5). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrawAlgorithm } from '../../../../../shared/domain/sampling/draw.ts';
import { drawSample } from '../../../../../shared/domain/sampling/draw-sample.ts';
import { planExpansion, twoStageRisk } from '../../../../../shared/domain/sampling/expansion.ts';
import { compareFractions, fractionOf } from '../../../../../shared/domain/sampling/fraction.ts';
import { planSampleSize } from '../../../../../shared/domain/sampling/sample-size.ts';
import { upperLimitOf } from '../../../../../shared/domain/sampling/upper-limit.ts';
import { sha256 } from '../../../../helpers/domain-fixture.ts';

const algorithms: readonly DrawAlgorithm[] = [
  'consistent-sampler/1',
  'systematic-sampler/1',
  'stratified-sampler/1',
];

/** A list of records in three strata, a seed and a size that the list can fill. */
const drawing = fc
  .record({
    keys: fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 60 }),
    seed: fc.string({ minLength: 1, unit: 'grapheme' }),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    turn: fc.nat(),
  })
  .filter(({ keys, seed }) => seed.trim() !== '' && keys.every((key) => key.trim() !== ''))
  .map(({ keys, seed, share, turn }) => ({
    records: keys.map((key, index) => ({ key, stratum: ['north', 'south', 'west'][index % 3] ?? '' })),
    ...{ seed, turn, size: Math.max(1, Math.floor(keys.length * share)) },
  }));

const basisPoints = (min: number, max: number) => fc.integer({ min, max });

/** Rates of a plan whose size is small enough to compute quickly. */
const planned = fc
  .record({ risk: basisPoints(100, 2000), tolerable: basisPoints(300, 3000), expected: basisPoints(0, 200) })
  .map(({ risk, tolerable, expected }) => ({
    risk: fractionOf(risk, 10_000),
    tolerable: fractionOf(tolerable, 10_000),
    expected: fractionOf(expected, 10_000),
  }));
const population = fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined });

describe('every draw', () => {
  it('takes as many different records of the list as asked, the same whatever the order of the list', () => {
    fc.assert(
      fc.property(drawing, fc.constantFrom(...algorithms), ({ records, seed, size, turn }, algorithm) => {
        const request = { algorithm, seed, size, reserve: 2 };
        const drawn = drawSample(records, request, sha256);
        const turned = [...records.slice(turn % records.length), ...records.slice(0, turn % records.length)];
        expect(drawSample(turned, request, sha256)).toEqual(drawn);
        if (!drawn.ok) throw new Error(drawn.error.code);
        const keys = [...drawn.value.items, ...drawn.value.reserve].map((item) => item.key);
        const known = new Set(records.map((record) => record.key));
        expect(drawn.value.items).toHaveLength(size);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.every((key) => known.has(key))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('gives every stratum its share: all of the size, none beyond its records, one each where the size allows it', () => {
    fc.assert(
      fc.property(drawing, ({ records, seed, size }) => {
        const drawn = drawSample(records, { algorithm: 'stratified-sampler/1', seed, size }, sha256);
        const strata = drawn.ok ? (drawn.value.strata ?? []) : [];
        expect(strata.reduce((sum, { items }) => sum + items, 0)).toBe(size);
        for (const { items, records: held } of strata) {
          expect(items).toBeLessThanOrEqual(held);
          if (size >= strata.length) expect(items).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
});

describe('every size and its limit', () => {
  it('agree: the planned deviations lie within the tolerable rate, one more lies beyond it', () => {
    fc.assert(
      fc.property(planned, population, (rates, records) => {
        const counted = records === undefined ? {} : { population: records };
        const size = planSampleSize({ ...rates, ...counted });
        if (!size.ok || size.value.isWholePopulation || size.value.size > 400) return;
        const { size: items, allowedDeviations } = size.value;
        const limit = (deviations: number) => {
          const found = upperLimitOf({ items, deviations, risk: rates.risk, ...counted });
          if (!found.ok) throw new Error(found.error.code);
          return compareFractions(found.value.rate, rates.tolerable);
        };
        expect(limit(allowedDeviations)).toBeLessThanOrEqual(0);
        if (allowedDeviations < items) expect(limit(allowedDeviations + 1)).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it('keep their order: more deviations raise the limit, which is never below the rate found', () => {
    const counts = fc.tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.nat({ max: 60 }),
      fc.integer({ min: 100, max: 3000 }),
    );
    fc.assert(
      fc.property(counts, fc.boolean(), ([items, some, records], isCounted) => {
        const deviations = some % items;
        const result = { items, risk: fractionOf(1, 20), ...(isCounted ? { population: records } : {}) };
        const one = upperLimitOf({ ...result, deviations });
        const more = upperLimitOf({ ...result, deviations: deviations + 1 });
        if (!one.ok || !more.ok) throw new Error('the counts fit');
        expect(compareFractions(more.value.rate, one.value.rate)).toBe(1);
        const found = isCounted ? fractionOf(deviations, records) : fractionOf(deviations, items);
        expect(compareFractions(one.value.rate, found)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('every expansion', () => {
  it('keeps the risk of both stages together with the fewest items, which the table size does not', () => {
    fc.assert(
      fc.property(planned, population, ({ risk, tolerable }, records) => {
        const counted = records === undefined ? {} : { population: records };
        const size = planSampleSize({ risk, tolerable, expected: fractionOf(0, 1), ...counted });
        if (!size.ok || size.value.isWholePopulation) return;
        const first = { items: size.value.size, allowedDeviations: 0, risk, tolerable, ...counted };
        const { withinRisk, toTableSize } = planExpansion(first);
        if (withinRisk !== undefined) {
          expect(compareFractions(withinRisk.risk, risk)).toBeLessThanOrEqual(0);
          const fewer = withinRisk.additional - 1;
          if (fewer >= 0) expect(compareFractions(twoStageRisk(first, fewer), risk)).toBe(1);
        }
        if (
          toTableSize !== undefined &&
          withinRisk !== undefined &&
          toTableSize.additional < withinRisk.additional
        )
          expect(compareFractions(toTableSize.risk, risk)).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});
