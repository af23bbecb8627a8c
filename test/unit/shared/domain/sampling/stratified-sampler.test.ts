import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTicketOrder } from '../../../../../shared/domain/sampling/consistent-sampler.ts';
import { drawStratified } from '../../../../../shared/domain/sampling/stratified-sampler.ts';
import { drawn, keys, keysOf, seeds, sha256 } from './sampling-arbitraries.ts';

const recordsAndSize = keys.chain((population) =>
  fc.record({
    records: fc
      .array(fc.constantFrom('north', 'south', 'west'), {
        minLength: population.length,
        maxLength: population.length,
      })
      .map((strata) => population.map((key, index) => ({ key, stratum: strata[index] ?? 'north' }))),
    size: fc.integer({ min: 1, max: population.length }),
  }),
);
const regions = Array.from({ length: 30 }, (_, index) => ({
  key: `K${String(index).padStart(2, '0')}`,
  stratum: index < 20 ? 'north' : 'south',
}));

describe('drawStratified', () => {
  it('takes the smallest tickets of each stratum, strata by name', () => {
    fc.assert(
      fc.property(recordsAndSize, seeds, ({ records, size }, seed) => {
        const draw = drawn(drawStratified(records, { seed, size }, sha256));
        const expected = (draw.strata ?? []).flatMap(({ stratum, items }) =>
          inTicketOrder(
            records.filter((record) => record.stratum === stratum),
            seed,
            sha256,
          ).slice(0, items),
        );
        expect(draw.items.map(({ key, stratum }) => ({ key, stratum }))).toEqual(expected);
        expect(draw.items.map((item) => item.ordinal)).toEqual(expected.map((_, index) => index + 1));
        expect([draw.items.length, draw.population]).toEqual([size, records.length]);
      }),
    );
  });

  it('does not depend on the order of the population', () => {
    fc.assert(
      fc.property(recordsAndSize, seeds, ({ records, size }, seed) => {
        expect(drawStratified([...records].reverse(), { seed, size }, sha256)).toEqual(
          drawStratified(records, { seed, size }, sha256),
        );
      }),
    );
  });

  it('keeps this draw for ever', () => {
    const draw = drawn(drawStratified(regions, { seed: '314159', size: 6, reserve: 1 }, sha256));
    expect(draw.strata).toEqual([
      { stratum: 'north', records: 20, items: 4 },
      { stratum: 'south', records: 10, items: 2 },
    ]);
    // Drawn once with another language's SHA-256 by the published description.
    expect(keysOf(draw)).toEqual(['K15', 'K17', 'K13', 'K09', 'K22', 'K24', 'K08', 'K23']);
    expect(draw.reserve.map(({ ordinal, stratum }) => [ordinal, stratum])).toEqual([
      [7, 'north'],
      [8, 'south'],
    ]);
  });

  it('follows the division of the auditor', () => {
    const allocation = new Map([
      ['north', 1],
      ['south', 5],
    ]);
    const draw = drawn(drawStratified(regions, { seed: 's', size: 6, allocation }, sha256));
    expect(draw.items.map((item) => item.stratum)).toEqual([
      'north',
      ...Array.from({ length: 5 }, () => 'south'),
    ]);
  });

  it.each([
    [
      'a record without stratum',
      [{ key: 'a', stratum: 'x' }, { key: 'b' }],
      { code: 'stratum-is-blank', position: 2 },
    ],
    [
      'a repeated key, also across strata',
      [
        { key: 'a', stratum: 'x' },
        { key: 'a', stratum: 'y' },
      ],
      { code: 'duplicate-key', key: 'a', position: 2 },
    ],
    [
      'more strata than a column of strata has',
      Array.from({ length: 1001 }, (_, index) => ({ key: String(index), stratum: String(index) })),
      { code: 'too-many-strata', strata: 1001, maximum: 1000 },
    ],
    ['a population that is too small', [], { code: 'sample-larger-than-population', size: 1, population: 0 }],
  ])('refuses %s', (_, records, error) => {
    expect(drawStratified(records, { seed: 's', size: 1 }, sha256)).toEqual({ ok: false, error });
  });

  it('refuses a division that does not add up', () => {
    const allocation = new Map([['north', 1]]);
    expect(drawStratified(regions, { seed: 's', size: 2, allocation }, sha256)).toMatchObject({
      error: { code: 'allocation-does-not-add-up' },
    });
  });
});
