import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, dateAfterKey, monthDays } from '../../../../../src-renderer/ui/form/month-days.ts';
import { parseTypedDate, shownDate, weekdayOf } from '../../../../../src-renderer/ui/form/typed-date.ts';

const read = (text: string): string => {
  const typed = parseTypedDate(text);
  return typed.kind === 'date' ? typed.date : typed.kind;
};

describe('parseTypedDate', () => {
  it.each([
    '2025-07-01',
    '2025-7-1',
    '1 Jul 2025',
    '1 July 2025',
    '01 jul 2025',
    '1-Jul-2025',
    'Jul 1, 2025',
    ' July 1 2025 ',
  ])('reads %s', (text) => {
    expect(read(text)).toBe('2025-07-01');
  });

  it.each([
    '03/04/2025',
    '3.4.2025',
    '30 Feb 2025',
    '2025-02-29',
    '31 Apr 2026',
    '1 Jux 2025',
    '1 Julian 2025',
    '1 Jul 25',
    'tomorrow',
  ])('does not guess at %s', (text) => {
    expect(read(text)).toBe('unread');
  });

  it('knows leap days and no date at all', () => {
    expect([read('29 Feb 2024'), read(''), read('4 Sept 2025')]).toEqual([
      '2024-02-29',
      'none',
      '2025-09-04',
    ]);
  });

  it('reads back what it shows', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1990-01-01T00:00:00Z'),
          max: new Date('2099-12-31T00:00:00Z'),
          noInvalidDate: true,
        }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          expect(read(shownDate(iso))).toBe(iso);
        },
      ),
    );
  });
});

describe('a date', () => {
  it('has the weekday of the calendar', () => {
    expect([weekdayOf('2025-07-01'), weekdayOf('2025-12-30')]).toEqual(['Tuesday', 'Tuesday']);
  });

  it('stands in a sheet of six weeks from a Monday', () => {
    const weeks = monthDays('2025-07-01');
    expect([weeks.length, weeks[0]?.[0]?.date, weeks[0]?.[1]?.isInMonth, weeks[5]?.[6]?.date]).toEqual([
      6,
      '2025-06-30',
      true,
      '2025-08-10',
    ]);
  });

  it('moves by day, week and month', () => {
    expect(
      ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'x'].map((key) =>
        dateAfterKey(key, '2025-07-31'),
      ),
    ).toEqual([
      '2025-07-30',
      '2025-08-01',
      '2025-07-24',
      '2025-08-07',
      '2025-06-30',
      '2025-08-31',
      undefined,
    ]);
    expect([addMonths('2025-12-31', 2), addMonths('2026-01-31', -2)]).toEqual(['2026-02-28', '2025-11-30']);
  });
});
