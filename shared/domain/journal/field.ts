import type { PlainDate } from '../../lib/plain-date.ts';

/**
 * How the fields of a recorded entity are described: one description serves the reducer, the database columns, the
 * merge of two copies and the types of the rows.
 */

/**
 * What happens where two copies of an engagement changed the same field without knowing of each other.
 * - `resolve`: both values are kept and a person decides; anything that an opinion may rest on.
 * - `lastWins`: the later entry by logical clock shows; labels, order, assignment.
 * - `appendOnly`: the field is written once with its row and never changed.
 */
export type MergeRule = 'resolve' | 'lastWins' | 'appendOnly';

interface Common {
  readonly optional: boolean;
  readonly merge: MergeRule;
}
/** Text of any length, exactly as given. */
export interface TextField extends Common {
  readonly kind: 'text';
}
/** A calendar date `YYYY-MM-DD`, without a time zone. */
export interface DateField extends Common {
  readonly kind: 'date';
}
/** An instant in ISO 8601 UTC. A claim of the computer's clock; it never decides anything. */
export interface InstantField extends Common {
  readonly kind: 'instant';
}
/** A safe integer. Rates are in basis points (100 = 1 %). */
export interface IntegerField extends Common {
  readonly kind: 'integer';
}
/** Yes or no. */
export interface FlagField extends Common {
  readonly kind: 'flag';
}
/** The id of a row of another entity. */
export interface RefField extends Common {
  readonly kind: 'ref';
  readonly to: string;
}
/** A short ordered list of texts (codes, ids, names). */
export interface ListField extends Common {
  readonly kind: 'list';
}
/** One of a closed set of words. */
export interface ChoiceField<V extends readonly string[] = readonly string[]> extends Common {
  readonly kind: 'choice';
  readonly values: V;
}

/** The description of one field. */
export type Field =
  TextField | DateField | InstantField | IntegerField | FlagField | RefField | ListField | ChoiceField;

/** The value that a field holds, without the `null` of an optional one. */
type Held<F> = F extends { kind: 'choice'; values: infer V extends readonly string[] }
  ? V[number]
  : F extends { kind: 'integer' }
    ? number
    : F extends { kind: 'flag' }
      ? boolean
      : F extends { kind: 'list' }
        ? readonly string[]
        : F extends { kind: 'date' }
          ? PlainDate
          : string;

/** The TypeScript value of a field. */
export type FieldValue<F> = F extends { optional: true } ? Held<F> | null : Held<F>;

/** Any value that a field may hold. */
export type AnyFieldValue = string | number | boolean | readonly string[] | null;

const required = { optional: false, merge: 'resolve' } as const;

/** A required text. */
export const text = { kind: 'text', ...required } as const;
/** A required date. */
export const date = { kind: 'date', ...required } as const;
/** A required instant. */
export const instant = { kind: 'instant', ...required } as const;
/** A required integer. */
export const integer = { kind: 'integer', ...required } as const;
/** A required flag. */
export const flag = { kind: 'flag', ...required } as const;
/** A required list. */
export const list = { kind: 'list', ...required } as const;
/** A required reference to a row of `to`. */
export const ref = <const T extends string>(to: T) => ({ kind: 'ref', to, ...required }) as const;
/** A required choice. */
export const choice = <const V extends readonly string[]>(...values: V) =>
  ({ kind: 'choice', values, ...required }) as const;

/** The same field, which may be empty (`null`). */
export const optional = <F extends Field>(field: F): Omit<F, 'optional'> & { readonly optional: true } => ({
  ...field,
  optional: true,
});
/** The same field, where the later entry shows after a merge. */
export const lastWins = <F extends Field>(field: F): Omit<F, 'merge'> & { readonly merge: 'lastWins' } => ({
  ...field,
  merge: 'lastWins',
});
/** The same field, written once. */
export const once = <F extends Field>(field: F): Omit<F, 'merge'> & { readonly merge: 'appendOnly' } => ({
  ...field,
  merge: 'appendOnly',
});
