import { describe, expect, it } from 'vitest';
import { dayInZone } from '../../../../../src-renderer/ui/form/day-in-zone.ts';

describe('the day of an instant', () => {
  it('is that of the zone’s calendar, wherever this computer stands', () => {
    const at = new Date('2026-06-30T23:30:00Z');
    expect(['UTC', 'America/Chicago', 'Asia/Tokyo'].map((zone) => dayInZone(at, zone))).toEqual([
      '2026-06-30',
      '2026-06-30',
      '2026-07-01',
    ]);
  });

  it('is this computer’s where no zone is known', () => {
    const at = new Date(2026, 6, 9, 23, 59);
    expect(dayInZone(at)).toBe('2026-07-09');
  });
});
