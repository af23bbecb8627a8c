import type { CellMark, GridItem } from './grid-model.ts';

/** How often each mark stands in the grid. */
export function countMarks(items: readonly GridItem[]): Readonly<Record<CellMark, number>> {
  const counts: Record<CellMark, number> = {
    pass: 0,
    deviation: 0,
    'not-applicable': 0,
    missing: 0,
    empty: 0,
  };
  for (const item of items) for (const cell of item.cells) counts[cell.mark] += 1;
  return counts;
}

/** Of the items tested for one attribute (no deviation or deviation), how many show none. */
export interface ColumnTotal {
  readonly withoutDeviation: number;
  readonly tested: number;
}

/** The total of one attribute; not applicable, empty and missing evidence are not tested. */
export function columnTotal(items: readonly GridItem[], column: number): ColumnTotal {
  let [withoutDeviation, tested] = [0, 0];
  for (const item of items) {
    const mark = item.cells[column]?.mark;
    if (mark !== 'pass' && mark !== 'deviation') continue;
    tested += 1;
    if (mark === 'pass') withoutDeviation += 1;
  }
  return { withoutDeviation, tested };
}

/** The items that hold the mark in any cell; all items for no mark. */
export function itemsWithMark(items: readonly GridItem[], mark: CellMark | undefined): readonly GridItem[] {
  if (mark === undefined) return items;
  return items.filter((item) => item.cells.some((cell) => cell.mark === mark));
}

/** The next cell with the mark after a position, in reading order and round the end. */
export function nextCellWith(
  items: readonly GridItem[],
  mark: CellMark,
  after: { readonly row: number; readonly column: number },
): { readonly row: number; readonly column: number } | undefined {
  const found: { row: number; column: number }[] = [];
  items.forEach((item, row) => {
    item.cells.forEach((cell, column) => {
      if (cell.mark === mark) found.push({ row, column });
    });
  });
  return (
    found.find(({ row, column }) => row > after.row || (row === after.row && column > after.column)) ??
    found[0]
  );
}
