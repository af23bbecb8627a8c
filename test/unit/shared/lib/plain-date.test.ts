import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  earliestTypeIIEnd,
  formatDate,
  formatInstant,
  formatMonth,
  formatPeriod,
  instantToLocal,
  instantToLocalDate,
  isWithin,
  monthsOf,
  parseInstant,
  parsePlainDate,
  quartersOf,
  utcOffset,
  weekday,
} from '../../../../shared/lib/plain-date.ts';
import type { Period, PlainDate, ZoneOffset } from '../../../../shared/lib/plain-date.ts';

const DAY_MS = 86_400_000;

function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (!parsed.ok) throw new Error(`not a date: ${text}`);
  return parsed.value;
}

const period = (start: string, end: string): Period => ({ start: day(start), end: day(end) });
const texts = (blocks: readonly Period[]) => blocks.map((block) => `${block.start}..${block.end}`);

/** The built-in calendar as an independent reference, years 1 to 9999. */
const builtInDay = fc
  .integer({ min: Date.UTC(2000, 0, 1) / DAY_MS - 730_000, max: Date.UTC(9999, 11, 31) / DAY_MS })
  .map((number) => ({ number, text: new Date(number * DAY_MS).toISOString().slice(0, 10) }));
const anyDay = fc
  .integer({ min: -25_000, max: 80_000 })
  .map((number) => day(new Date(number * DAY_MS).toISOString().slice(0, 10)));

describe('parsePlainDate', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('reads %s', (text) => {
    expect(parsePlainDate(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-00-10',
    '2025-13-01',
    '2025-01-00',
    '2025-01-32',
    '0000-01-01',
    '2025-1-1',
    ' 2025-01-01',
    '2025-01-01T00:00:00',
    '2025-01-01\n',
    '',
  ])('refuses %j', (text) => {
    expect(parsePlainDate(text)).toEqual({ ok: false, error: { code: 'not-a-date', text } });
  });
});

describe('day arithmetic', () => {
  it('agrees with the built-in calendar on days, differences and weekdays', () => {
    fc.assert(
      fc.property(builtInDay, builtInDay, (a, b) => {
        expect(daysBetween(day(a.text), day(b.text))).toBe(b.number - a.number);
        expect(addDays(day(a.text), b.number - a.number)).toBe(b.text);
        expect(weekday(day(a.text))).toBe(new Date(a.number * DAY_MS).getUTCDay() || 7);
        expect(Math.sign(compareDates(day(a.text), day(b.text)))).toBe(Math.sign(a.number - b.number));
      }),
      { numRuns: 2000 },
    );
  });

  it('stops at the first and the last day', () => {
    expect([addDays(day('0001-01-02'), -5), addDays(day('9999-12-30'), 5)]).toEqual([
      '0001-01-01',
      '9999-12-31',
    ]);
    expect([addMonths(day('0001-02-03'), -5), addMonths(day('9999-11-03'), 5)]).toEqual([
      '0001-01-01',
      '9999-12-31',
    ]);
  });
});

describe('addMonths', () => {
  it.each([
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2025-12-01', 1, '2026-01-01'],
    ['2025-01-31', -2, '2024-11-30'],
    ['2025-03-15', 0, '2025-03-15'],
    ['2025-03-15', -27, '2022-12-15'],
  ])('%s and %i months is %s', (start, months, expected) => {
    expect(addMonths(day(start), months)).toBe(expected);
  });

  it('keeps the day where the month has it, and never leaves the month aimed at', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const moved = addMonths(date, months);
        const monthCount = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(monthCount(moved) - monthCount(date)).toBe(months);
        const isLastOfMonth = addDays(moved, 1).endsWith('-01');
        expect(moved.slice(8) === date.slice(8) || isLastOfMonth).toBe(true);
      }),
    );
  });
});

describe('earliestTypeIIEnd', () => {
  it.each([
    ['2025-01-01', '2025-06-30'],
    ['2025-08-31', '2026-02-27'],
    ['2025-07-01', '2025-12-31'],
  ])('a period from %s ends on %s at the earliest', (start, end) => {
    expect(earliestTypeIIEnd(day(start))).toBe(end);
  });
});

