/** Dates, counts and lists as the report prints them. A non-breaking space joins what must not part. */
import { assertNever } from '../../lib/assert-never.ts';
import type { PlainDate } from '../../lib/plain-date.ts';
import type { OpinionResult, ReportCategory, ReportFacts, ReportSpan } from './report-facts.ts';

/** A space at which a line may not break. */
export const NBSP = '\u00a0';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const SMALL_NUMBERS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

/** A date in full by the custom of the region: "October 1, 2025" or "1 October 2025". */
export function dateInFull(date: PlainDate, region: ReportFacts['region']): string {
  const { year, month, day } = partsOf(date);
  const name = MONTHS[month - 1] ?? '';
  return region === 'us'
    ? `${name}${NBSP}${String(day)}, ${String(year)}`
    : `${String(day)}${NBSP}${name} ${String(year)}`;
}

/** A date for the time line: "Oct 1, 2025" or "1 Oct 2025"; without the year on request. */
export function dateInShort(date: PlainDate, region: ReportFacts['region'], withYear: boolean): string {
  const { year, month, day } = partsOf(date);
  const name = (MONTHS[month - 1] ?? '').slice(0, 3);
  const dayMonth = region === 'us' ? `${name}${NBSP}${String(day)}` : `${String(day)}${NBSP}${name}`;
  if (!withYear) return dayMonth;
  return region === 'us' ? `${dayMonth}, ${String(year)}` : `${dayMonth} ${String(year)}`;
}

/** The date in full, or "open" while it is not set. */
export const dateOrOpen = (date: PlainDate | null, region: ReportFacts['region']): string =>
  date === null ? 'open' : dateInFull(date, region);

/** "October 1, 2025 to September 30, 2026", or the one date of a Type I report. */
export function spanInFull(span: ReportSpan, region: ReportFacts['region']): string {
  return span.type === 'I'
    ? dateInFull(span.asOf, region)
    : `${dateInFull(span.from, region)} to ${dateInFull(span.to, region)}`;
}

/** "throughout the period …" or "as of …", as it stands in a sentence. */
export function spanClause(span: ReportSpan, region: ReportFacts['region']): string {
  return span.type === 'I'
    ? `as of ${spanInFull(span, region)}`
    : `throughout the period ${spanInFull(span, region)}`;
}

/** The last day that the report speaks of. */
export const spanEnd = (span: ReportSpan): PlainDate => (span.type === 'I' ? span.asOf : span.to);

/** A whole number with thousands separators: "1,284". */
export const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** "1 deviation", "25 deviations". */
export const counted = (value: number, one: string, many: string): string =>
  `${count(value)}${NBSP}${value === 1 ? one : many}`;

/** A number up to twelve as a word, for the beginning of a sentence; larger ones in figures. */
export const countWord = (value: number): string => SMALL_NUMBERS[value] ?? count(value);

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], last = 'and'): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}

/** Categories within a sentence: "security, availability and privacy". */
export const categoriesInSentence = (categories: readonly ReportCategory[]): string =>
  listed(categories.map((category) => category.toLowerCase()));

/** The name of an opinion within a sentence: "qualified opinion", "disclaimer of opinion". */
export function opinionName(result: OpinionResult): string {
  switch (result) {
    case 'unmodified':
      return 'unmodified opinion';
    case 'qualified':
      return 'qualified opinion';
    case 'adverse':
      return 'adverse opinion';
    case 'disclaimer':
      return 'disclaimer of opinion';
    default:
      return assertNever(result);
  }
}

/** The first letter as a capital. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Parts of a valid date as numbers. */
export function partsOf(date: PlainDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}
