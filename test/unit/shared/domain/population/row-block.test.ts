import { describe, expect, it } from 'vitest';
import { RowCells } from '../../../../../shared/domain/population/row-cells.ts';
import {
  BlockBuilder,
  blockOf,
  blocksOf,
  rowsOfLines,
  type RowBlock,
} from '../../../../../shared/domain/population/row-block.ts';

const row = (rowNumber: number, occurredOn: string | null = null, included = true) => ({
  ...{ rowNumber, key: `K-${String(rowNumber)}`, occurredOn, included, cells: [`K-${String(rowNumber)}`] },
});

const rowsIn = ({ lines }: RowBlock) => rowsOfLines(Buffer.from(lines).toString());

describe('blocks of a list', () => {
  it('are small, whatever the number of rows', () => {
    const rows = Array.from({ length: 1_001 }, (_, index) => row(index + 1));
    const blocks = blocksOf(rows);
    expect(blocks.map((block) => block.rowCount)).toEqual([500, 500, 1]);
    expect(blocks.flatMap(rowsIn)).toEqual(rows);
    expect(blocksOf([])).toEqual([]);
  });

  it('say where they stand in the file, and the days of the rows that are kept', () => {
    const rows = [row(2, '2026-03-01'), row(5, '2026-01-05'), row(9, '2026-02-01', false), row(10)];
    expect(blockOf(rows)).toMatchObject({ firstRow: 2, lastRow: 10, days: ['2026-01-05', '2026-03-01'] });
  });

  it('are the same when the rows come one by one', () => {
    const rows = Array.from({ length: 1_001 }, (_, index) => row(index + 1, '2026-01-05', index % 2 === 0));
    const builder = new BlockBuilder();
    const built = [...rows.map(({ cells, ...head }) => builder.add(head, RowCells.of(cells))), builder.end()];
    expect(built.filter((block) => block !== null)).toEqual(blocksOf(rows));
    expect(builder.end()).toBeNull();
  });
});
