import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  daysBetween,
  quarterOf,
  twelveMonthsFrom,
} from '../../../../src-main/demo/calendar.ts';

describe('calendar of the sample records', () => {
  it('counts over month ends and leap days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addMinutes('2025-12-31T23:50:00', 20)).toBe('2026-01-01T00:10:00');
    expect(daysBetween('2025-07-01', '2026-06-30')).toBe(364);
  });

  it('names quarters and months', () => {
    expect([quarterOf('2025-09-30'), quarterOf('2025-10-01T08:00:00')]).toEqual(['2025Q3', '2025Q4']);
    expect(twelveMonthsFrom('2025-07-01')[11]).toBe('2026-06-01');
  });
});
