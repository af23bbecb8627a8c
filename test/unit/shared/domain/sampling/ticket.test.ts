import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LEADING_DIGITS,
  integerOf,
  leadingDigits,
  ticketOf,
} from '../../../../../shared/domain/sampling/ticket.ts';

const hexOf = (value: bigint) => value.toString(16).padStart(64, '0');
const digest = fc.oneof(
  fc.string().map((text) => createHash('sha256').update(text).digest('hex')),
  fc.bigInt(0n, 2n ** 256n - 1n).map(hexOf),
  fc.bigInt(0n, 10n ** 20n).map(hexOf),
);

describe('ticketOf', () => {
  it('is the decimal of the digest, padded to 64 digits, read backwards', () => {
    expect(ticketOf(hexOf(1230n))).toBe(`0321${'0'.repeat(60)}`);
    expect(ticketOf(hexOf(2n ** 256n - 1n))).toBe(
      Array.from((2n ** 256n - 1n).toString())
        .reverse()
        .join(''),
    );
  });

  it('has from 64 to 78 digits', () => {
    expect([
      ticketOf(hexOf(0n)).length,
      ticketOf(hexOf(10n ** 64n)).length,
      ticketOf(hexOf(2n ** 256n - 1n)).length,
    ]).toEqual([64, 65, 78]);
  });

  it('puts a ticket that begins another first, which is the order of the digits as a fraction', () => {
    const [short, long] = [10n ** 63n + 7n, 5n * 10n ** 70n + 10n ** 63n + 7n].map((value) =>
      ticketOf(hexOf(value)),
    );
    expect(long?.startsWith(short ?? '?')).toBe(true);
    expect((short ?? '') < (long ?? '')).toBe(true);
  });

  it('orders as fractions of equal length would', () => {
    fc.assert(
      fc.property(digest, digest, (a, b) => {
        const fraction = (hex: string) => ticketOf(hex).padEnd(78, '0');
        expect(ticketOf(a) < ticketOf(b)).toBe(fraction(a) < fraction(b));
      }),
    );
  });
});

describe('leadingDigits', () => {
  it('is the front of the ticket', () => {
    fc.assert(
      fc.property(digest, (hex) => {
        expect(String(leadingDigits(hex)).padStart(LEADING_DIGITS, '0')).toBe(
          ticketOf(hex).slice(0, LEADING_DIGITS),
        );
      }),
      { numRuns: 3000 },
    );
  });
});

describe('integerOf', () => {
  it('reads the digest as a big-endian integer', () => {
    expect(integerOf(`${'0'.repeat(61)}1ff`)).toBe(511n);
  });
});
