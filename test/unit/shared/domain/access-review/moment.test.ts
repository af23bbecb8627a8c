import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  instantOf,
  isAfter,
  lastMinute,
  lengthWords,
  momentWords,
  readMoment,
  secondsPer,
  type Moment,
  type MomentReading,
} from '../../../../../shared/domain/access-review/moment.ts';
import type { ZoneOffset } from '../../../../../shared/lib/plain-date.ts';
import { createZoneOffset } from '../../../../../shared/lib/intl-zone-offset.ts';
import { utc } from '../../../../helpers/access-review-fixture.ts';
import { day } from '../../../../helpers/domain-fixture.ts';

const fiveHoursBehind: ZoneOffset = () => -5 * 3600;
const chicago = { name: 'Chicago', offsetOf: fiveHoursBehind };
const shown = (reading: MomentReading) => (typeof reading === 'string' ? reading : momentWords(reading));
const moment = (reading: MomentReading): Moment => {
  if (typeof reading === 'string') throw new Error(reading);
  return reading;
};

describe('moments of client lists', () => {
  it.each([
    ['2026-06-30', '30 Jun 2026'],
    ['2026-06-30 17:05', '30 Jun 2026 17:05'],
    ['2026-06-30T17:05:09.5', '30 Jun 2026 17:05'],
    ['30/06/2026', '30 Jun 2026'],
    ['06/30/2026 9:15', '30 Jun 2026 09:15'],
    ['5.5.2026', '5 May 2026'],
    ['03/04/2026', 'ambiguous'],
    ['2026-02-30', 'unreadable'],
    ['31/31/2026', 'unreadable'],
    ['soon', 'unreadable'],
    ['', 'blank'],
    [' - ', 'blank'],
  ])('reads %s as %s', (cell, words) => {
    expect(shown(readMoment(cell, utc, 'unambiguous'))).toBe(words);
  });

  it('reads two numbers in the order that was given', () => {
    expect(shown(readMoment('03/04/2026', utc, 'dayFirst'))).toBe('3 Apr 2026');
    expect(shown(readMoment('03/04/2026', utc, 'monthFirst'))).toBe('4 Mar 2026');
    expect(shown(readMoment('30/04/2026', utc, 'monthFirst'))).toBe('unreadable');
  });

  it('takes an instant to the day of the client', () => {
    const read = readMoment('2026-07-01T02:30Z', chicago, 'unambiguous');
    expect(shown(read)).toBe('30 Jun 2026 21:30');
    expect(moment(read).at).toBe(instantOf(day('2026-06-30'), '21:30', chicago));
  });

  it('counts a day without a time up to 23:59 where the client is', () => {
    const last = moment(readMoment('2026-06-30', chicago, 'unambiguous'));
    expect(lastMinute(last, chicago) - last.at).toBe(23 * secondsPer.hour + 59 * secondsPer.minute);
    const atNoon = moment(readMoment('2026-06-30 12:00', chicago, 'unambiguous'));
    expect(lastMinute(atNoon, chicago)).toBe(atNoon.at);
  });

  it('knows that the night in which clocks go forward is an hour shorter', () => {
    const zone = { name: 'America/New_York', offsetOf: createZoneOffset() };
    const before = instantOf(day('2026-03-07'), '12:00', zone);
    expect(instantOf(day('2026-03-08'), '12:00', zone) - before).toBe(23 * secondsPer.hour);
  });

  it('orders by the minute where both have one, else by the day', () => {
    const of = (cell: string) => moment(readMoment(cell, utc, 'unambiguous'));
    expect(isAfter(of('2026-06-30 10:01'), of('2026-06-30 10:00'))).toBe(true);
    expect(isAfter(of('2026-06-30 10:01'), of('2026-06-30'))).toBe(false);
    expect(isAfter(of('2026-07-01'), of('2026-06-30 23:59'))).toBe(true);
  });

  it('says lengths in the unit that fits', () => {
    expect([3000, 31 * 3600, 12.9 * 86_400].map(lengthWords)).toEqual(['50 min', '31 h', '12 days']);
  });

  it('reads what is written, in every zone of a whole quarter of an hour', () => {
    const time = fc.record({
      hour: fc.nat(23),
      minute: fc.nat(59),
      offset: fc.integer({ min: -48, max: 56 }),
    });
    fc.assert(
      fc.property(time, ({ hour, minute, offset }) => {
        const zone = { name: 'any', offsetOf: () => offset * 900 };
        const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const read = moment(readMoment(`2026-02-28 ${clock}`, zone, 'unambiguous'));
        expect([read.day, read.time]).toEqual(['2026-02-28', clock]);
        expect(read.at).toBe(instantOf(day('2026-02-28'), clock, utc) - offset * 900);
      }),
    );
  });
});
