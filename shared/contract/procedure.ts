import { z } from 'zod';

/** What a procedure needs to be open before it can answer. */
export type Needs = 'nothing' | 'engagement';

/** A question: it never writes. */
export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query';
  readonly needs: Needs;
  readonly input: I;
  readonly output: O;
}

/** An action: one unit of work. `touches` names the features whose queries are asked again afterwards. */
export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'command';
  readonly needs: Needs;
  readonly input: I;
  readonly output: O;
  readonly touches: readonly string[];
}

/** One procedure of the contract. */
export type Procedure = Query | Command;
/** Procedures by name `feature.verb`. */
export type Procedures = Readonly<Record<string, Procedure>>;

/** What a procedure takes, after validation. */
export type InputOf<P extends Procedure> = z.output<P['input']>;
/** What a procedure answers. */
export type OutputOf<P extends Procedure> = z.output<P['output']>;

/** Declares a query. */
export const query = <I extends z.ZodType, O extends z.ZodType>(spec: {
  readonly input: I;
  readonly output: O;
  readonly needs?: Needs;
}): Query<I, O> => ({
  kind: 'query',
  needs: spec.needs ?? 'engagement',
  input: spec.input,
  output: spec.output,
});

/** Declares a command. */
export const command = <I extends z.ZodType, O extends z.ZodType>(spec: {
  readonly input: I;
  readonly output: O;
  readonly touches: readonly string[];
  readonly needs?: Needs;
}): Command<I, O> => ({
  kind: 'command',
  needs: spec.needs ?? 'engagement',
  input: spec.input,
  output: spec.output,
  touches: spec.touches,
});

/** Input of a procedure that takes nothing. */
export const nothing = z.strictObject({});
/** Output of a command that answers nothing. */
export const done = z.null();
/** The identity of a row. */
export const id = z.string().min(1).max(100);
/** Text typed by a person: bounded so that a slip of the clipboard cannot fill the journal. */
export const longText = z.string().max(100_000);
/** A short text: names, titles, labels. */
export const shortText = z.string().trim().max(500);
/** A calendar date. */
export const plainDate = z.iso.date();
/** Revision of a row as it was shown; a stale one is refused. */
export const revision = z.int().min(1);
/** Reasons typed at warning gates. */
export const reasons = z
  .array(z.strictObject({ gate: z.string().max(20), reason: z.string().max(5000) }))
  .max(100)
  .default([]);
/** A page of a list: at most 500 rows. */
export const page = z.strictObject({
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
});
