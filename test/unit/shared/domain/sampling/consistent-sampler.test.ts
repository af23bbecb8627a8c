import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSampler,
  drawRandom,
  inTicketOrder,
} from '../../../../../shared/domain/sampling/consistent-sampler.ts';
import { drawn, keys, keysOf, seeds, sha256 } from './sampling-arbitraries.ts';

/** The definition of cli.md, word for word and without any short cut. */
function byDefinition(population: readonly string[], seed: string, size: number): readonly string[] {
  const ticket = (key: string) => {
    const integer = BigInt(`0x${sha256(sha256(seed) + key)}`);
    return Array.from(integer.toString().padStart(64, '0')).reverse().join('');
  };
  return population
    .map((key) => ({ key, ticket: ticket(key) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .slice(0, size)
    .map(({ key }) => key);
}

const populationAndSize = keys.chain((population) =>
  fc.record({ population: fc.constant(population), size: fc.integer({ min: 1, max: population.length }) }),
);

describe('the vectors of cli.md', () => {
  it('seed 314159, six keys, four items', () => {
    const draw = drawRandom(['A-1', 'A-2', 'A-3', 'B-1', 'B-2', 'B-3'], { seed: '314159', size: 4 }, sha256);
    expect(keysOf(drawn(draw))).toEqual(['B-2', 'B-3', 'A-3', 'A-2']);
  });

  it('seed 2026-SOC2-CC8.1, 3,653 keys, 25 items', () => {
    const population = Array.from(
      { length: 3653 },
      (_, index) => `CHG-${String(index + 1).padStart(5, '0')}`,
    );
    const draw = drawn(drawRandom(population, { seed: '2026-SOC2-CC8.1', size: 25 }, sha256));
    expect(draw.items).toHaveLength(25);
    expect(keysOf(draw).slice(0, 10)).toEqual(
      ['00478', '00456', '00091', '02148', '03187', '00437', '03449', '00684', '00630', '03303'].map(
        (n) => `CHG-${n}`,
      ),
    );
  });
});

describe('drawRandom', () => {
  it('draws what the definition says', () => {
    fc.assert(
      fc.property(populationAndSize, seeds, ({ population, size }, seed) => {
        expect(keysOf(drawn(drawRandom(population, { seed, size }, sha256)))).toEqual(
          byDefinition(population, seed, size),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('takes different keys of the population, numbered from 1', () => {
    fc.assert(
      fc.property(populationAndSize, seeds, ({ population, size }, seed) => {
        const draw = drawn(drawRandom(population, { seed, size }, sha256));
        expect(new Set(keysOf(draw)).size).toBe(size);
        expect(population).toEqual(expect.arrayContaining(keysOf(draw)));
        expect(draw.items.map((item) => item.ordinal)).toEqual(
          Array.from({ length: size }, (_, index) => index + 1),
        );
        expect(draw.population).toBe(population.length);
      }),
    );
  });

  it('does not depend on the order of the population', () => {
    const shuffled = populationAndSize.chain(({ population, size }) =>
      fc.record({
        population: fc.constant(population),
        other: fc.shuffledSubarray(population, { minLength: population.length }),
        size: fc.constant(size),
      }),
    );
    fc.assert(
      fc.property(shuffled, seeds, ({ population, other, size }, seed) => {
        expect(drawRandom(other, { seed, size }, sha256)).toEqual(
          drawRandom(population, { seed, size }, sha256),
        );
      }),
    );
  });

  it('begins a larger sample with the items of the smaller, and the reserve with what comes next', () => {
    fc.assert(
      fc.property(populationAndSize, seeds, ({ population, size }, seed) => {
        const whole = keysOf(drawn(drawRandom(population, { seed, size: population.length }, sha256)));
        const part = drawn(drawRandom(population, { seed, size, reserve: 3 }, sha256));
        expect(keysOf(part)).toEqual(whole.slice(0, size + 3));
        expect(part.items).toHaveLength(size);
        expect(part.reserve.map((item) => item.ordinal)).toEqual(
          part.reserve.map((_, index) => size + index + 1),
        );
      }),
    );
  });

  it('spreads over the population: each of 20 keys is first about as often as the others', () => {
    const population = Array.from({ length: 20 }, (_, index) => `key ${String(index)}`);
    const firsts = new Map(population.map((key) => [key, 0]));
    for (let seed = 0; seed < 4000; seed += 1) {
      const [first = ''] = keysOf(drawn(drawRandom(population, { seed: String(seed), size: 1 }, sha256)));
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    const chiSquare = [...firsts.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    // 19 degrees of freedom: above 43.8 in one of a thousand fair draws; the seeds are fixed, so the figure is too.
    expect(chiSquare).toBeLessThan(43.8);
  });

  it.each([
    ['a blank seed', ['a'], ' ', 1, { code: 'seed-is-blank' }],
    ['half a character in the seed', ['a'], 'x\udc00', 1, { code: 'seed-is-not-text' }],
    ['no items', ['a'], 's', 0, { code: 'size-out-of-range', size: 0 }],
    ['half an item', ['a'], 's', 1.5, { code: 'size-out-of-range', size: 1.5 }],
    [
      'more items than records',
      ['a', 'b'],
      's',
      3,
      { code: 'sample-larger-than-population', size: 3, population: 2 },
    ],
    ['an empty population', [], 's', 1, { code: 'sample-larger-than-population', size: 1, population: 0 }],
    ['a repeated key', ['a', 'b', 'a'], 's', 1, { code: 'duplicate-key', key: 'a', position: 3 }],
    ['a blank key', ['a', ' '], 's', 1, { code: 'key-is-blank', position: 2 }],
  ])('refuses %s', (_, population, seed, size, error) => {
    expect(drawRandom(population, { seed, size }, sha256)).toEqual({ ok: false, error });
  });
});

describe('createSampler', () => {
  it('gives the draw over the keys offered so far', () => {
    const sampler = createSampler({ seed: 's', size: 2 }, sha256);
    ['a', 'b'].forEach(sampler.offer);
    const early = drawn(sampler.result());
    ['c', 'd'].forEach(sampler.offer);
    expect([early.population, drawn(sampler.result()).population]).toEqual([2, 4]);
    expect(drawn(sampler.result())).toEqual(
      drawn(drawRandom(['d', 'c', 'b', 'a'], { seed: 's', size: 2 }, sha256)),
    );
  });

  it('draws 60 of 300,000 keys in under five seconds', () => {
    const started = performance.now();
    const sampler = createSampler({ seed: 's', size: 60 }, sha256);
    for (let index = 0; index < 300_000; index += 1) sampler.offer(`CHG-${String(index)}`);
    expect(drawn(sampler.result()).items).toHaveLength(60);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('inTicketOrder', () => {
  it('orders records as drawing all of them would', () => {
    const population = ['c', 'a', 'b'];
    const ordered = inTicketOrder(
      population.map((key) => ({ key })),
      'seed',
      sha256,
    ).map(({ key }) => key);
    expect(ordered).toEqual(byDefinition(population, 'seed', 3));
  });
});
