import { describe, expect, it } from 'vitest';
import {
  builtInFormat,
  parseNumberFormat,
} from '../../../../../../src-main/adapters/tabular/xlsx/number-format.ts';

const kindOf = (code: string, value = 1): string => {
  const section = parseNumberFormat(code).sectionFor(value);
  const shows =
    section.kind === 'date' ? ` ${section.showsDate ? 'day' : ''}${section.showsTime ? 'time' : ''}` : '';
  const digits = section.kind === 'padded' ? ` ${section.integerDigits}.${section.decimalDigits}` : '';
  return section.kind + shows + digits;
};

describe('parseNumberFormat', () => {
  it.each([
    ['General', 'number'],
    ['', 'number'],
    ['0', 'number'],
    ['0.00', 'number'],
    ['#,##0.00', 'number'],
    ['0.00E+00', 'number'],
    ['##0.0E+0', 'number'],
    ['0%', 'number'],
    ['00%', 'number'],
    ['# ?/?', 'number'],
    ['00/00', 'number'],
    ['0,', 'number'],
    ['000,', 'number'],
    ['@', 'number'],
    ['_-* #,##0.00\\ "DM"_-', 'number'],
    ['[$€-407] #,##0.00', 'number'],
    ['[Red]0', 'number'],
    ['[Magenta]#,##0', 'number'],
    ['0.00" hours"', 'number'],
    ['0\\d', 'number'],
    ['"yyyy"0', 'number'],
    ['_d0', 'number'],
    ['*d0', 'number'],
    ['00000', 'padded 5.0'],
    ['000.00', 'padded 3.2'],
    ['0000-00', 'padded 6.0'],
    ['0,000', 'padded 4.0'],
    ['#00', 'padded 2.0'],
    ['"ID "000', 'padded 3.0'],
    ['yyyy-mm-dd', 'date day'],
    ['m/d/yy', 'date day'],
    ['mmm', 'date day'],
    ['mmmm yyyy', 'date day'],
    ['h:mm', 'date time'],
    ['mm:ss', 'date time'],
    ['mm:ss.0', 'date time'],
    ['h:mm AM/PM', 'date time'],
    ['h A/P', 'date time'],
    ['yyyy-mm-dd hh:mm:ss', 'date daytime'],
    ['[$-409]m/d/yy h:mm AM/PM;@', 'date daytime'],
    ['[$-F800]dddd, mmmm dd, yyyy', 'date day'],
    ['[DBNum1][$-804]yyyy"年"m"月"', 'date day'],
    ['[Red]dd.mm.yyyy', 'date day'],
    ['ggge"年"', 'date day'],
    ['[h]:mm', 'elapsed'],
    ['[mm]:ss', 'elapsed'],
    ['[ss].00', 'elapsed'],
    ['[h]', 'elapsed'],
    [';;;', 'nothing'],
  ])('reads %s as %s', (code, kind) => {
    expect(kindOf(code)).toBe(kind);
  });

  it.each([
    ['000;-00000', 5, 'padded 3.0'],
    ['000;-00000', -5, 'padded 5.0'],
    ['000;-00000', 0, 'padded 3.0'],
    ['0;-0;', 0, 'nothing'],
    ['0;-0;', -1, 'number'],
    ['[<100]000;yyyy', 5, 'padded 3.0'],
    ['[<100]000;yyyy', 500, 'date day'],
    ['[>=10]00;[<0]000;0', 10, 'padded 2.0'],
    ['[>=10]00;[<0]000;0', -1, 'padded 3.0'],
    ['[>=10]00;[<0]000;0', 5, 'number'],
    ['[<=9999999]000-0000;(000) 000-0000', 1, 'padded 7.0'],
    ['[=1]00;[<>2]000;0', 2, 'number'],
    ['[>1]00;0', 1, 'number'],
  ])('chooses the section of %s for %d', (code, value, kind) => {
    expect(kindOf(code, value)).toBe(kind);
  });
});

describe('builtInFormat', () => {
  it('knows the numbers of dates, times and elapsed times', () => {
    const kinds = (ids: readonly number[]): readonly string[] =>
      ids.map((id) => builtInFormat(id).sectionFor(1).kind);
    expect(kinds([14, 17, 22, 27, 36, 50, 58, 71, 81])).toEqual(Array.from({ length: 9 }, () => 'date'));
    expect(kinds([46, 79])).toEqual(['elapsed', 'elapsed']);
    expect(kinds([0, 1, 4, 9, 11, 13, 23, 37, 40, 44, 48, 49, 59, 70, 82, 163])).toEqual(
      Array.from({ length: 16 }, () => 'number'),
    );
  });
});
