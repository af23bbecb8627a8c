import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateAsGiven, allocateByRecords } from '../../../../../shared/domain/sampling/allocation.ts';

const counts = (entries: Readonly<Record<string, number>>) => new Map(Object.entries(entries));
const itemsOf = (shares: readonly { readonly items: number }[]) => shares.map((share) => share.items);

const strata = fc
  .array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 })
  .map((sizes) => new Map(sizes.map((size, index) => [`stratum ${String(index)}`, size])));
const strataAndSize = strata.chain((division) => {
  const total = [...division.values()].reduce((sum, records) => sum + records, 0);
  return fc.record({
    division: fc.constant(division),
    total: fc.constant(total),
    size: fc.integer({ min: 1, max: total }),
  });
});

describe('allocateByRecords', () => {
  it.each([
    ['in proportion', { a: 50, b: 30, c: 20 }, 10, [5, 3, 2]],
    ['by largest remainder', { a: 41, b: 34, c: 25 }, 10, [4, 3, 3]],
    ['equal remainders by name', { a: 10, b: 10, c: 10 }, 10, [4, 3, 3]],
    ['one each to small strata', { big: 990, mid: 8, tiny: 2 }, 10, [8, 1, 1]],
    ['the largest only where the size does not allow one each', { a: 90, b: 5, c: 5 }, 2, [2, 0, 0]],
    ['everything where all is tested', { a: 3, b: 1 }, 4, [3, 1]],
  ])('%s', (_, records, size, items) => {
    expect(itemsOf(allocateByRecords(counts(records), size))).toEqual(items);
  });

  it('orders strata by name, not by appearance', () => {
    expect(allocateByRecords(counts({ b: 1, a: 3 }), 2)).toEqual([
      { stratum: 'a', records: 3, items: 1 },
      { stratum: 'b', records: 1, items: 1 },
    ]);
  });

  it('adds up, stays within each stratum and leaves none out where it need not', () => {
    fc.assert(
      fc.property(strataAndSize, ({ division, size }) => {
        const shares = allocateByRecords(division, size);
        expect(itemsOf(shares).reduce((sum, items) => sum + items, 0)).toBe(size);
        expect(shares.filter((share) => share.items > share.records)).toEqual([]);
        if (size >= division.size) expect(shares.filter((share) => share.items < 1)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('stays within one item of the exact share where no stratum is small', () => {
    fc.assert(
      fc.property(strataAndSize, ({ division, total, size }) => {
        fc.pre([...division.values()].every((records) => records * size >= total));
        for (const share of allocateByRecords(division, size)) {
          expect(Math.abs(share.items - (size * share.records) / total)).toBeLessThan(1);
        }
      }),
    );
  });
});

describe('allocateAsGiven', () => {
  const population = counts({ north: 10, south: 5 });

  it('takes the division of the auditor, nothing where nothing is said', () => {
    expect(allocateAsGiven(population, 4, counts({ north: 4 }))).toEqual({
      ok: true,
      value: [
        { stratum: 'north', records: 10, items: 4 },
        { stratum: 'south', records: 5, items: 0 },
      ],
    });
  });

  it.each([
    ['too few', { north: 2, south: 1 }, { code: 'allocation-does-not-add-up', size: 4, allocated: 3 }],
    ['an unknown stratum', { east: 4 }, { code: 'allocation-names-unknown-stratum', stratum: 'east' }],
    [
      'more than there are',
      { south: 6 },
      { code: 'allocation-exceeds-stratum', stratum: 'south', items: 6, records: 5 },
    ],
    [
      'less than none',
      { north: 5, south: -1 },
      { code: 'allocation-exceeds-stratum', stratum: 'south', items: -1, records: 5 },
    ],
  ])('refuses %s', (_, given, error) => {
    expect(allocateAsGiven(population, 4, counts(given))).toEqual({ ok: false, error });
  });
});
