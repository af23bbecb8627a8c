import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWords, hexGroups } from '../../../../../src-renderer/ui/text/hash-words.ts';

describe('hashWords', () => {
  it('reads the ends of the list', () => {
    expect(hashWords('0'.repeat(64))).toBe('abandon-abandon-abandon');
    expect(hashWords('f'.repeat(64))).toBe('zoo-zoo-zoo');
  });

  it('names the population of the design page', () => {
    expect(hashWords('d614f3b8' + '0'.repeat(56))?.split('-')[0]).toBe('stock');
  });

  it('takes eleven bits a word: 0x001 is the second word in third place', () => {
    // bits 0–10 = 0, 11–21 = 0, 22–32 = 1, then three bits that are not read
    expect(hashWords('000000008' + '0'.repeat(55))).toBe('abandon-abandon-ability');
    expect(hashWords('00000000f' + '0'.repeat(55))).toBe('abandon-abandon-ability');
  });

  it('refuses what is not a digest', () => {
    expect([hashWords(''), hashWords('12'), hashWords('harbor sketch oval')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('depends on the first 33 bits only', () => {
    const hex = (length: number) =>
      fc.string({
        unit: fc.constantFrom(...'0123456789abcdef'.split('')),
        minLength: length,
        maxLength: length,
      });
    fc.assert(
      fc.property(hex(9), hex(55), hex(55), (head, one, other) => {
        expect(hashWords(head + one)).toBe(hashWords(head + other));
        expect(hashWords(head.toUpperCase() + one)).toBe(hashWords(head + one));
        expect(hashWords(head + one)).toMatch(/^[a-z]+-[a-z]+-[a-z]+$/);
      }),
    );
  });
});

describe('hexGroups', () => {
  it('sets eight digits apart and loses none', () => {
    expect(hexGroups('d614f3b830b178aa01')).toBe('d614f3b8 30b178aa 01');
  });
});
