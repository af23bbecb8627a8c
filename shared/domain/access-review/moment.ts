/**
 * Points in time as client lists give them: a day, or a day with a time, in the client's zone. Differences are taken
 * between instants, so that the day on which clocks change does not bend them.
 */
import {
  formatDate,
  instantToLocal,
  parseInstant,
  parsePlainDate,
  type EpochSeconds,
  type PlainDate,
} from '../../lib/plain-date.ts';
import type { LocalZone } from '../population/population-date.ts';
import type { DateOrder } from './list-mapping.ts';

/** A point in time of a list. */
export interface Moment {
  /** The day in the client's zone. */
  readonly day: PlainDate;
  /** Time of day there, `HH:MM`; `null` where the list gives the day only. */
  readonly time: string | null;
  /** The instant in seconds since 1970 UTC; of a day only, its first minute. */
  readonly at: number;
}

/** Seconds of an hour and of a day. */
export const secondsPer = { minute: 60, hour: 3600, day: 86_400 } as const;

const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?)?$/;
const OFFSET_WITHOUT_SECONDS = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2})(Z|[+-]\d{2}:?\d{2})$/;
const TWO_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?)?$/;

/** What a cell says: a moment, nothing, or a text of which no single moment can be read. */
export type MomentReading = Moment | 'blank' | 'ambiguous' | 'unreadable';

/** Reads a cell. A day written as two numbers first is read only where the order is given, or where one cannot be a month. */
export function readMoment(cell: string, zone: LocalZone, order: DateOrder): MomentReading {
  const text = cell.trim();
  if (text === '' || text === '-') return 'blank';
  const local = LOCAL.exec(text);
  if (local !== null) return localMoment(local[1] ?? '', local[2], local[3], zone);
  const twoFirst = TWO_FIRST.exec(text);
  if (twoFirst !== null) return swappedMoment(twoFirst, zone, order);
  const instant = text.replace(OFFSET_WITHOUT_SECONDS, '$1:00$2');
  const at = parseInstant(instant);
  const shown = instantToLocal(instant, zone.name, zone.offsetOf);
  if (!at.ok || !shown.ok) return 'unreadable';
  return { day: shown.value.date, time: shown.value.time.slice(0, 5), at: at.value };
}

function swappedMoment(parts: RegExpExecArray, zone: LocalZone, order: DateOrder): MomentReading {
  const [, first = '', second = '', year = '', hour, minute] = parts;
  const known = order === 'unambiguous' ? orderOf(Number(first), Number(second)) : order;
  if (known === null) return 'ambiguous';
  const [day, month] = known === 'dayFirst' ? [first, second] : [second, first];
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return localMoment(text, hour?.padStart(2, '0'), minute, zone);
}

/** The order that two numbers leave open to nobody: one of them is no month, or both are the same. */
function orderOf(first: number, second: number): DateOrder | null {
  if (first > 12) return 'dayFirst';
  return second > 12 || first === second ? 'monthFirst' : null;
}

function localMoment(
  text: string,
  hour: string | undefined,
  minute: string | undefined,
  zone: LocalZone,
): MomentReading {
  const date = parsePlainDate(text);
  if (!date.ok) return 'unreadable';
  const time = hour === undefined ? null : `${hour}:${minute ?? '00'}`;
  return { day: date.value, time, at: instantOf(date.value, time ?? '00:00', zone) };
}

/** The instant at which the zone's clock shows a day and time. Where clocks are put back, the first of the two. */
export function instantOf(day: PlainDate, time: string, { name, offsetOf }: LocalZone): number {
  const asUtc = parseInstant(`${day}T${time}:00Z`);
  if (!asUtc.ok) return 0;
  const guess = asUtc.value - offsetOf(name, asUtc.value);
  // A whole number of seconds less whole seconds.
  const offset = offsetOf(name, guess as EpochSeconds);
  return asUtc.value - offset;
}

/** The last minute that a moment covers: its own, or 23:59 of a day without a time (reference work, rule W3). */
export function lastMinute(moment: Moment, zone: LocalZone): number {
  return moment.time === null ? instantOf(moment.day, '23:59', zone) : moment.at;
}

/** `4 Jan 2026` or `4 Jan 2026 13:22`. */
export function momentWords(moment: Moment): string {
  const day = formatDate(moment.day);
  return moment.time === null ? day : `${day} ${moment.time}`;
}

/** A length of time in the largest unit that says it plainly: `40 min`, `31 h`, `12 days`. */
export function lengthWords(seconds: number): string {
  if (seconds < 2 * secondsPer.hour) return `${String(Math.round(seconds / 60))} min`;
  if (seconds < 3 * secondsPer.day) return `${String(Math.round(seconds / secondsPer.hour))} h`;
  return `${String(Math.floor(seconds / secondsPer.day))} days`;
}

/** Whether one lies after the other: by the minute where both give one, else by the day. */
export function isAfter(a: Moment, b: Moment): boolean {
  return a.time === null || b.time === null ? a.day > b.day : a.at > b.at;
}
