import type { Output } from '../../app/client.ts';
import { shownDate } from '../../ui/form/typed-date.ts';

/** A letter on file. */
export type Letter = Output<'letter.list'>[number];
/** The kind of a letter. */
export type LetterKind = Letter['kind'];

/** The kinds of letters in words. */
export const KIND_WORDS: Readonly<Record<LetterKind, string>> = {
  engagement: 'Engagement letter',
  assertion: 'Management assertion',
  representation: 'Representation letter',
  subserviceAssertion: 'Assertion of a subservice organization',
  subserviceRepresentation: 'Representation of a subservice organization',
};

/** The gates that ask for a letter, for the list. */
export const KIND_GATES: Readonly<Record<LetterKind, string>> = {
  engagement: 'A3',
  assertion: 'L4',
  representation: 'L5',
  subserviceAssertion: 'L11',
  subserviceRepresentation: 'L11',
};

/** What a subsequent event does to the report. */
export const EFFECT_WORDS: Readonly<Record<Output<'subsequent.get'>['events'][number]['effect'], string>> = {
  none: 'No effect',
  disclose: 'Disclosed in the report',
  modify: 'Modifies the opinion',
};

/** What a letter covers: "1 Jul 2025 to 30 Jun 2026", "as of 30 Jun 2026". */
export function coverageWords({
  coversFrom,
  coversTo,
  asOfDate,
}: Pick<Letter, 'coversFrom' | 'coversTo' | 'asOfDate'>): string {
  if (coversFrom !== null && coversTo !== null) return `${shownDate(coversFrom)} to ${shownDate(coversTo)}`;
  return asOfDate === null ? 'Not dated' : `as of ${shownDate(asOfDate)}`;
}

/** Who signed, with titles. */
export function signatoryWords({ signatories }: Pick<Letter, 'signatories'>): string {
  return signatories.map(({ name, title }) => `${name}, ${title}`).join('; ');
}

/** Whether a letter is one of a subservice organization. */
export function isOfSubservice(kind: LetterKind): boolean {
  return kind === 'subserviceAssertion' || kind === 'subserviceRepresentation';
}
