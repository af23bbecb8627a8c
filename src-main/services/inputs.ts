import { parsePlainDate, type PlainDate } from '../../shared/lib/plain-date.ts';

/** The keys of an input that were given: an absent one changes nothing. */
export function given<T extends object>(input: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }; // undefined values were removed
}

/** A date that the contract has validated. */
export function plainDateOf(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (!parsed.ok) throw new Error('the contract let a date pass that is none');
  return parsed.value;
}

type Dated<T> = { [K in keyof T]: K extends DateKey ? DateOf<T[K]> : T[K] };
type DateOf<V> = V extends string ? PlainDate : V;
type DateKey =
  | 'asOfDate'
  | 'periodStart'
  | 'periodEnd'
  | 'plannedReportDate'
  | 'startDate'
  | 'endDate'
  | 'performedOn'
  | 'reportDate'
  | 'releaseDate';
const dateKeys: readonly string[] = [
  'asOfDate',
  'periodStart',
  'periodEnd',
  'plannedReportDate',
  'startDate',
  'endDate',
  'performedOn',
  'reportDate',
  'releaseDate',
] satisfies readonly DateKey[];

/** An input with its date texts as dates. */
export function checkedDates<T extends object>(input: T): Dated<T> {
  const entries = Object.entries(input).map(([key, value]: [string, unknown]) => [
    key,
    dateKeys.includes(key) && typeof value === 'string' ? plainDateOf(value) : value,
  ]);
  return Object.fromEntries(entries) as Dated<T>; // only the date keys changed, from text to date
}
