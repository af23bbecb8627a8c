/** A cell by its row and column among those shown, from 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** The focused cell and the cell where the selection began; the same one when a single cell is selected. */
export interface GridSelection {
  readonly focus: CellPosition;
  readonly anchor: CellPosition;
}

/** The selected rectangle; the ends are included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** How many rows and columns there are, and how many rows a page key moves by. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/** A pressed key with the modifiers that matter; `command` is Ctrl, or Cmd on macOS. */
export interface GridKey {
  readonly key: string;
  readonly shift: boolean;
  readonly command: boolean;
}

/** A single selected cell. */
export function selectCell(row: number, column: number): GridSelection {
  return { focus: { row, column }, anchor: { row, column } };
}

/** The rectangle between focus and anchor. */
export function selectedRange({ focus, anchor }: GridSelection): CellRange {
  return {
    top: Math.min(focus.row, anchor.row),
    left: Math.min(focus.column, anchor.column),
    bottom: Math.max(focus.row, anchor.row),
    right: Math.max(focus.column, anchor.column),
  };
}

/** The selection brought back into a grid that has become smaller. */
export function clampSelection(selection: GridSelection, size: GridSize): GridSelection {
  const focus = clamp(selection.focus, size);
  const anchor = clamp(selection.anchor, size);
  const isSame =
    focus.row === selection.focus.row &&
    focus.column === selection.focus.column &&
    anchor.row === selection.anchor.row &&
    anchor.column === selection.anchor.column;
  return isSame ? selection : { focus, anchor };
}

/**
 * The selection after a key. `undefined` when the key does not move in the grid, or when Tab would leave it:
 * then the browser moves focus out, so that the grid is no trap.
 */
export function moveSelection(
  selection: GridSelection,
  key: GridKey,
  size: GridSize,
): GridSelection | undefined {
  if (size.rows === 0 || size.columns === 0) return undefined;
  if (key.command && key.key.toLowerCase() === 'a') return selectAll(size);
  if (key.key === 'Tab') return tabbed(selection.focus, key.shift, size);
  if (key.key === 'Enter') return entered(selection.focus, key.shift, size);
  const target = destination(selection.focus, key, size);
  if (target === undefined) return undefined;
  const focus = clamp(target, size);
  return key.shift ? { focus, anchor: selection.anchor } : { focus, anchor: focus };
}

function selectAll(size: GridSize): GridSelection {
  return { focus: { row: 0, column: 0 }, anchor: { row: size.rows - 1, column: size.columns - 1 } };
}

function tabbed(from: CellPosition, isBackwards: boolean, size: GridSize): GridSelection | undefined {
  const index = from.row * size.columns + from.column + (isBackwards ? -1 : 1);
  if (index < 0 || index >= size.rows * size.columns) return undefined;
  return selectCell(Math.floor(index / size.columns), index % size.columns);
}

/** Enter goes down the column, and from its foot to the head of the next one. */
function entered(from: CellPosition, isBackwards: boolean, size: GridSize): GridSelection {
  const count = size.rows * size.columns;
  const index = (from.column * size.rows + from.row + (isBackwards ? -1 : 1) + count) % count;
  return selectCell(index % size.rows, Math.floor(index / size.rows));
}

/** Steps of the moving keys, in rows, columns and pages; with Ctrl an arrow goes to the end. */
const STEPS: ReadonlyMap<string, { readonly row: number; readonly column: number; readonly page: number }> =
  new Map([
    ['ArrowUp', { row: -1, column: 0, page: 0 }],
    ['ArrowDown', { row: 1, column: 0, page: 0 }],
    ['ArrowLeft', { row: 0, column: -1, page: 0 }],
    ['ArrowRight', { row: 0, column: 1, page: 0 }],
    ['PageUp', { row: 0, column: 0, page: -1 }],
    ['PageDown', { row: 0, column: 0, page: 1 }],
  ]);

function destination(from: CellPosition, key: GridKey, size: GridSize): CellPosition | undefined {
  if (key.key === 'Home') return { row: key.command ? 0 : from.row, column: 0 };
  if (key.key === 'End') return { row: key.command ? size.rows - 1 : from.row, column: size.columns - 1 };
  const step = STEPS.get(key.key);
  if (step === undefined) return undefined;
  const [rows, columns] = key.command ? [size.rows, size.columns] : [1, 1];
  return {
    row: from.row + step.row * rows + step.page * size.page,
    column: from.column + step.column * columns,
  };
}

function clamp(position: CellPosition, size: GridSize): CellPosition {
  return {
    row: Math.max(0, Math.min(position.row, size.rows - 1)),
    column: Math.max(0, Math.min(position.column, size.columns - 1)),
  };
}
