import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableProblemCode } from '../../../../../../shared/domain/population/table-problem.ts';
import {
  booleanText,
  isoDateText,
  numberText,
} from '../../../../../../src-main/adapters/tabular/xlsx/cell-text.ts';
import { unescapeText } from '../../../../../../src-main/adapters/tabular/xlsx/escaped-text.ts';
import type { CellContext } from '../../../../../../src-main/adapters/tabular/xlsx/cell-text.ts';
import {
  GENERAL,
  parseNumberFormat,
} from '../../../../../../src-main/adapters/tabular/xlsx/number-format.ts';
import {
  clockText,
  dayText,
  splitSerial,
} from '../../../../../../src-main/adapters/tabular/xlsx/serial-date.ts';

function context(code: string, dateSystem: CellContext['dateSystem'] = '1900') {
  const noted: TableProblemCode[] = [];
  const made: CellContext = {
    formats: [GENERAL, parseNumberFormat(code)],
    dateSystem,
    note: (problem) => {
      noted.push(problem);
    },
  };
  return { made, noted };
}

const shown = (raw: string, code: string, system: CellContext['dateSystem'] = '1900'): readonly string[] => {
  const { made, noted } = context(code, system);
  return [numberText(raw, 1, made), ...noted];
};

describe('numberText', () => {
  it.each([
    ['45292', 'yyyy-mm-dd', ['2024-01-01']],
    ['45292.5', 'yyyy-mm-dd', ['2024-01-01T12:00:00']],
    ['45292', 'yyyy-mm-dd hh:mm', ['2024-01-01T00:00:00']],
    ['0.999988', 'h:mm:ss', ['23:59:59']],
    ['45291.9999999', 'yyyy-mm-dd', ['2024-01-01']],
    ['1.5', '[h]:mm', ['36:00:00']],
    ['-0.5', '[h]:mm', ['-12:00:00']],
    ['-0.5', 'h:mm', ['-0.5', 'not-a-calendar-date']],
    ['0', 'yyyy-mm-dd', ['0', 'not-a-calendar-date']],
    ['0.25', 'yyyy-mm-dd hh:mm', ['06:00:00']],
    ['60', 'yyyy-mm-dd', ['1900-02-29', 'not-a-calendar-date']],
    ['2958466', 'yyyy-mm-dd', ['2958466', 'not-a-calendar-date']],
    ['45292.500005787', 'hh:mm:ss.000', ['2024-01-01T12:00:01', 'seconds-rounded']],
    ['1E+3', 'yyyy', ['1902-09-26']],
    ['12', '00000', ['00012']],
    ['12.7', '00000', ['00012.7']],
    ['-12', '00000', ['-00012']],
    ['1E2', '00000', ['00100']],
    ['123456789', '000-00-0000', ['123456789', 'format-adds-text']],
    ['5', ';;;', ['5', 'hidden-values']],
    ['1234567890123456', '0', ['1234567890123456', 'long-number']],
  ])('shows %s with the format %s as %j', (raw, code, expected) => {
    expect(shown(raw, code)).toEqual(expected);
  });

  it.each(['', 'x', '1,5', '1e', '--1', 'NaN', 'INF', '0x10', '1 2', '1e999', '.'])(
    'refuses %j, which is no number',
    (raw) => {
      expect(() => numberText(raw, 0, context('0').made)).toThrow('The workbook is damaged');
    },
  );

  it('refuses a style that does not exist', () => {
    expect(() => numberText('1', 2, context('0').made)).toThrow('style');
  });

  it('loses no digit of any decimal, with or without exponent', () => {
    const decimal = fc.tuple(
      fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
      fc.integer({ min: -30, max: 30 }),
    );
    fc.assert(
      fc.property(decimal, ([digits, exponent]) => {
        const text = numberText(`${digits}E${exponent}`, 0, context('0').made);
        // Both sides as whole numbers, moved by the same sixty places.
        const [whole = '', fraction = ''] = text.replace('-', '').split('.');
        const ours = BigInt(whole + fraction) * 10n ** BigInt(60 - fraction.length);
        const theirs = (digits < 0n ? -digits : digits) * 10n ** BigInt(60 + exponent);
        expect(ours).toBe(theirs);
        expect(text.startsWith('-')).toBe(digits < 0n);
        expect(text).toMatch(/^-?\d+(?:\.\d+)?$/);
      }),
    );
  });

  it('agrees with the calendar of the runtime on every day and second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 2_958_465 }),
        fc.integer({ min: 0, max: 86_399 }),
        (day, second) => {
          const instant = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000 + second * 1000)
            .toISOString()
            .slice(0, 19);
          expect(shown(String(day + second / 86_400), 'yyyy-mm-dd hh:mm:ss')).toEqual([instant]);
          if (day < 1462) return;
          expect(shown(String(day - 1462 + second / 86_400), 'yyyy-mm-dd hh:mm:ss', '1904')).toEqual([
            instant,
          ]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('dayText', () => {
  it('counts the first days of each system', () => {
    expect([0, 1, 59, 60, 61].map((day) => dayText(day, '1900'))).toEqual([
      null,
      '1900-01-01',
      '1900-02-28',
      '1900-02-29',
      '1900-03-01',
    ]);
    expect([0, 1, 2, 60, 61].map((day) => dayText(day, '1900-without-leap-day'))).toEqual([
      '1899-12-30',
      '1899-12-31',
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
    ]);
    expect([-1, 0, 59, 60, 2_957_003, 2_957_004].map((day) => dayText(day, '1904'))).toEqual([
      null,
      '1904-01-01',
      '1904-02-29',
      '1904-03-01',
      '9999-12-31',
      null,
    ]);
  });
});

describe('splitSerial', () => {
  it('rounds half up to the second, over midnight', () => {
    expect(splitSerial(1 + 0.5 / 86_400)).toEqual({ day: 1, second: 1, isRounded: true });
    expect(splitSerial(1 + 86_399.6 / 86_400)).toEqual({ day: 2, second: 0, isRounded: true });
    expect(splitSerial(1 + 0.0004 / 86_400)).toEqual({ day: 1, second: 0, isRounded: false });
  });

  it('writes hours beyond a day', () => {
    expect([0, 3661, 360_000].map(clockText)).toEqual(['00:00:00', '01:01:01', '100:00:00']);
  });
});

describe('isoDateText', () => {
  it.each([
    ['2024-01-15T00:00:00', 'yyyy-mm-dd', '2024-01-15'],
    ['2024-01-15T00:00:00', 'yyyy-mm-dd hh:mm', '2024-01-15T00:00:00'],
    ['2024-01-15T10:30', 'yyyy-mm-dd', '2024-01-15T10:30:00'],
    ['2024-01-15T10:30:00.499', 'yyyy', '2024-01-15T10:30:00'],
    ['2024-01-15T23:59:59.9', 'yyyy', '2024-01-15T23:59:59.9'],
    ['10:30', 'h:mm', '10:30:00'],
    ['2024-01-15T10:30:00+02:00', 'yyyy', '2024-01-15T10:30:00+02:00'],
    ['yesterday', 'yyyy', 'yesterday'],
    ['2024-01-15T', 'yyyy', '2024-01-15T'],
  ])('shows %s with the format %s as %s', (raw, code, expected) => {
    expect(isoDateText(raw, 1, context(code).made)).toBe(expected);
  });
});

describe('booleanText and unescapeText', () => {
  it('know the words of both', () => {
    expect(['1', 'true', '0', 'false'].map(booleanText)).toEqual(['TRUE', 'TRUE', 'FALSE', 'FALSE']);
    expect(() => booleanText('2')).toThrow('true or false');
    expect(unescapeText('a_x000D__x000a_b_x005F_x0041_ _x00_ _X0041_')).toBe('a\r\nb_x0041_ _x00_ _X0041_');
    expect(() => unescapeText('_x0000_')).toThrow('does not exist');
    expect(() => unescapeText('_xD800_')).toThrow('does not exist');
    expect(unescapeText('_xD83D__xDE00_')).toBe('\u{1F600}');
  });
});
