import type { TokenName } from './tokens.ts';

/** Two colours that may meet: `over` drawn on `ground`, with the least contrast it must keep. */
export interface ContrastPair {
  readonly ground: TokenName;
  readonly over: TokenName;
  /** 4.5 for text, 3.0 for marks and the borders of fields (WCAG 2.2, 1.4.3 and 1.4.11). */
  readonly least: 4.5 | 3;
}

const ALL_TEXT: readonly TokenName[] = ['ink', 'ink2', 'ink3', 'accent', 'attn', 'block'];

const TEXT_ON: readonly (readonly [TokenName, readonly TokenName[]])[] = [
  ['desk', ALL_TEXT],
  ['paper', ALL_TEXT],
  ['sheet', ALL_TEXT],
  ['sunken', ALL_TEXT],
  ['raised', ['ink', 'ink2', 'ink3']],
  ['accent-tint', ALL_TEXT],
  ['accent-tint2', ['ink', 'ink2', 'accent']],
  ['attn-tint', ['ink', 'ink2', 'ink3', 'attn', 'accent']],
  ['block-tint', ['ink', 'ink2', 'ink3', 'block', 'accent']],
  ['accent', ['on-accent']],
  ['accent-hover', ['on-accent']],
  ['block', ['on-block']],
  ['ink', ['paper']],
  ['page', ['page-ink']],
  ['heat-0', ['heat-0-ink']],
  ['heat-1', ['heat-1-ink']],
  ['heat-2', ['heat-2-ink']],
  ['heat-3', ['heat-3-ink']],
  ['heat-4', ['heat-4-ink']],
];

const MARKS_ON: readonly (readonly [TokenName, readonly TokenName[]])[] = [
  ['sheet', ['field', 'accent-mark', 'attn-mark']],
  ['paper', ['field', 'accent-mark', 'attn-mark']],
  ['sunken', ['field', 'accent-mark', 'attn-mark']],
  ['accent-tint', ['field', 'accent-mark']],
  ['attn-tint', ['attn-mark']],
  ['desk', ['focus']],
  ['raised', ['field']],
];

/** Every pair of text or mark and ground that component code may use. */
export const CONTRAST_PAIRS: readonly ContrastPair[] = [
  ...TEXT_ON.flatMap(([ground, overs]) => overs.map((over): ContrastPair => ({ ground, over, least: 4.5 }))),
  ...MARKS_ON.flatMap(([ground, overs]) => overs.map((over): ContrastPair => ({ ground, over, least: 3 }))),
];
