import { countOf } from '../text/format-number.ts';

/** Who signed, when, and on what. */
export interface StampSigner {
  readonly initials: string;
  readonly name: string;
  /** The level in words: "Reviewer". */
  readonly level: string;
  /** The date as it stands on the stamp: `18 Jun`, or with the year. */
  readonly date: string;
  /** Date and time, for the card on hover. */
  readonly time: string;
  /** The signed content as three words, where the content is still the signed one. */
  readonly contentWords?: string | undefined;
}

/** A sign-off and what has become of it. */
export type StampFacts =
  | (StampSigner & { readonly state: 'current' })
  | (StampSigner & { readonly state: 'stale'; readonly changes?: number | undefined })
  | (StampSigner & { readonly state: 'invalid'; readonly entry: string })
  | { readonly state: 'none'; readonly level: string };

/** The sign-off in one sentence, for screen readers and tooltips. */
export function stampWords(stamp: StampFacts): string {
  if (stamp.state === 'none') return `${stamp.level}: not signed`;
  const signed = `${stamp.level}: signed by ${stamp.name} on ${stamp.time}`;
  switch (stamp.state) {
    case 'current':
      return signed;
    case 'stale':
      return `${signed}, ${staleWords(stamp.changes)}`;
    case 'invalid':
      return `${signed}, the signature of entry ${stamp.entry} does not match`;
  }
}

/** "stale, 2 changes"; a count of none means that a lower level signed again, and an unknown count is not said. */
export function staleWords(changes: number | undefined): string {
  if (changes === undefined) return 'stale';
  return changes === 0 ? 'stale, a lower level signed again' : `stale, ${countOf(changes, 'change')}`;
}
