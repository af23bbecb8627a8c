/**
 * Exact fractions for rates and risks. A rate of 7 % is 7/100 here and nothing near it: with floating point,
 * 0.07 x 100 is already more than 7, and a sample size would come out one too large.
 */
import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';

/** An exact number from 0 upwards. The denominator is positive; the two parts need not be in lowest terms. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** A text that is no plain decimal from 0 to 1, with the text. */
export type NotARate = { readonly code: 'not-a-rate'; readonly text: string };

const PLAIN_DECIMAL = /^(?:0|1)?(?:\.\d{1,9})?$/;
const NARROW_NO_BREAK_SPACE = '\u202f';

/**
 * Reads a rate written as a plain decimal from 0 to 1 with at most nine decimals, such as `0.05` or `.0725`.
 * A percent sign, an exponent or a number above 1 is refused, because guessing the unit would change the result.
 */
export function parseRate(text: string): Result<Fraction, NotARate> {
  if (!PLAIN_DECIMAL.test(text) || !/\d/.test(text)) return err({ code: 'not-a-rate', text });
  const [whole = '', decimals = ''] = text.split('.');
  const rate = { numerator: BigInt(`${whole}${decimals}`), denominator: 10n ** BigInt(decimals.length) };
  return rate.numerator > rate.denominator ? err({ code: 'not-a-rate', text }) : ok(lowestTerms(rate));
}

/** The rate of so many hundredths of a percent: 500 basis points are 5 %. Takes whole numbers from 0 to 10,000. */
export function rateFromBasisPoints(basisPoints: number): Fraction {
  return fractionOf(basisPoints, 10_000);
}

/** `part` of `whole`, two whole numbers, `whole` above 0; in lowest terms. */
export function fractionOf(part: number, whole: number): Fraction {
  return lowestTerms({ numerator: BigInt(part), denominator: BigInt(whole) });
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** What is left to 1; the fraction may be at most 1. */
export function complement(rate: Fraction): Fraction {
  return { numerator: rate.denominator - rate.numerator, denominator: rate.denominator };
}

/** The same value with the smallest whole numbers. */
export function lowestTerms(value: Fraction): Fraction {
  let [a, b] = [value.numerator, value.denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return { numerator: value.numerator / a, denominator: value.denominator / a };
}

/** The largest whole number not above the value times `count`. */
export function floorTimes(value: Fraction, count: number): number {
  return Number((value.numerator * BigInt(count)) / value.denominator);
}

/** The value in units of 10^-`decimals`, rounded to the nearest, halves upwards. */
export function roundedUnits(value: Fraction, decimals: number): bigint {
  const scaled = value.numerator * 10n ** BigInt(decimals) * 2n + value.denominator;
  return scaled / (value.denominator * 2n);
}

/** The value as a number for display and JSON, rounded to `decimals` (at most 15); never used to decide anything. */
export function toNumber(value: Fraction, decimals = 15): number {
  return Number(decimalText(roundedUnits(value, decimals), decimals));
}

/** `17.4 %` with a narrow no-break space, rounded to the nearest. */
export function formatPercent(value: Fraction, decimals: number): string {
  return `${decimalText(roundedUnits(value, decimals + 2), decimals)}${NARROW_NO_BREAK_SPACE}%`;
}

/** The rate in percent with every decimal it has and no more, as a person would have entered it: `5 %`, `0.25 %`. */
export function formatExactPercent(rate: Fraction): string {
  const text = decimalText(roundedUnits(rate, 9), 7);
  return `${text.replace(/\.?0+$/, '')}${NARROW_NO_BREAK_SPACE}%`;
}

function decimalText(units: bigint, decimals: number): string {
  if (decimals === 0) return units.toString();
  const digits = units.toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
