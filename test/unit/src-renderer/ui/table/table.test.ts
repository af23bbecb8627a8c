import { describe, expect, it } from 'vitest';
import { nextSort, sortRows } from '../../../../../src-renderer/ui/table/sort-rows.ts';
import { rowAfterKey, tableLines } from '../../../../../src-renderer/ui/table/table-lines.ts';

describe('sortRows', () => {
  it('reads numbers in texts as numbers: CC6-2 before CC6-10', () => {
    expect(sortRows(['CC6-10', 'CC6-2', 'A1-1'], (row) => row, 'ascending')).toEqual([
      'A1-1',
      'CC6-2',
      'CC6-10',
    ]);
  });

  it('keeps rows without a value last in both directions', () => {
    const rows = [{ n: 2 }, { n: undefined }, { n: 1 }];
    expect(sortRows(rows, (row) => row.n, 'ascending').map((row) => row.n)).toEqual([1, 2, undefined]);
    expect(sortRows(rows, (row) => row.n, 'descending').map((row) => row.n)).toEqual([2, 1, undefined]);
  });

  it('keeps the order of equal rows and the given list as it was', () => {
    const rows = [
      { id: 'b', n: 1 },
      { id: 'a', n: 1 },
      { id: 'c', n: 0 },
    ];
    expect(sortRows(rows, (row) => row.n, 'descending').map((row) => row.id)).toEqual(['b', 'a', 'c']);
    expect(rows.map((row) => row.id)).toEqual(['b', 'a', 'c']);
  });
});

describe('nextSort', () => {
  it('goes up, down and back to the given order', () => {
    const up = nextSort(undefined, 'ref');
    const down = nextSort(up, 'ref');
    expect([up?.direction, down?.direction, nextSort(down, 'ref')]).toEqual([
      'ascending',
      'descending',
      undefined,
    ]);
    expect(nextSort(down, 'state')).toEqual({ columnId: 'state', direction: 'ascending' });
  });
});

describe('tableLines', () => {
  const groups = [
    { id: 'changed', label: 'Changed since I signed' },
    { id: 'none', label: 'Nothing here' },
    { id: 'ready', label: 'Ready for my sign-off' },
  ];

  it('sets headings with counts, leaves empty groups out and numbers rows as they stand', () => {
    const lines = tableLines(['ready 1', 'changed 1', 'ready 2'], groups, (row) => row.split(' ')[0] ?? '');
    expect(
      lines.map((line) =>
        line.kind === 'group'
          ? `${line.group.id} (${String(line.count)})`
          : `${String(line.index)} ${line.row}`,
      ),
    ).toEqual(['changed (1)', '0 changed 1', 'ready (2)', '1 ready 1', '2 ready 2']);
  });

  it('is the rows alone without groups', () => {
    expect(tableLines(['x'], [], undefined)).toEqual([{ kind: 'row', row: 'x', index: 0 }]);
  });
});

describe('rowAfterKey', () => {
  it('moves by J and K, arrows and pages, and stays inside', () => {
    expect([
      rowAfterKey('j', 0, 3),
      rowAfterKey('k', 0, 3),
      rowAfterKey('End', 0, 3),
      rowAfterKey('PageDown', 0, 30),
    ]).toEqual([1, 0, 2, 12]);
    expect(rowAfterKey('j', -1, 3)).toBe(0);
    expect([rowAfterKey('x', 0, 3), rowAfterKey('j', 0, 0)]).toEqual([undefined, undefined]);
  });
});
