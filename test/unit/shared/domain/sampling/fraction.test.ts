import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareFractions,
  complement,
  floorTimes,
  formatExactPercent,
  formatPercent,
  fractionOf,
  lowestTerms,
  parseRate,
  rateFromBasisPoints,
  roundedUnits,
  toNumber,
} from '../../../../../shared/domain/sampling/fraction.ts';

const ratio = fc.record({ numerator: fc.bigInt(0n, 10n ** 12n), denominator: fc.bigInt(1n, 10n ** 12n) });

describe('parseRate', () => {
  it.each([
    ['0.05', 1n, 20n],
    ['.05', 1n, 20n],
    ['0.07', 7n, 100n],
    ['0.0725', 29n, 400n],
    ['0', 0n, 1n],
    ['1', 1n, 1n],
    ['1.000', 1n, 1n],
    ['0.123456789', 123456789n, 1000000000n],
  ])('reads %s as %i/%i', (text, numerator, denominator) => {
    expect(parseRate(text)).toEqual({ ok: true, value: { numerator, denominator } });
  });

  it.each([
    '',
    '.',
    '5',
    '1.01',
    '5%',
    '0,05',
    '-0.05',
    '5e-2',
    ' 0.05',
    '0.0123456789',
    '00.5',
    'NaN',
    '0.',
    '1\n',
  ])('refuses %j', (text) => {
    expect(parseRate(text)).toEqual({ ok: false, error: { code: 'not-a-rate', text } });
  });
});

describe('exact arithmetic', () => {
  it('does not fall for 0.07 x 100', () => {
    const seven = rateFromBasisPoints(700);
    expect(floorTimes(seven, 100)).toBe(7);
    expect(Math.ceil(0.07 * 100)).toBe(8);
  });

  it('takes basis points and parts of a whole in lowest terms', () => {
    expect([rateFromBasisPoints(500), fractionOf(32, 184), fractionOf(0, 7)]).toEqual([
      { numerator: 1n, denominator: 20n },
      { numerator: 4n, denominator: 23n },
      { numerator: 0n, denominator: 1n },
    ]);
  });

  it('compares and complements without rounding', () => {
    const third = fractionOf(1, 3);
    expect(compareFractions(third, { numerator: 2n, denominator: 6n })).toBe(0);
    expect(compareFractions(third, fractionOf(333_333_333, 1_000_000_000))).toBe(1);
    expect(compareFractions(third, fractionOf(333_333_334, 1_000_000_000))).toBe(-1);
    expect(complement(third)).toEqual({ numerator: 2n, denominator: 3n });
  });

  it('keeps the value in lowest terms', () => {
    fc.assert(
      fc.property(ratio, (value) => {
        expect(compareFractions(lowestTerms(value), value)).toBe(0);
      }),
    );
  });

  it('rounds to the nearest unit, halves upwards', () => {
    fc.assert(
      fc.property(ratio, fc.integer({ min: 0, max: 9 }), (value, decimals) => {
        const scale = 10n ** BigInt(decimals);
        const units = roundedUnits(value, decimals);
        const twiceError = 2n * (units * value.denominator - value.numerator * scale);
        expect(twiceError > -value.denominator && twiceError <= value.denominator).toBe(true);
      }),
    );
  });
});

describe('display', () => {
  it.each([
    [32, 184, 1, '17.4\u202f%'],
    [1, 2000, 1, '0.1\u202f%'],
    [1, 1, 0, '100\u202f%'],
    [0, 5, 2, '0.00\u202f%'],
  ])('%i of %i with %i decimals is %s', (part, whole, decimals, text) => {
    expect(formatPercent(fractionOf(part, whole), decimals)).toBe(text);
  });

  it.each([
    [500, '5\u202f%'],
    [25, '0.25\u202f%'],
    [0, '0\u202f%'],
    [10_000, '100\u202f%'],
    [1000, '10\u202f%'],
  ])('%i basis points are %s', (basisPoints, text) => {
    expect(formatExactPercent(rateFromBasisPoints(basisPoints))).toBe(text);
  });

  it('gives numbers that print as the decimal they stand for', () => {
    expect([
      toNumber(fractionOf(76_640, 1_000_000), 6),
      toNumber(fractionOf(1, 3), 6),
      toNumber(fractionOf(3, 1), 0),
    ]).toEqual([0.07664, 0.333333, 3]);
  });
});
