import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { populationRowText, rowOfText } from '../../../../../shared/domain/population/population-row-text.ts';
import { canonicalJson } from '../../../../../shared/lib/canonical-json.ts';

const row = {
  rowNumber: 2,
  key: '007',
  occurredOn: '2026-01-04',
  included: true,
  cells: ['007', 'Zürich, "A"'],
};

describe('the line of a row', () => {
  it('is its canonical JSON and a line feed', () => {
    expect(populationRowText(row)).toBe('[2,"007","2026-01-04",true,["007","Zürich, \\"A\\""]]\n');
  });

  it('is canonical for every text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.option(fc.string()), (cells, occurredOn) => {
        const any = { ...row, cells, occurredOn };
        expect(populationRowText(any)).toBe(`${canonicalJson([2, '007', occurredOn, true, cells])}\n`);
      }),
    );
  });

  it('differs for a lone surrogate and the character that stands for a lost one', () => {
    expect(populationRowText({ ...row, key: '\ud800' })).not.toBe(
      populationRowText({ ...row, key: '\ufffd' }),
    );
  });

  it('gives the row again, and is one line whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.string({ unit: 'binary' }), (cells, key) => {
        const any = { ...row, key, cells: [...cells, 'a\nb\r\n\u2028', '\ud800'] };
        const line = populationRowText(any);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(rowOfText(line)).toEqual(any);
      }),
    );
  });
});
