import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineWriter } from '../../../../../shared/domain/population/line-writer.ts';
import { populationRowText } from '../../../../../shared/domain/population/population-row-text.ts';
import { RowCells } from '../../../../../shared/domain/population/row-cells.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[\u0000-\u0020"\\\u007f\u00e9\u20ac\ud83d\ude00]{0,12}$/),
);
const row = fc.record({
  rowNumber: fc.nat(),
  key: text,
  occurredOn: fc.option(fc.constantFrom('2026-01-05', '2026-12-31')),
  included: fc.boolean(),
  cells: fc.array(text, { maxLength: 20 }),
});

const written = (writer: LineWriter): string => Buffer.from(writer.take()).toString();

describe('writing the lines of rows', () => {
  it('gives the bytes of the text of each row, whatever its cells hold', () => {
    const writer = new LineWriter();
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        for (const { cells, ...head } of rows) writer.row(head, RowCells.of(cells));
        expect(Buffer.from(writer.take())).toEqual(Buffer.from(rows.map(populationRowText).join('')));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not take a pair for whole whose second half is in the next cell', () => {
    const writer = new LineWriter();
    const cells = ['\ud83d', '\ude00'];
    writer.row({ rowNumber: 2, key: 'K', occurredOn: null, included: true }, RowCells.of(cells));
    expect(written(writer)).toBe('[2,"K",null,true,["\\ud83d","\\ude00"]]\n');
  });

  it('makes room for rows of any length', () => {
    const writer = new LineWriter();
    const long = { rowNumber: 2, key: '\u0001'.repeat(50_000), occurredOn: null, included: false };
    const cells = Array.from({ length: 2_000 }, () => '"'.repeat(100));
    for (let count = 0; count < 3; count += 1) writer.row(long, RowCells.of(cells));
    expect(written(writer)).toBe(populationRowText({ ...long, cells }).repeat(3));
    expect(written(writer)).toBe('');
  });
});
