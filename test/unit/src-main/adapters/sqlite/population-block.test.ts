import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyMark } from '../../../../../shared/domain/population/key-table.ts';
import { blockOf, rowsOfLines } from '../../../../../shared/domain/population/row-block.ts';
import {
  checkedLines,
  headsOf,
  placesOf,
  rowsAt,
  storedBlock,
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
  const { lines, ...index } = storedBlock(blockOf(rows));
  return { ...index, lines: Buffer.from(lines).toString() };
}

const rowsInOrder = fc
  .array(fields, { minLength: 1, maxLength: 20 })
  .map((all) => all.map((row, index): PopulationRow => ({ rowNumber: index * 3 + 2, ...row })));

describe('blocks of population rows', () => {
  it('hold rows of any text as they were', () => {
    fc.assert(
      fc.property(rowsInOrder, (rows) => {
        const block = readBlock(rows);
        expect(rowsOfLines(block.lines)).toEqual(rows);
        expect(headsOf(block.lines)).toEqual(
          rows.map(({ rowNumber, key, occurredOn, included }) => ({ rowNumber, key, occurredOn, included })),
        );
        expect(checkedLines(block)).toBe(block.lines);
        const wanted = new Set([keyMark(rows.at(-1)?.key ?? '')]);
        expect(rowsAt(block.lines, placesOf(block.key_marks, wanted))).toContainEqual(rows.at(-1));
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
    expect(() => checkedLines({ ...readBlock([row]), ...change })).toThrow('damaged');
  });

  it('are refused where a line is not that of a row', () => {
    const block = readBlock([row]);
    expect(() => checkedLines({ ...block, lines: 'closed\n' })).toThrow('damaged');
    expect(() => checkedLines({ ...block, lines: block.lines.trimEnd() })).toThrow('damaged');
  });

  it('leave out a place that has no line', () => {
    expect(rowsAt(readBlock([row]).lines, [0, 1])).toEqual([row]);
  });
});
