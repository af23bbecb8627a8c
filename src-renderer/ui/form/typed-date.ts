/** A date as typed: none, a calendar date `YYYY-MM-DD`, or a text that is no date. */
export type TypedDate =
  { readonly kind: 'none' } | { readonly kind: 'date'; readonly date: string } | { readonly kind: 'unread' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * Reads `2025-07-01`, `1 Jul 2025`, `1 July 2025` and `Jul 1, 2025`. A date in figures alone with the day or
 * the month first is not read: 03/04/2025 means two different days to two readers.
 */
export function parseTypedDate(text: string): TypedDate {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'none' };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso !== null) return calendarDate(iso[1], Number(iso[2]), iso[3]);
  const dayFirst = /^(\d{1,2})[ .-]*([a-z]{3,9})\.?[ ,-]*(\d{4})$/i.exec(trimmed);
  if (dayFirst !== null) return calendarDate(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]{3,9})\.?[ ]*(\d{1,2})[ ,]+(\d{4})$/i.exec(trimmed);
  if (monthFirst !== null) return calendarDate(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  return { kind: 'unread' };
}

/** A date as it is shown: `1 Jul 2025`. A text that is no date is given back as it is. */
export function shownDate(date: string): string {
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined || day === undefined) return date;
  return `${String(Number(day))} ${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${year}`;
}

/** The weekday of a date `YYYY-MM-DD`: Tuesday. */
export function weekdayOf(date: string): string {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

function monthNumber(name: string | undefined): number {
  const given = (name ?? '').toLowerCase();
  const index = MONTHS.indexOf(given.slice(0, 3));
  if (index < 0) return 0;
  const whole = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
    .format(new Date(Date.UTC(2000, index, 1)))
    .toLowerCase();
  return whole.startsWith(given) || given === 'sept' ? index + 1 : 0;
}

function calendarDate(year: string | undefined, month: number, day: string | undefined): TypedDate {
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  const isReal = month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day);
  return isReal ? { kind: 'date', date: date.toISOString().slice(0, 10) } : { kind: 'unread' };
}
