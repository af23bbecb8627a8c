import { describe, expect, it } from 'vitest';
import { createZoneOffset } from '../../../../shared/lib/intl-zone-offset.ts';
import { instantToLocalDate, parseInstant } from '../../../../shared/lib/plain-date.ts';

const offsetOf = createZoneOffset();

function offsetAt(zone: string, instant: string): number {
  const at = parseInstant(instant);
  if (!at.ok) throw new Error(instant);
  return offsetOf(zone, at.value) / 3600;
}

describe('the offset of a zone', () => {
  it.each([
    ['UTC', '2026-01-01T00:00:00Z', 0],
    ['Asia/Kolkata', '2026-01-01T00:00:00Z', 5.5],
    ['America/Chicago', '2026-01-01T00:00:00Z', -6],
    ['America/Chicago', '2026-07-01T00:00:00Z', -5],
    ['Asia/Kathmandu', '2026-07-01T00:00:00Z', 5.75],
    ['Pacific/Kiritimati', '2026-07-01T00:00:00Z', 14],
    ['Etc/GMT+12', '2026-07-01T00:00:00Z', -12],
  ])('%s at %s is %d hours', (zone, instant, hours) => {
    expect(offsetAt(zone, instant)).toBe(hours);
  });

  it('changes with the clocks, to the second', () => {
    expect(offsetAt('America/New_York', '2026-03-08T06:59:59Z')).toBe(-5);
    expect(offsetAt('America/New_York', '2026-03-08T07:00:00Z')).toBe(-4);
    expect(offsetAt('America/New_York', '2026-11-01T05:59:59Z')).toBe(-4);
    expect(offsetAt('America/New_York', '2026-11-01T06:00:00Z')).toBe(-5);
  });

  it('puts an instant on the day of the zone', () => {
    const day = (zone: string) => instantToLocalDate('2026-06-30T21:48:09+00:00', zone, offsetOf);
    expect(day('UTC')).toEqual({ ok: true, value: '2026-06-30' });
    expect(day('Asia/Kolkata')).toEqual({ ok: true, value: '2026-07-01' });
  });

  it('throws for a name that is no zone', () => {
    expect(() => offsetAt('Mars/Olympus', '2026-01-01T00:00:00Z')).toThrow(RangeError);
  });
});
