import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberList } from '../../../../../shared/domain/population/number-list.ts';

describe('a list of numbers by their places', () => {
  it('gives back what was set, and 0 for every other place', () => {
    const sets = fc.array(fc.tuple(fc.nat(5000), fc.integer({ min: 0, max: 2 ** 32 - 1 })), {
      maxLength: 50,
    });
    fc.assert(
      fc.property(sets, fc.nat(10_000), (all, asked) => {
        const list = new NumberList();
        const map = new Map(all);
        for (const [place, value] of all) list.set(place, value);
        for (const [place, value] of map) expect(list.at(place)).toBe(value);
        expect(list.at(asked)).toBe(map.get(asked) ?? 0);
      }),
    );
  });

  it('grows far beyond its first room at once', () => {
    const list = new NumberList();
    list.set(100_000, 7);
    expect([list.at(0), list.at(99_999), list.at(100_000), list.at(1_000_000)]).toEqual([0, 0, 7, 0]);
  });
});
