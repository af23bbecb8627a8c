import type { Input, Output } from '../../../app/client.ts';
import { shownDate } from '../../../ui/form/typed-date.ts';
import type { StatusKind } from '../../../ui/status/StatusChip.tsx';

/** A client's list with what was recorded about it. */
export type Population = Output<'population.list'>[number];
/** What a list shows of itself. */
export type Health = Output<'population.health'>;
/** A file as it would be read. */
export type Preview = Output<'population.preview'>;
type IpeInput = Input<'population.addIpeTest'>;
export type IpeMethod = IpeInput['method'];
export type FilterKind = Input<'population.filter'>['filter']['kind'];

/** The states of a population in words. */
export const STATUS_WORDS: Readonly<
  Record<Population['status'], { readonly kind: StatusKind; readonly label: string }>
> = {
  defined: { kind: 'not-yet', label: 'Waits for the list' },
  received: { kind: 'under-way', label: 'Received' },
  reconciled: { kind: 'done', label: 'Reconciled' },
  rejected: { kind: 'flagged', label: 'Sent back' },
  superseded: { kind: 'none', label: 'Superseded' },
};

/** How completeness and accuracy are tested. */
export const METHOD_WORDS: Readonly<Record<IpeMethod, string>> = {
  observeExtraction: 'Extraction observed',
  reconcileToIndependentSource: 'Held against an independent record',
  sampleToSource: 'Records traced',
  reviewQuery: 'Query read',
  sequenceCheck: 'Sequence checked',
};

/** What a filter does with a record. */
export const FILTER_WORDS: Readonly<Record<FilterKind, string>> = {
  withinPeriod: 'Keep rows within the period',
  columnEquals: 'Keep rows whose column is one of',
  columnNotEquals: 'Leave out rows whose column is one of',
  excludeKeys: 'Leave out these keys',
};

/** The method behind a value of a list of choices. */
export function methodOf(value: string): IpeMethod {
  return Object.hasOwn(METHOD_WORDS, value) ? (value as IpeMethod) : 'observeExtraction'; // the keys of the record are the methods
}

/** The filter behind a value of a list of choices. */
export function filterKindOf(value: string): FilterKind {
  return Object.hasOwn(FILTER_WORDS, value) ? (value as FilterKind) : 'columnNotEquals'; // the keys of the record are the kinds
}

/** The heading of a test of completeness or accuracy. */
export function ipeTitle(test: Population['ipeTests'][number]): string {
  return `${test.direction === 'completeness' ? 'Completeness' : 'Accuracy'}: ${METHOD_WORDS[methodOf(test.method)].toLowerCase()}`;
}

/** Where a list comes from: "Sheet Leavers, from the HR system, by the client on 6 Jul 2026". */
export function sourceWords({
  sheet,
  sourceSystem,
  extractedBy,
  extractedOn,
  ...covered
}: Population): string {
  const parts = [
    sheet === null ? '' : `Sheet ${sheet}`,
    sourceSystem === '' ? '' : `from ${sourceSystem}`,
    extractedBy === '' ? '' : `by ${extractedBy}`,
    extractedOn === null ? '' : `on ${shownDate(extractedOn)}`,
    coveredWords(covered),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** The days that a list of a part of the period covers; empty for the whole. */
function coveredWords({ coversFrom, coversTo }: Pick<Population, 'coversFrom' | 'coversTo'>): string {
  const from = coversFrom === null ? '' : ` from ${shownDate(coversFrom)}`;
  const to = coversTo === null ? '' : ` to ${shownDate(coversTo)}`;
  return from === '' && to === '' ? '' : `covers the period${from}${to}`;
}

/** A count typed in a field; `null` where there is none. */
export function countIn(text: string): number | null {
  const digits = text.replace(/[\s,]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** The values of a field in which they stand on lines of their own. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
