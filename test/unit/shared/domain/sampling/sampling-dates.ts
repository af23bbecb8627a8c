import { parsePlainDate } from '../../../../../shared/lib/plain-date.ts';
import type { Period, PlainDate } from '../../../../../shared/lib/plain-date.ts';

/** A date of a test, which must be one. */
export function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date.ok) throw new Error(`not a date: ${text}`);
  return date.value;
}

/** A period of a test. */
export const period = (start: string, end: string): Period => ({ start: day(start), end: day(end) });
