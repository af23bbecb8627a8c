import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arePlain } from '../../../../../../src-main/adapters/tabular/xlsx/plain-bytes.ts';

const isPlain = (byte: number): boolean => byte >= 0x20 && byte < 0x80;

describe('bytes that need no second look', () => {
  it('are those between the space and the end of ASCII, wherever they stand in memory', () => {
    const plain = fc.array(fc.integer({ min: 0x20, max: 0x7f }), { maxLength: 40 });
    const odd = fc.option(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 0xff })));
    fc.assert(
      fc.property(plain, odd, fc.nat(7), (bytes, change, offset) => {
        const list = new Uint8Array(offset + bytes.length).subarray(offset);
        list.set(bytes);
        if (change !== null && list.length > 0) list[change[0] % list.length] = change[1];
        expect(arePlain(list)).toBe(list.every(isPlain));
      }),
      { numRuns: 2000 },
    );
  });

  it('are told from all others at each place of a word', () => {
    for (let place = 0; place < 16; place += 1)
      for (let byte = 0; byte < 256; byte += 1)
        expect(arePlain(new Uint8Array(16).fill(0x41).with(place, byte))).toBe(isPlain(byte));
  });
});