describe('blocks of a period', () => {
  it('gives the quarters of an engagement year that does not start in January', () => {
    expect(texts(quartersOf(period('2025-07-01', '2026-06-30')))).toEqual([
      '2025-07-01..2025-09-30',
      '2025-10-01..2025-12-31',
      '2026-01-01..2026-03-31',
      '2026-04-01..2026-06-30',
    ]);
  });

  it('counts quarters from the first day of the period and cuts the last to its end', () => {
    expect(texts(quartersOf(period('2025-01-31', '2025-08-15')))).toEqual([
      '2025-01-31..2025-04-29',
      '2025-04-30..2025-07-30',
      '2025-07-31..2025-08-15',
    ]);
  });

  it('gives calendar months, the first and the last cut to the period', () => {
    expect(texts(monthsOf(period('2025-11-15', '2026-01-03')))).toEqual([
      '2025-11-15..2025-11-30',
      '2025-12-01..2025-12-31',
      '2026-01-01..2026-01-03',
    ]);
  });

  it('gives none where the period ends before it starts', () => {
    expect([
      monthsOf(period('2025-02-01', '2025-01-31')),
      quartersOf(period('2025-02-01', '2025-01-31')),
    ]).toEqual([[], []]);
  });

  it('covers every day of the period once', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 900 }), (start, length) => {
        const whole = { start, end: addDays(start, length) };
        for (const blocks of [monthsOf(whole), quartersOf(whole)]) {
          expect([blocks.at(0)?.start, blocks.at(-1)?.end]).toEqual([whole.start, whole.end]);
          for (const [index, block] of blocks.entries()) {
            expect(daysBetween(block.start, block.end)).toBeGreaterThanOrEqual(0);
            const next = blocks[index + 1];
            if (next !== undefined) expect(addDays(block.end, 1)).toBe(next.start);
          }
        }
      }),
    );
  });

  it('includes both ends of a period', () => {
    const whole = period('2025-07-01', '2025-07-31');
    const days = ['2025-06-30', '2025-07-01', '2025-07-31', '2025-08-01'];
    expect(days.map((text) => isWithin(day(text), whole))).toEqual([false, true, true, false]);
  });
});

describe('formatting', () => {
  it('writes dates for people', () => {
    expect(formatDate(day('2025-07-01'))).toBe('1 Jul 2025');
    expect(formatMonth(day('2026-12-31'))).toBe('Dec 2026');
    expect(formatPeriod(period('2025-07-01', '2026-06-30'))).toBe('1 Jul 2025 to 30 Jun 2026');
  });
});

describe('instants', () => {
  it.each([
    ['2026-01-04T13:22:36+05:30', '2026-01-04T07:52:36Z'],
    ['2026-06-30T20:30:00-0400', '2026-07-01T00:30:00Z'],
    ['1969-12-31 23:59:59.999Z', '1969-12-31T23:59:59Z'],
  ])('%s is %s', (text, utc) => {
    const at = parseInstant(text);
    expect(at.ok && formatInstant(at.value)).toBe(utc);
  });

  it.each([
    '2026-01-04T13:22:36',
    '2026-02-30T00:00:00Z',
    '2026-01-04T24:00:00Z',
    '2026-01-04T10:00:60Z',
    'now',
  ])('refuses %s', (text) => {
    expect(parseInstant(text)).toEqual({ ok: false, error: { code: 'not-an-instant', text } });
    expect(instantToLocalDate(text, 'UTC', utcOffset)).toEqual({
      ok: false,
      error: { code: 'not-an-instant', text },
    });
  });

  it('agrees with the built-in clock for any offset', () => {
    fc.assert(
      fc.property(
        builtInDay,
        fc.integer({ min: 0, max: 86_399 }),
        fc.integer({ min: -839, max: 839 }),
        (a, s, o) => {
          const local = new Date(a.number * DAY_MS + s * 1000).toISOString().slice(0, 19);
          const sign = o < 0 ? '-' : '+';
          const [h, m] = [Math.floor(Math.abs(o) / 60), Math.abs(o) % 60].map((part) =>
            String(part).padStart(2, '0'),
          );
          const text = `${local}${sign}${h ?? ''}:${m ?? ''}`;
          expect(parseInstant(text)).toEqual({ ok: true, value: Date.parse(text) / 1000 });
        },
      ),
    );
  });

  it('asks the zone for its offset at that instant', () => {
    const summerTime: ZoneOffset = (zone, at) =>
      zone === 'Europe/Berlin' && at >= 1_774_746_000 ? 7200 : 3600;
    expect(instantToLocal('2026-03-29T00:59:59Z', 'Europe/Berlin', summerTime)).toEqual({
      ok: true,
      value: { date: '2026-03-29', time: '01:59:59' },
    });
    expect(instantToLocal('2026-03-29T01:00:00Z', 'Europe/Berlin', summerTime)).toEqual({
      ok: true,
      value: { date: '2026-03-29', time: '03:00:00' },
    });
    expect(instantToLocalDate('2026-06-30T22:30:00Z', 'Europe/Berlin', summerTime)).toEqual({
      ok: true,
      value: '2026-07-01',
    });
  });
});
