import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyMark } from '../../../../../shared/domain/population/key-table.ts';
import { blockOf, rowsOfLines } from '../../../../../shared/domain/population/row-block.ts';
import {
  checkedBlock,
  headsOf,
  placesOf,
  rowsAt,
  storedBlock,
  unpacked,
} from '../../../../../src-main/adapters/sqlite/population-block.ts';
import type { PopulationRow } from '../../../../../src-main/services/ports/engagement-store.ts';

const fields = fc.record({
  key: fc.string({ unit: 'binary' }),
  occurredOn: fc.option(fc.constantFrom('2026-01-05', '2026-03-01')),
  included: fc.boolean(),
  cells: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
});
/** A block as it is read out of the file again. */
function readBlock(rows: readonly PopulationRow[]) {
  const stored = storedBlock(blockOf(rows));
  return { stored, text: unpacked(stored.lines).toString() };
}

const rowsInOrder = fc
  .array(fields, { minLength: 1, maxLength: 20 })
  .map((all) => all.map((row, index): PopulationRow => ({ rowNumber: index * 3 + 2, ...row })));

describe('blocks of population rows', () => {
  it('hold rows of any text as they were', () => {
    fc.assert(
      fc.property(rowsInOrder, (rows) => {
        const { stored, text } = readBlock(rows);
        expect(rowsOfLines(text)).toEqual(rows);
        expect(headsOf(text)).toEqual(
          rows.map(({ rowNumber, key, occurredOn, included }) => ({ rowNumber, key, occurredOn, included })),
        );
        expect(checkedBlock(stored)).toEqual({ lines: Buffer.from(text), heads: headsOf(text) });
        const wanted = new Set([keyMark(rows.at(-1)?.key ?? '')]);
        expect(rowsAt(text, placesOf(stored.key_marks, wanted))).toContainEqual(rows.at(-1));
      }),
    );
  });

  const row = { rowNumber: 2, key: 'K', occurredOn: '2026-01-05', included: true, cells: ['K'] };
  it.each([
    ['first row', { first_row: 1 }],
    ['last row', { last_row: 3 }],
    ['number of rows', { row_count: 2 }],
    ['days', { days: '[]' }],
    ['key marks', { key_marks: Buffer.alloc(4) }],
  ])('are refused where the %s does not follow from their lines', (_what, change) => {
    expect(() => checkedBlock({ ...readBlock([row]).stored, ...change })).toThrow('damaged');
  });

  it('are refused where a line is not that of a row', () => {
    const { stored, text } = readBlock([row]);
    const reading = (lines: string) => () => checkedBlock({ ...stored, lines: zstdCompressSync(lines) });
    expect(reading('closed\n')).toThrow('damaged');
    expect(reading(text.trimEnd())).toThrow('damaged');
  });

  it('are refused where their lines are no whole frame', () => {
    const { stored } = readBlock([row]);
    const { lines } = stored;
    for (const broken of [Buffer.alloc(0), Buffer.from('[2,"K"]'), lines.subarray(0, lines.length - 1)])
      expect(() => checkedBlock({ ...stored, lines: broken })).toThrow('damaged');
  });

  it('take lines that were packed where they were read', () => {
    const { lines, ...index } = blockOf([row]);
    const packed = storedBlock({ ...index, packedLines: zstdCompressSync(lines) });
    expect(packed).toEqual(storedBlock(blockOf([row])));
  });

  it('leave out a place that has no line', () => {
    expect(rowsAt(readBlock([row]).text, [0, 1])).toEqual([row]);
  });
});
