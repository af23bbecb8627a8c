import type { PlainDate } from '../../../shared/lib/plain-date.ts';

/** The computer's clock. What it says is recorded as a claim. */
export interface ClockPort {
  /** Now, ISO 8601 UTC with seconds. */
  now(): string;
  /** The calendar day of this instant in a time zone (IANA name), wherever the computer stands. */
  today(zone: string): PlainDate;
}
