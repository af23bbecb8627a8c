import type { Actor } from './engagement-store.ts';

/** Words that a person typed and did not record yet. */
export interface Draft {
  /** The form they were typed in: its name and the ids of the rows it is about. */
  readonly place: string;
  /** What is typed, by field. */
  readonly texts: Readonly<Record<string, string>>;
  /** What the fields held when the form was opened: a field that was recorded anew since then is newer than the draft. */
  readonly base: Readonly<Record<string, string>>;
  /** When it was typed last, ISO 8601 UTC with seconds. */
  readonly at: string;
}

/**
 * Words on the way to being recorded, so that neither a crash nor a closed lid takes them. They belong to one person and
 * one engagement, stand in no journal, and can be read with that person's opened key only.
 */
export interface DraftsPort {
  /** The drafts of a person, the newest last. What cannot be opened with their key is none. */
  read(actor: Actor, engagementId: string): readonly Draft[];
  /** Replaces all drafts of a person in an engagement; an empty list removes the file. */
  write(actor: Actor, engagementId: string, drafts: readonly Draft[]): void;
}
