import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Draw, DrawRefusal } from '../../../../../shared/domain/sampling/draw.ts';
import type { Result } from '../../../../../shared/lib/result.ts';

/** SHA-256 as the tests' own reference, apart from the program's adapter. */
export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Keys of a population: unique, not blank, any well-formed text. */
export const keys = fc.uniqueArray(
  fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc.integer().map(String),
      fc.constantFrom('a', 'A', '\u{1f600}', '\uff21'),
    )
    .filter((key) => key.trim() !== ''),
  { minLength: 1, maxLength: 60 },
);

/** A seed that can be written down. */
export const seeds = fc.string({ unit: 'grapheme' }).filter((seed) => seed.trim() !== '');

/** The draw, where it must not be refused. */
export function drawn(result: Result<Draw, DrawRefusal>): Draw {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** The drawn keys in order, reserve after the items. */
export const keysOf = (draw: Draw) => [...draw.items, ...draw.reserve].map((item) => item.key);
