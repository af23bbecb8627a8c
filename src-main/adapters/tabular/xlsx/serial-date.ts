/**
 * How a workbook counts days. `1900`: day 1 is 1 January 1900, with a 29 February 1900 that never was (day 60);
 * `1900-without-leap-day`: the same day numbers after February 1900, but a true calendar before it;
 * `1904`: day 0 is 1 January 1904.
 */
export type DateSystem = '1900' | '1900-without-leap-day' | '1904';

const DAY_SECONDS = 86_400;

/** Days from the base of the 1900 system to 1 January 1904. */
const DAYS_TO_1904 = 1462;

const LAST_SERIAL: Readonly<Record<DateSystem, number>> = {
  '1900': 2_958_466,
  '1900-without-leap-day': 2_958_466,
  '1904': 2_957_004,
};

/** A day number with its time, to the whole second. */
export interface SerialMoment {
  readonly day: number;
  /** Seconds since midnight, 0 to 86,399. */
  readonly second: number;
  /** True where fractions of a second were rounded. */
  readonly isRounded: boolean;
}

/** Splits a day number; the time is rounded to the millisecond first (the precision of the file), then half up to the second. */
export function splitSerial(serial: number): SerialMoment {
  const milliseconds = Math.round(serial * DAY_SECONDS * 1000);
  const seconds = Math.floor((milliseconds + 500) / 1000);
  const off = Math.abs(milliseconds - seconds * 1000);
  const day = Math.floor(seconds / DAY_SECONDS);
  return { day, second: seconds - day * DAY_SECONDS, isRounded: off > 1 };
}

const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_none, value) =>
  String(value).padStart(2, '0'),
);

const two = (value: number): string => TWO_DIGITS[value] ?? String(value);

/** `HH:MM:SS`; hours may exceed 24. */
export function clockText(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** `YYYY-MM-DD` of a day number, or null where it is outside the calendar of the system. */
export function dayText(day: number, system: DateSystem): string | null {
  if (day < 0 || day >= LAST_SERIAL[system]) return null;
  if (system === '1904') return civilText(day + DAYS_TO_1904);
  if (system === '1900') {
    if (day === 0) return null;
    if (day === 60) return '1900-02-29';
    return civilText(day < 60 ? day + 1 : day);
  }
  return civilText(day);
}

/** True for the one day that the 1900 system counts and the calendar does not have. */
export const isPhantomDay = (day: number, system: DateSystem): boolean => system === '1900' && day === 60;

/** Date of a number of days after 30 December 1899, by the Gregorian calendar. */
function civilText(daysAfterBase: number): string {
  // Days after 1 March 0000, so that leap days end their years (30 December 1899 is day 693,899).
  const days = daysAfterBase + 693_899;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
