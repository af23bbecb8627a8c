/** Reads the options of the `sample` commands; what cannot be read is wrong usage (exit 2), not a refusal. */
import { parseRate } from '../../shared/domain/sampling/fraction.ts';
import type { Fraction } from '../../shared/domain/sampling/fraction.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';

/** The texts typed after the options, by name without the dashes; an option that was not given is missing. */
export type TypedOptions = Readonly<Record<string, string | undefined>>;

/** An option that is missing or cannot be read, and how it is written. */
export type WrongUsage = { readonly option: string; readonly message: string };

const COUNT = /^\d{1,15}$/;

/** A text that must be given; it may hold anything, also spaces. */
export function readText(options: TypedOptions, option: string): Result<string, WrongUsage> {
  const text = options[option];
  return text === undefined ? missing(option) : ok(text);
}

/** A whole number from 0. */
export function readCount(options: TypedOptions, option: string): Result<number, WrongUsage> {
  const text = options[option];
  if (text === undefined) return missing(option);
  if (COUNT.test(text)) return ok(Number(text));
  return err({ option, message: `--${option} takes a whole number, such as 60; "${text}" is none.` });
}

/** A whole number from 0, where the option is given. */
export function readOptionalCount(
  options: TypedOptions,
  option: string,
): Result<number | undefined, WrongUsage> {
  return options[option] === undefined ? ok(undefined) : readCount(options, option);
}

/** A rate as a decimal from 0 to 1; percentages are not read, because 5 could mean 5 % or 500 %. */
export function readRate(options: TypedOptions, option: string): Result<Fraction, WrongUsage> {
  const text = options[option];
  if (text === undefined) return missing(option);
  const rate = parseRate(text);
  if (rate.ok) return rate;
  return err({
    option,
    message: `--${option} takes a decimal from 0 to 1 with at most nine decimals, such as 0.05 for 5 %; "${text}" is none.`,
  });
}

/** One of the given words, the first where the option is not given. */
export function readChoice<Word extends string>(
  options: TypedOptions,
  option: string,
  words: readonly [Word, ...Word[]],
): Result<Word, WrongUsage> {
  const text = options[option];
  if (text === undefined) return ok(words[0]);
  const word = words.find((candidate) => candidate === text);
  if (word !== undefined) return ok(word);
  return err({ option, message: `--${option} is one of ${words.join(', ')}; "${text}" is none of them.` });
}

function missing(option: string): Result<never, WrongUsage> {
  return err({ option, message: `--${option} is missing.` });
}
