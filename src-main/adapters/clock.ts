import { parsePlainDate } from '../../shared/lib/plain-date.ts';
import type { ClockPort } from '../services/ports/clock.ts';

/** The clock of this computer. */
export const systemClock: ClockPort = {
  now: () => `${new Date().toISOString().slice(0, 19)}Z`,
  today() {
    const now = new Date();
    const two = (value: number) => String(value).padStart(2, '0');
    const text = `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    const parsed = parsePlainDate(text);
    if (!parsed.ok) throw new Error(`the computer's clock gives no date: ${text}`);
    return parsed.value;
  },
};
