import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import { withChanges } from '../../../../../shared/domain/journal/layered-map.ts';

const batches = fc.array(
  fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }).map(String), fc.integer()), { maxLength: 80 }),
  { maxLength: 12 },
);

it('holds what a plain map holds after the same changes, in the same order', () => {
  fc.assert(
    fc.property(batches, (changes) => {
      const plain = new Map<string, number>();
      let layered: ReadonlyMap<string, number> = new Map();
      for (const batch of changes) {
        layered = withChanges(layered, new Map(batch));
        for (const [key, value] of new Map(batch)) plain.set(key, value);
      }
      expect([...layered]).toEqual([...plain]);
      expect(layered.size).toBe(plain.size);
      expect([...layered.keys()]).toEqual([...plain.keys()]);
      expect([...layered.values()]).toEqual([...plain.values()]);
      for (const key of ['0', '200', '401']) {
        expect(layered.get(key)).toBe(plain.get(key));
        expect(layered.has(key)).toBe(plain.has(key));
      }
    }),
  );
});

it('leaves the map before as it was', () => {
  const first = withChanges(new Map([['a', 1]]), new Map([['b', 2]]));
  const second = withChanges(first, new Map([['a', 9]]));
  expect([...first]).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
  expect(second.get('a')).toBe(9);
  expect(withChanges(second, new Map())).toBe(second);
});

it('visits every entry once', () => {
  const seen: string[] = [];
  const map = withChanges(new Map([['a', 1]]), new Map([['b', 2]]));
  map.forEach((value, key) => seen.push(`${key}${String(value)}`));
  expect(seen).toEqual(['a1', 'b2']);
});
