/**
 * Calendar arithmetic for the sample records. Times are wall-clock times of the service organization without a zone,
 * written `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`; inside they are minutes, so that nothing depends on the computer's zone.
 */

const MINUTES_PER_DAY = 1440;

/** Minutes since 1970 of a date or of a date with time. */
export function toMinutes(text: string): number {
  return Date.parse(`${text.length === 10 ? `${text}T00:00:00` : text}Z`) / 60_000;
}

/** `YYYY-MM-DDTHH:MM:SS` of a number of minutes. */
export function dateTimeText(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(0, 19);
}

/** `YYYY-MM-DD` of a number of minutes. */
export function dateText(minutes: number): string {
  return dateTimeText(minutes).slice(0, 10);
}

/** The date `days` days after (or, negative, before) a date. */
export function addDays(date: string, days: number): string {
  return dateText(toMinutes(date.slice(0, 10)) + days * MINUTES_PER_DAY);
}

/** The date with time `minutes` minutes after a date with time. */
export function addMinutes(dateTime: string, minutes: number): string {
  return dateTimeText(toMinutes(dateTime) + minutes);
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toMinutes(to.slice(0, 10)) - toMinutes(from.slice(0, 10))) / MINUTES_PER_DAY);
}

/** The calendar quarter of a date as `2025Q3`. */
export function quarterOf(date: string): string {
  return `${date.slice(0, 4)}Q${String(Math.ceil(Number(date.slice(5, 7)) / 3))}`;
}

/** The first day of each of the twelve months that begin with a date's month. */
export function twelveMonthsFrom(date: string): readonly string[] {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) - 1;
  return Array.from({ length: 12 }, (_, index) =>
    new Date(Date.UTC(year, month + index, 1)).toISOString().slice(0, 10),
  );
}
