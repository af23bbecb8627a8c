/**
 * Calendar dates without a clock or a time zone, and the day an instant falls on in a named zone.
 *
 * Everything is integer arithmetic on the proleptic Gregorian calendar, years 1 to 9999, so that the same text gives
 * the same day on every machine.
 */
import type { Brand } from './brand.ts';
import { err, ok } from './result.ts';
import type { Result } from './result.ts';

/** A day that exists, written `YYYY-MM-DD`. Comparing two as text compares them in time. */
export type PlainDate = Brand<string, 'PlainDate'>;

/** From `start` to `end`, both days included. */
export type Period = { readonly start: PlainDate; readonly end: PlainDate };

/** Seconds since 1970-01-01T00:00:00Z, a whole number; leap seconds are not counted. */
export type EpochSeconds = Brand<number, 'EpochSeconds'>;

/** How many seconds a zone's clock is ahead of UTC at an instant (negative to the west); passed in from outside. */
export type ZoneOffset = (zone: string, at: EpochSeconds) => number;

/** A text that is no date or no instant, with the text itself. */
export type DateRefusal = { readonly code: 'not-a-date' | 'not-an-instant'; readonly text: string };

type Civil = { readonly year: number; readonly month: number; readonly day: number };

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SECONDS_PER_DAY = 86_400;
const FIRST_DAY = dayNumber({ year: 1, month: 1, day: 1 });
const LAST_DAY = dayNumber({ year: 9999, month: 12, day: 31 });
const CLOCK = '([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d)(?:\\.\\d+)?';
const OFFSET = '(?:Z|([+-])([01]\\d|2[0-3]):?([0-5]\\d))';
const INSTANT = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})[T ]${CLOCK}${OFFSET}$`);

/** Reads `YYYY-MM-DD`; refuses every other form and days that do not exist, such as 2025-02-29. */
export function parsePlainDate(text: string): Result<PlainDate, DateRefusal> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return err({ code: 'not-a-date', text });
  const civil = civilOf(text);
  const exists =
    civil.year >= 1 &&
    civil.month >= 1 &&
    civil.month <= 12 &&
    civil.day >= 1 &&
    civil.day <= daysInMonth(civil.year, civil.month);
  return exists ? ok(writeDate(civil)) : err({ code: 'not-a-date', text });
}

/** The same day `months` later (earlier if negative); a day the month does not have becomes its last day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = civilOf(date);
  const count = year * 12 + (month - 1) + months;
  if (count < 12) return fromDayNumber(FIRST_DAY);
  if (count >= 120_000) return fromDayNumber(LAST_DAY);
  const target = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  return writeDate({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/** The day `days` later (earlier if negative); stops at 0001-01-01 and 9999-12-31. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(civilOf(date)) + days);
}

/** How many days `to` lies after `from`: 0 for the same day, negative if before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(civilOf(to)) - dayNumber(civilOf(from));
}

/** Negative, zero or positive as `a` is before, equal to or after `b`. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(date: PlainDate): number {
  // 1970-01-01, day number 0, was a Thursday; the offset keeps the dividend positive for every year from 1 on.
  return ((dayNumber(civilOf(date)) - FIRST_DAY) % 7) + 1;
}

/** Whether the day lies in the period, its first and last day included. */
export function isWithin(date: PlainDate, period: Period): boolean {
  return period.start <= date && date <= period.end;
}

/** The calendar months the period touches, the first and the last cut to the period; none if it ends before it starts. */
export function monthsOf(period: Period): readonly Period[] {
  const { year, month } = civilOf(period.start);
  return blocksOf(writeDate({ year, month, day: 1 }), 1, period);
}

/** The quarters of the period: consecutive blocks of three months counted from its first day, the last cut to its end. */
export function quartersOf(period: Period): readonly Period[] {
  return blocksOf(period.start, 3, period);
}

/** The earliest last day of a Type II period that starts on `start`: six months later, less one day (gate E2). */
export function earliestTypeIIEnd(start: PlainDate): PlainDate {
  return addDays(addMonths(start, 6), -1);
}

/** `1 Jul 2025`. */
export function formatDate(date: PlainDate): string {
  const { year, month, day } = civilOf(date);
  return `${String(day)} ${monthName(month)} ${String(year)}`;
}

/** `Jul 2025`. */
export function formatMonth(date: PlainDate): string {
  const { year, month } = civilOf(date);
  return `${monthName(month)} ${String(year)}`;
}

/** `1 Jul 2025 to 30 Jun 2026`. */
export function formatPeriod(period: Period): string {
  return `${formatDate(period.start)} to ${formatDate(period.end)}`;
}

/**
 * Reads an ISO 8601 instant: date, time with seconds, and `Z` or an offset (`+05:30`, `+0530`). Fractions of a second
 * are dropped. A time without an offset is refused: it names no instant.
 */
export function parseInstant(text: string): Result<EpochSeconds, DateRefusal> {
  const [, day = '', hour, minute, second, sign, offsetHour, offsetMinute] = INSTANT.exec(text) ?? [];
  const date = parsePlainDate(day);
  if (!date.ok) return err({ code: 'not-an-instant', text });
  const clock = secondsOf(hour, minute, second);
  const offset = secondsOf(offsetHour, offsetMinute, '0') * (sign === '-' ? -1 : 1);
  return ok(epoch(dayNumber(civilOf(date.value)) * SECONDS_PER_DAY + clock - offset));
}

/** The instant in UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
export function formatInstant(at: EpochSeconds): string {
  const { date, time } = splitSeconds(at);
  return `${date}T${time}Z`;
}

/** The day and the time of day (`HH:MM:SS`) the zone's clock shows at an instant. */
export function instantToLocal(
  instant: string,
  zone: string,
  offsetOf: ZoneOffset,
): Result<{ readonly date: PlainDate; readonly time: string }, DateRefusal> {
  const at = parseInstant(instant);
  return at.ok ? ok(splitSeconds(at.value + offsetOf(zone, at.value))) : at;
}

/** The day an instant falls on in the zone: 2026-06-30T20:30:00-04:00 is 1 July 2026 in UTC. */
export function instantToLocalDate(
  instant: string,
  zone: string,
  offsetOf: ZoneOffset,
): Result<PlainDate, DateRefusal> {
  const local = instantToLocal(instant, zone, offsetOf);
  return local.ok ? ok(local.value.date) : local;
}

/** The offset of the zone `UTC`: zero at every instant. */
export const utcOffset: ZoneOffset = () => 0;

/** Blocks are complete for periods that end before December 9999, where the calendar of this module stops. */
function blocksOf(anchor: PlainDate, months: number, period: Period): readonly Period[] {
  const blocks: Period[] = [];
  for (let index = 0; ; index += 1) {
    // Each block is counted from the anchor, so that a clamped month end does not shift the blocks after it.
    const first = addMonths(anchor, index * months);
    const last = addDays(addMonths(anchor, (index + 1) * months), -1);
    const start = first < period.start ? period.start : first;
    if (start > period.end || last < start) return blocks;
    blocks.push({ start, end: last < period.end ? last : period.end });
  }
}

function splitSeconds(seconds: number): { readonly date: PlainDate; readonly time: string } {
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const rest = seconds - day * SECONDS_PER_DAY;
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return { date: fromDayNumber(day), time: clock.map((part) => pad(part, 2)).join(':') };
}

/** Days from 1970-01-01, by counting the year from March so that the leap day comes last. */
function dayNumber({ year, month, day }: Civil): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + day - 719_469;
}

function fromDayNumber(wanted: number): PlainDate {
  const day = Math.min(Math.max(wanted, FIRST_DAY), LAST_DAY);
  // 400 years have 146,097 days; the estimate is at most a year late and never early.
  let year = Math.floor(((day - FIRST_DAY) * 400) / 146_097) + 2;
  while (dayNumber({ year, month: 1, day: 1 }) > day) year -= 1;
  let month = 12;
  while (dayNumber({ year, month, day: 1 }) > day) month -= 1;
  return writeDate({ year, month, day: day - dayNumber({ year, month, day: 1 }) + 1 });
}

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function secondsOf(hours = '0', minutes = '0', seconds = '0'): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

function civilOf(text: string): Civil {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}

function monthName(month: number): string {
  return MONTH_NAMES[month - 1] ?? '';
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

// Every caller has computed or checked the three numbers, so the text is a day that exists.
const writeDate = ({ year, month, day }: Civil): PlainDate =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;

// The one caller has just read a whole number of seconds from a checked instant.
const epoch = (seconds: number): EpochSeconds => seconds as EpochSeconds;
