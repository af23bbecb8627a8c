import { listDefinitions } from '../../../shared/domain/access-review/access-list.ts';
import type { Output } from '../../app/client.ts';
import type { StatusKind } from '../../ui/status/StatusChip.tsx';
import { formatCount } from '../../ui/text/format-number.ts';

export type ReviewLine = Output<'accessReview.list'>[number];
export type Review = Output<'accessReview.get'>;
export type Rule = Review['rules'][number];
export type List = Review['listViews'][number];
export type Exception = Output<'accessReview.exceptions'>['exceptions'][number];
export type Item = Output<'accessReview.items'>['items'][number];
export type Preview = Output<'accessReview.previewList'>;
export type Disposition = NonNullable<Exception['disposition']>;
type Counts = Rule['counts'];

/** The address of a review and of one of its rules. */
export const reviewPath = (reviewId: string): string => `/access-review/${reviewId}`;
export const rulePath = (reviewId: string, ruleId: string): string => `/access-review/${reviewId}/${ruleId}`;

/** Exceptions that still wait: nobody decided, or the client was asked. */
export const openCount = ({ unset, toClient }: Counts): number => unset + toClient;

interface ChipFacts {
  readonly kind: StatusKind;
  readonly label: string;
}

/** How far a rule is. */
export function ruleStanding({ missing, run, counts }: Rule): ChipFacts {
  if (run === null)
    return missing.length > 0
      ? { kind: 'none', label: 'Lists missing' }
      : { kind: 'not-yet', label: 'Not run' };
  if (!run.didRun) return { kind: 'none', label: 'Lists missing' };
  const open = openCount(counts);
  if (open > 0) return { kind: 'flagged', label: `${formatCount(open)} to decide` };
  if (run.exceptions > 0) return { kind: 'done', label: 'Decided' };
  return { kind: 'done', label: 'No exception' };
}

/** What an exception turned out to be. */
const dispositions: Readonly<Record<Disposition, ChipFacts>> = {
  deviation: { kind: 'flagged', label: 'Deviation' },
  notDeviation: { kind: 'done', label: 'Not a deviation' },
  designObservation: { kind: 'ready', label: 'Design observation' },
  toClient: { kind: 'under-way', label: 'With the client' },
};

/** The chip of an exception. */
export const standingOf = ({ disposition }: Exception): ChipFacts =>
  disposition === null ? { kind: 'not-yet', label: 'To decide' } : dispositions[disposition];

/** Why a person is suggested for an account. */
export const suggestionWords = {
  keyButForCase: 'Key equal but for case',
  name: 'Same name',
  nameOrder: 'Same words in the name',
  emailName: 'Email begins alike',
  accountName: 'Account named like the person',
} as const;

/** The lists that a rule compares, by their names instead of their letters: `User lists with Terminations or HR roster`. */
export function comparedLists(compares: string): string {
  const named = compares.replace(/\b[A-Z]\b/g, (letter) => titleOf(letter) ?? letter);
  const words = named.replaceAll('–', ' with ').replaceAll('/', ' or ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const titleOf = (letter: string): string | undefined =>
  listDefinitions.find((definition) => definition.letter === letter)?.title;

/** A figure with its unit: `24 hours`, `yes`. */
export function figureWords({ value, unit }: { readonly value: number; readonly unit: string }): string {
  if (unit === 'yesNo') return value === 1 ? 'yes' : 'no';
  return `${formatCount(value)} ${unit}`;
}
