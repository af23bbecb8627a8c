import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints } from '../../../../../shared/domain/sampling/code-point-order.ts';

const text = fc.string({ unit: 'binary' });

describe('compareCodePoints', () => {
  it('is the order of the UTF-8 bytes', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
      { numRuns: 2000 },
    );
  });

  it('differs from the built-in order where astral characters meet U+E000 to U+FFFF', () => {
    const [astral, fullWidth] = ['\u{1f600}', '\uff21'];
    expect([compareCodePoints(astral, fullWidth) > 0, astral > fullWidth]).toEqual([true, false]);
  });

  it('puts a beginning before the whole', () => {
    expect([
      compareCodePoints('CHG-1', 'CHG-10') < 0,
      compareCodePoints('', ''),
      compareCodePoints('9', '10') > 0,
    ]).toEqual([true, 0, true]);
  });
});
