import type { CellChange, CellMark, EnteredMark, GridAttribute, GridItem } from './grid-model.ts';
import type { CellRange } from './grid-selection.ts';

/** The mark a key enters: P, D, N; Delete and Backspace empty the cell. */
export function markForKey(key: string): EnteredMark | undefined {
  switch (key.toLowerCase()) {
    case 'p':
      return 'pass';
    case 'd':
      return 'deviation';
    case 'n':
      return 'not-applicable';
    case 'delete':
    case 'backspace':
      return 'empty';
    default:
      return undefined;
  }
}

/** The changes that give every cell of the range the mark; cells that hold it already are left out. */
export function changesForMark(
  items: readonly GridItem[],
  attributes: readonly GridAttribute[],
  range: CellRange,
  mark: EnteredMark,
): readonly CellChange[] {
  return changesFor(items, attributes, range, () => mark);
}

/** Ctrl D: the top row of the range fills the rows below; a single row takes the marks of the row above it. */
export function changesForFillDown(
  items: readonly GridItem[],
  attributes: readonly GridAttribute[],
  range: CellRange,
): readonly CellChange[] {
  const sourceRow = range.top === range.bottom ? range.top - 1 : range.top;
  const source = items[sourceRow];
  if (source === undefined) return [];
  return changesFor(items, attributes, range, (_row, column) =>
    enteredMark(source.cells[column]?.mark ?? 'empty'),
  );
}

/**
 * The changes a pasted block makes from the range's first cell on. A range that is a multiple of the block is
 * filled with it; what would fall outside the grid is counted, not entered.
 */
export function changesForPaste(
  items: readonly GridItem[],
  attributes: readonly GridAttribute[],
  range: CellRange,
  block: readonly (readonly EnteredMark[])[],
): { readonly changes: readonly CellChange[]; readonly cutOff: number } {
  const height = block.length;
  const width = Math.max(0, ...block.map((row) => row.length));
  if (height === 0 || width === 0) return { changes: [], cutOff: 0 };
  const area: CellRange = {
    top: range.top,
    left: range.left,
    bottom: range.top + spread(range.bottom - range.top + 1, height) - 1,
    right: range.left + spread(range.right - range.left + 1, width) - 1,
  };
  const inside: CellRange = {
    ...area,
    bottom: Math.min(area.bottom, items.length - 1),
    right: Math.min(area.right, attributes.length - 1),
  };
  const changes = changesFor(items, attributes, inside, (row, column) => {
    return block[(row - area.top) % height]?.[(column - area.left) % width];
  });
  return { changes, cutOff: cellCount(area) - cellCount(inside) };
}

/** What a mark is for the purpose of copying: missing evidence was entered as no deviation. */
export function enteredMark(mark: CellMark): EnteredMark {
  return mark === 'missing' ? 'pass' : mark;
}

function changesFor(
  items: readonly GridItem[],
  attributes: readonly GridAttribute[],
  range: CellRange,
  markAt: (row: number, column: number) => EnteredMark | undefined,
): readonly CellChange[] {
  const changes: CellChange[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const item = items[row];
      const attribute = attributes[column];
      const from = item?.cells[column]?.mark;
      const to = markAt(row, column);
      if (item === undefined || attribute === undefined || from === undefined || to === undefined) continue;
      if (enteredMark(from) !== to) changes.push({ itemId: item.id, attributeId: attribute.id, from, to });
    }
  }
  return changes;
}

function spread(selected: number, block: number): number {
  return selected % block === 0 ? selected : block;
}

function cellCount(range: CellRange): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}
