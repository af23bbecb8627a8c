import { instantToLocalDate } from '../../../shared/lib/plain-date.ts';
import type { ClockPort } from '../../services/ports/clock.ts';
import { createZoneOffset } from '../../../shared/lib/intl-zone-offset.ts';

const offsetOf = createZoneOffset();
const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/** The clock of this computer. */
export const systemClock: ClockPort = {
  now,
  today(zone) {
    const day = instantToLocalDate(now(), zone, offsetOf);
    if (!day.ok) throw new Error(`the computer's clock gives no date in the zone ${zone}`);
    return day.value;
  },
};
