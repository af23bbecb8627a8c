/** What the cells of each column look like, so that a person sees at once whether a column is what its header says. */

import { ownText } from '../../lib/own-text.ts';

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

/** No text matches two of these. */
const PATTERNS: readonly (readonly [CellKind, RegExp])[] = [
  ['dateTime', /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/],
  ['date', /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})$/],
  ['number', /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/],
  ['yesNo', /^(?:yes|no|true|false)$/i],
];

/** The small letters with which yes, no, true and false begin. */
const FIRST_LETTERS = new Set([102, 110, 116, 121]);

/** Longer cells are text; nothing that is matched here is as long. */
const LONGEST_MATCHED = 40;

interface Column {
  kind: ColumnKind;
  /** What the next cell is likely to match: the pattern of the kind so far. */
  likely: RegExp | undefined;
  filled: number;
  example: string;
}

/** Columns whose cells are looked at as the rows pass. */
export interface ColumnTally {
  take(cells: readonly string[]): void;
  profiles(): readonly ColumnProfile[];
}

/** Looks at every cell once. A column of dates in which a few have a time of day is one of dates with times. */
export function columnTally(columns: readonly string[]): ColumnTally {
  const found = columns.map((): Column => ({ kind: 'empty', likely: undefined, filled: 0, example: '' }));
  let count = 0;
  return {
    take: (cells) => {
      count += 1;
      for (let index = 0; index < found.length; index += 1) {
        const column = found[index];
        if (column !== undefined) take(column, cells[index] ?? '');
      }
    },
    profiles: () =>
      found.map(({ kind, filled, example }, index) => ({
        name: columns[index] ?? '',
        ...{ kind, filled, blank: count - filled, example },
      })),
  };
}

function take(column: Column, written: string): void {
  const cell = written.trim();
  if (cell === '') return;
  column.filled += 1;
  if (column.filled === 1) column.example = ownText(cell);
  if (column.kind === 'mixed') return;
  if (cell.length <= LONGEST_MATCHED && column.likely?.test(cell) === true) return;
  column.kind = together(column.kind, kindOf(cell));
  column.likely = PATTERNS.find(([kind]) => kind === column.kind)?.[1];
}

function kindOf(cell: string): CellKind {
  if (cell.length > LONGEST_MATCHED || isWord(cell.charCodeAt(0))) return 'text';
  return PATTERNS.find(([, pattern]) => pattern.test(cell))?.[0] ?? 'text';
}

/** Whether a cell that begins so is a word: nothing that is matched begins with such a letter, and most cells do. */
function isWord(first: number): boolean {
  const small = first | 0x20;
  return small >= 97 && small <= 122 && !FIRST_LETTERS.has(small);
}

function together(before: ColumnKind, now: CellKind): ColumnKind {
  if (before === 'empty' || before === now) return now;
  const areDays = [before, now].every((kind) => kind === 'date' || kind === 'dateTime');
  return areDays ? 'dateTime' : 'mixed';
}
