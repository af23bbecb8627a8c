/**
 * The sentences of the report as data, so that a firm can replace any block.
 *
 * A block is text with slots as `{client}` and emphasis as `**words**`; both are read in the wording only, never in
 * what a slot is filled with. The words themselves stand in `resources/report/wording.en.json`.
 */

/** Side heading and paragraphs of one block. */
export type WordingBlock = { readonly heading: string; readonly paragraphs: readonly string[] };

/** All wording, by key. Keys with a variant carry it after a dot: `opinion.qualified.lead`. */
export type ReportWording = {
  readonly schema: 'report-wording/1';
  readonly language: 'en';
  /** Letter blocks, by key. */
  readonly blocks: Readonly<Record<string, WordingBlock>>;
  /** Single sentences, clauses and labels, by key. */
  readonly phrases: Readonly<Record<string, string>>;
  /** British to American spelling of the shipped criteria and controls. */
  readonly americanSpelling: Readonly<Record<string, string>>;
};

/** Why wording could not be used: a block is missing, or asks for a slot that does not exist. */
export type WordingRefusal =
  | { readonly code: 'wording-missing'; readonly key: string }
  | { readonly code: 'wording-slot-unknown'; readonly key: string; readonly slot: string };
