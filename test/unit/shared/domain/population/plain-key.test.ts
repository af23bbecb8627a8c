import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyMark } from '../../../../../shared/domain/population/key-table.ts';
import { plainKey, plainMark } from '../../../../../shared/domain/population/plain-key.ts';

/** The rule in one piece, for any text. */
const byRule = (key: string): string =>
  key
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b0+(?=\d)/g, '')
    .replaceAll(' ', '');

describe('the plain form of a key', () => {
  it.each([
    ['CHG-0012', 'chg12'],
    ['CHG0012', 'chg0012'],
    ['#0012', '12'],
    ['000', '0'],
    ['a_07', 'a7'],
    ['', ''],
    ['--', ''],
  ])('of %j is %j', (key, plain) => {
    expect(plainKey(key)).toBe(plain);
    expect(plainMark(key)).toBe(keyMark(plain));
  });

  it('is the same for a key of ASCII as for any other', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom('0', 'a', '7', 'A', '-', '_', '#', ' ', '.') }),
        ),
        (key) => {
          expect(plainKey(key)).toBe(byRule(key));
          expect(plainMark(key)).toBe(keyMark(byRule(key)));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
