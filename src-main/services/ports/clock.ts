import type { PlainDate } from '../../../shared/lib/plain-date.ts';

/** The computer's clock. What it says is recorded as a claim. */
export interface ClockPort {
  /** Now, ISO 8601 UTC with seconds. */
  now(): string;
  /** The calendar day on which the computer stands. */
  today(): PlainDate;
}
