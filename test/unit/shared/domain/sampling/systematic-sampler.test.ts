import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTicketOrder } from '../../../../../shared/domain/sampling/consistent-sampler.ts';
import {
  drawSystematic,
  isIntervalWeekly,
} from '../../../../../shared/domain/sampling/systematic-sampler.ts';
import { drawn, keys, keysOf, seeds, sha256 } from './sampling-arbitraries.ts';

const recordsAndSize = keys.chain((population) =>
  fc.record({
    records: fc.constant(population.map((key) => ({ key }))),
    size: fc.integer({ min: 1, max: population.length }),
  }),
);
const byUtf8 = (a: { readonly key: string }, b: { readonly key: string }) =>
  Buffer.compare(Buffer.from(a.key), Buffer.from(b.key));

describe('drawSystematic', () => {
  it('follows its published formula', () => {
    fc.assert(
      fc.property(recordsAndSize, seeds, ({ records, size }, seed) => {
        const draw = drawn(drawSystematic(records, { seed, size }, sha256));
        const sorted = [...records].sort(byUtf8);
        const interval = Math.floor(records.length / size);
        const start = Number(BigInt(`0x${sha256(`${sha256(seed)}systematic-sampler/1`)}`) % BigInt(interval));
        const expected = Array.from({ length: size }, (_, index) => sorted[start + index * interval]?.key);
        expect(keysOf(draw)).toEqual(expected);
        const unreachable = records.length - interval * size;
        expect(draw.systematic).toEqual({ interval, start: start + 1, unreachable });
      }),
    );
  });

  it('does not depend on the order of the population', () => {
    fc.assert(
      fc.property(recordsAndSize, seeds, ({ records, size }, seed) => {
        const other = drawSystematic([...records].reverse(), { seed, size }, sha256);
        expect(other).toEqual(drawSystematic(records, { seed, size }, sha256));
      }),
    );
  });

  it('keeps this draw for ever', () => {
    const records = Array.from({ length: 10 }, (_, index) => ({ key: `K${String(index)}` }));
    const draw = drawn(drawSystematic(records, { seed: '314159', size: 3 }, sha256));
    expect([draw.algorithm, draw.population, draw.systematic?.interval]).toEqual([
      'systematic-sampler/1',
      10,
      3,
    ]);
    expect(keysOf(draw)).toEqual(['K0', 'K3', 'K6']);
  });

  it('takes the reserve from the other records by ticket', () => {
    const records = Array.from({ length: 10 }, (_, index) => ({ key: `K${String(index)}` }));
    const draw = drawn(drawSystematic(records, { seed: 's', size: 3, reserve: 2 }, sha256));
    const taken = new Set(draw.items.map((item) => item.key));
    const others = inTicketOrder(records, 's', sha256).filter((record) => !taken.has(record.key));
    expect(draw.reserve).toEqual(others.slice(0, 2).map(({ key }, index) => ({ ordinal: index + 4, key })));
  });

  it.each([
    ['a repeated key', ['a', 'a'], 1, 'duplicate-key'],
    ['a blank key', ['a', ''], 1, 'key-is-blank'],
    ['more items than records', ['a'], 2, 'sample-larger-than-population'],
    ['no items', ['a'], 0, 'size-out-of-range'],
  ])('refuses %s', (_, population, size, code) => {
    const records = population.map((key) => ({ key }));
    expect(drawSystematic(records, { seed: 's', size }, sha256)).toMatchObject({
      ok: false,
      error: { code },
    });
  });
});

describe('isIntervalWeekly', () => {
  it('warns of multiples of five and seven', () => {
    const intervals = [1, 2, 5, 6, 7, 8, 10, 14, 21];
    expect(intervals.filter(isIntervalWeekly)).toEqual([5, 7, 10, 14, 21]);
  });
});
