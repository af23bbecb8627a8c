import type { Output } from './client.ts';

/** Words of this person that were typed and not recorded. */
export type KeptDraft = Output<'draft.list'>[number];

/** The fields of a form that hold words. */
export type Texts = Readonly<Record<string, string>>;

/**
 * What a form shows: what is recorded, then what was typed before, then what is typed now. A field that was recorded anew
 * since it was typed in is newer than the draft, which gives way.
 */
export function shownTexts<T extends Texts>(base: T, kept: KeptDraft | undefined, typed: Partial<T>): T {
  return { ...base, ...standingTexts(base, kept), ...typed };
}

/** Whether a draft says anything that is not recorded. */
export function isUnrecorded(base: Texts, kept: KeptDraft | undefined): boolean {
  return Object.entries(standingTexts(base, kept)).some(([field, text]) => text !== base[field]);
}

function standingTexts(base: Texts, kept: KeptDraft | undefined): Texts {
  if (kept === undefined) return {};
  const fields = Object.entries(kept.texts).filter(([field]) => kept.base[field] === base[field]);
  return Object.fromEntries(fields);
}
