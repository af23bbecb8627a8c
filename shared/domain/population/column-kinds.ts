/** What the cells of each column look like, so that a person sees at once whether a column is what its header says. */

/** What every filled cell of a column is; `mixed` where they differ, `empty` where none is filled. */
export type ColumnKind = 'date' | 'dateTime' | 'number' | 'yesNo' | 'text' | 'mixed' | 'empty';

/** A column with what its cells are, over all rows of the file. */
export interface ColumnProfile {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly filled: number;
  readonly blank: number;
  /** The first filled cell. */
  readonly example: string;
}

type CellKind = Exclude<ColumnKind, 'mixed' | 'empty'>;

const PATTERNS: readonly (readonly [CellKind, RegExp])[] = [
  ['dateTime', /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/],
  ['date', /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})$/],
  ['number', /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/],
  ['yesNo', /^(?:yes|no|true|false)$/i],
];

/** Longer cells are text; nothing that is matched here is as long. */
const LONGEST_MATCHED = 40;

interface Column {
  kind: ColumnKind;
  filled: number;
  example: string;
}

/** Looks at every cell once. A column of dates in which a few have a time of day is one of dates with times. */
export function columnProfiles(
  columns: readonly string[],
  rows: Iterable<{ readonly cells: readonly string[] }>,
): readonly ColumnProfile[] {
  const found = columns.map((): Column => ({ kind: 'empty', filled: 0, example: '' }));
  let count = 0;
  for (const { cells } of rows) {
    count += 1;
    for (const [index, column] of found.entries()) take(column, (cells[index] ?? '').trim());
  }
  return found.map(({ kind, filled, example }, index) => ({
    name: columns[index] ?? '',
    ...{ kind, filled, blank: count - filled, example },
  }));
}

function take(column: Column, cell: string): void {
  if (cell === '') return;
  column.filled += 1;
  if (column.example === '') column.example = cell;
  if (column.kind !== 'mixed') column.kind = together(column.kind, kindOf(cell));
}

function kindOf(cell: string): CellKind {
  if (cell.length > LONGEST_MATCHED) return 'text';
  return PATTERNS.find(([, pattern]) => pattern.test(cell))?.[0] ?? 'text';
}

function together(before: ColumnKind, now: CellKind): ColumnKind {
  if (before === 'empty' || before === now) return now;
  const areDays = [before, now].every((kind) => kind === 'date' || kind === 'dateTime');
  return areDays ? 'dateTime' : 'mixed';
}
