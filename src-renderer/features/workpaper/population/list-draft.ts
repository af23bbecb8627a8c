import type { Input } from '../../../app/client.ts';
import type { Preview } from './population-words.ts';

/** How a list is read and mapped; `undefined` takes what the file suggests. */
export interface ListDraft {
  readonly sheet: string | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly keyColumn: string | undefined;
  /** A second column that identifies a record together with the first; empty for none. */
  readonly secondKey: string;
  readonly dateColumn: string | undefined;
  /** The order of day and month as the client said; empty where nobody did. */
  readonly dateOrder: string;
  readonly stratumColumn: string;
  readonly isPeriodOnly: boolean;
  readonly periodReason: string;
  readonly receivedOn: string | undefined;
  readonly sourcePerson: string;
}

/** How three numbers are a day. */
export const DATE_ORDERS = [
  { value: 'dayFirst', label: 'Day, month, year' },
  { value: 'monthFirst', label: 'Month, day, year' },
] as const;

/** A list as it is found in its file. */
export function newListDraft(today: string): ListDraft {
  return {
    ...{ sheet: null, encoding: null, delimiter: null },
    ...{ keyColumn: undefined, secondKey: '', dateColumn: undefined, dateOrder: '', stratumColumn: '' },
    ...{ isPeriodOnly: false, periodReason: '', receivedOn: today, sourcePerson: '' },
  };
}

/** Choices of reading. */
export function readingOf({ sheet, encoding, delimiter }: ListDraft) {
  return { sheet, encoding, delimiter };
}

/** The columns in use: those chosen, else those that the file suggests. */
export function columnsOf(draft: ListDraft, { suggestion }: Preview) {
  return {
    key: draft.keyColumn ?? suggestion.keyColumns[0] ?? '',
    date: draft.dateColumn ?? suggestion.dateColumns[0] ?? '',
  };
}

/** Mapping and filters as the import takes them. */
export function mappingOf(
  draft: ListDraft,
  preview: Preview,
): Pick<Input<'population.import'>, 'keyColumns' | 'dateColumn' | 'dateOrder' | 'stratumColumn' | 'filters'> {
  const { key, date } = columnsOf(draft, preview);
  const isFiltered = draft.isPeriodOnly && date !== '' && draft.periodReason.trim().length >= 10;
  return {
    keyColumns: [...new Set([key, draft.secondKey])].filter((column) => column !== ''),
    dateColumn: date === '' ? null : date,
    dateOrder: DATE_ORDERS.find(({ value }) => value === draft.dateOrder)?.value ?? null,
    stratumColumn: draft.stratumColumn === '' ? null : draft.stratumColumn,
    filters: isFiltered ? [{ kind: 'withinPeriod', values: [], reason: draft.periodReason }] : [],
  };
}
