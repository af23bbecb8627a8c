/** At which hour of the engagement's clock records fall: a list of events that all happen at night is worth a question. */
import { instantToLocal } from '../../lib/plain-date.ts';
import type { LocalZone } from './population-date.ts';

/** Records by hour, 0 to 23, and those whose cell has no time of day. */
export interface HourCounts {
  readonly hours: readonly number[];
  readonly untimed: number;
  /** Records with a time of day but no offset: their time is taken to be that of the zone, which the client confirms. */
  readonly withoutOffset: number;
}

/** A text as short as `2026-01-05` names no time. */
export const LENGTH_OF_DAY = 10;
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/;
const WITHOUT_SECONDS = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2})(Z|[+-]\d{2}:?\d{2})$/;

/** Date cells that are counted by hour as they pass. */
export interface HourTally {
  take(cell: string): void;
  counts(): HourCounts;
}

/** Counts date cells by hour: a local time as it stands, an instant with its offset in the engagement's zone. */
export function tallyHours(zone: LocalZone): HourTally {
  const hours = Array.from({ length: 24 }, () => 0);
  let [untimed, withoutOffset] = [0, 0];
  return {
    take: (cell) => {
      const text = cell.trim();
      const local = text.length > LENGTH_OF_DAY ? LOCAL_TIME.exec(text)?.[1] : undefined;
      const hour = local === undefined ? hourOfInstant(text, zone) : Number(local);
      if (hour === null) untimed += 1;
      else hours[hour] = (hours[hour] ?? 0) + 1;
      if (local !== undefined) withoutOffset += 1;
    },
    counts: () => ({ hours: [...hours], untimed, withoutOffset }),
  };
}

function hourOfInstant(text: string, zone: LocalZone): number | null {
  if (text.length <= LENGTH_OF_DAY) return null;
  const instant = instantToLocal(text.replace(WITHOUT_SECONDS, '$1:00$2'), zone.name, zone.offsetOf);
  return instant.ok ? Number(instant.value.time.slice(0, 2)) : null;
}
