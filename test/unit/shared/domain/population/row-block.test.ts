import { describe, expect, it } from 'vitest';
import { blockOf, blocksOf, rowsOf } from '../../../../../shared/domain/population/row-block.ts';

const row = (rowNumber: number, occurredOn: string | null = null, included = true) => ({
  ...{ rowNumber, key: `K-${String(rowNumber)}`, occurredOn, included, cells: [`K-${String(rowNumber)}`] },
});

describe('blocks of a list', () => {
  it('are small, whatever the number of rows', () => {
    const rows = Array.from({ length: 1_001 }, (_, index) => row(index + 1));
    const blocks = blocksOf(rows);
    expect(blocks.map((block) => block.rowCount)).toEqual([500, 500, 1]);
    expect(blocks.flatMap(rowsOf)).toEqual(rows);
    expect(blocksOf([])).toEqual([]);
  });

  it('say where they stand in the file, and the days of the rows that are kept', () => {
    const rows = [row(2, '2026-03-01'), row(5, '2026-01-05'), row(9, '2026-02-01', false), row(10)];
    expect(blockOf(rows)).toMatchObject({ firstRow: 2, lastRow: 10, days: ['2026-01-05', '2026-03-01'] });
  });
});
