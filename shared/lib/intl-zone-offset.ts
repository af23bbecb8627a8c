import type { ZoneOffset } from './plain-date.ts';

/** Offsets change at whole quarters of an hour only, so one answer serves for a quarter. */
const QUARTER_OF_AN_HOUR = 900;

/**
 * The offset of a named zone at an instant, from the rules of the IANA database that the runtime carries. Throws for a
 * name that the database does not know: names are checked when an engagement is made.
 */
export function createZoneOffset(): ZoneOffset {
  const zones = new Map<string, Map<number, number>>();
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (zone, at) => {
    if (zone === 'UTC') return 0;
    const known = zones.get(zone) ?? new Map<number, number>();
    zones.set(zone, known);
    const quarter = Math.floor(at / QUARTER_OF_AN_HOUR);
    const before = known.get(quarter);
    if (before !== undefined) return before;
    const format = formats.get(zone) ?? formatOf(zone);
    formats.set(zone, format);
    const offset = offsetAt(format, quarter * QUARTER_OF_AN_HOUR);
    known.set(quarter, offset);
    return offset;
  };
}

function formatOf(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', calendar: 'gregory' },
    ...({ year: 'numeric', month: 'numeric', day: 'numeric' } as const),
    ...({ hour: 'numeric', minute: 'numeric', second: 'numeric', era: 'short' } as const),
  });
}

/** What the zone's clock shows, read as if it were UTC, less the instant itself. */
function offsetAt(format: Intl.DateTimeFormat, seconds: number): number {
  const parts = new Map(format.formatToParts(seconds * 1000).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = new Date(0);
  shown.setUTCFullYear(part('year'), part('month') - 1, part('day'));
  shown.setUTCHours(part('hour'), part('minute'), part('second'));
  return shown.getTime() / 1000 - seconds;
}
