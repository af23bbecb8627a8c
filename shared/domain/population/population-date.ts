/**
 * On which calendar day a record of the client's list falls. Only forms that have one reading are read; what could be
 * two days is reported and never guessed.
 */
import { instantToLocalDate, parsePlainDate, type PlainDate, type ZoneOffset } from '../../lib/plain-date.ts';

/** How a list writes a day as three numbers. The auditor states it after asking the client; it is never guessed. */
export type DateOrder = 'dayFirst' | 'monthFirst';

/** The day of a cell, or why it has none. `ambiguous`: the text names two days, depending on the order of day and month. */
export type DateReading =
  | { readonly kind: 'date'; readonly date: PlainDate }
  | { readonly kind: 'blank' }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unreadable' };

/** The engagement's time zone and how far its clock is from UTC. */
export interface LocalZone {
  /** IANA name. */
  readonly name: string;
  readonly offsetOf: ZoneOffset;
}

const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)?$/;
const WITHOUT_SECONDS = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2})(Z|[+-]\d{2}:?\d{2})$/;
const TWO_NUMBERS_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?:[ T,].*)?$/;
const ORDERED = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,?[ T]+(.*))?$/;
const TIME_OF_DAY =
  /^(?:(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|(?:0?[1-9]|1[0-2]):[0-5]\d(?::[0-5]\d)? ?[AP]M)$/i;

/**
 * Reads `YYYY-MM-DD`, with or without a time, as that local day, and an ISO 8601 instant with `Z` or an offset as the day
 * on which it falls in the engagement's zone. `03/04/2026` is ambiguous until the order of day and month is stated; a year
 * of two figures, and every other form, is unreadable.
 */
export function readPopulationDate(
  cell: string,
  zone: LocalZone,
  order: DateOrder | null = null,
): DateReading {
  const text = cell.trim();
  if (text === '') return { kind: 'blank' };
  const local = LOCAL.exec(text)?.[1];
  const read =
    local === undefined
      ? instantToLocalDate(text.replace(WITHOUT_SECONDS, '$1:00$2'), zone.name, zone.offsetOf)
      : parsePlainDate(local);
  if (read.ok) return { kind: 'date', date: read.value };
  if (order !== null) return readOrdered(text, order);
  return { kind: TWO_NUMBERS_FIRST.test(text) ? 'ambiguous' : 'unreadable' };
}

/** A day as three numbers in the stated order, alone or with the time of that local day. */
function readOrdered(text: string, order: DateOrder): DateReading {
  const [, first = '', , second = '', year = '', time] = ORDERED.exec(text) ?? [];
  const isTimed = time === undefined || TIME_OF_DAY.test(time);
  const [day, month] = order === 'dayFirst' ? [first, second] : [second, first];
  const read = parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return isTimed && read.ok ? { kind: 'date', date: read.value } : { kind: 'unreadable' };
}
