import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeptHeads } from '../../../../src-main/services/kept-heads.ts';

describe('rows kept without their cells', () => {
  it('are given back as they were, in their order', () => {
    const head = fc.record({
      key: fc.string({ unit: 'binary' }),
      rowNumber: fc.integer({ min: 2, max: 2 ** 31 }),
      occurredOn: fc.option(fc.constantFrom('2026-01-05', '2026-03-01', '2025-12-31')),
    });
    fc.assert(
      fc.property(fc.array(head, { maxLength: 50 }), (all) => {
        const kept = new KeptHeads();
        for (const each of all) kept.add(each);
        expect(kept.size).toBe(all.length);
        expect(all.map((_head, place) => kept.at(place))).toEqual(all);
      }),
    );
  });
});
