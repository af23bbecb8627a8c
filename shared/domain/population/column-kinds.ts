/** What the cells of each column look like, so that a person sees at once whether a column is what its header says. */

import { ownText } from '../../lib/own-text.ts';
import type { RowCells } from './row-cells.ts';

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

/** Longer cells are text; nothing that is matched here is as long. */
const LONGEST_MATCHED = 40;

/** The small letters with which false, no, true and yes begin. */
const [LETTER_F, LETTER_N, LETTER_T, LETTER_Y] = [102, 110, 116, 121] as const;

const [SPACE, BEYOND_ASCII] = [0x20, 0x7f] as const;
const HYPHEN = 45;
/** The bit in which a small letter differs from its capital. */
const SMALL = 0x20;
const LONGEST_WORD = 5;
/** Where the hyphens stand in a day. */
const ISO_DAY: readonly number[] = [0, 0, 0, 0, HYPHEN, 0, 0, HYPHEN, 0, 0];

interface Column {
  kind: ColumnKind;
  /** What the next cell is likely to match: the pattern of the kind so far. */
  likely: RegExp | undefined;
  /** What shows at a glance that the next cell is of the kind so far. */
  glance: Glance | undefined;
  filled: number;
  example: string;
}

/** Columns whose cells are looked at as the rows pass. */
export interface ColumnTally {
  take(cells: RowCells): void;
  profiles(): readonly ColumnProfile[];
}

/** Looks at every cell once. A column of dates in which a few have a time of day is one of dates with times. */
export function columnTally(columns: readonly string[]): ColumnTally {
  const found = columns.map((): Column => ({
    ...{ kind: 'empty', likely: undefined, glance: undefined, filled: 0, example: '' },
  }));
  let count = 0;
  return {
    take: (cells) => {
      count += 1;
      for (let index = 0; index < found.length; index += 1) {
        const column = found[index];
        if (column === undefined) continue;
        if (isAsExpected(column.glance, cells, index)) column.filled += 1;
        else take(column, cells.at(index));
      }
    },
    profiles: () =>
      found.map(({ kind, filled, example }, index) => ({
        name: columns[index] ?? '',
        ...{ kind, filled, blank: count - filled, example },
      })),
  };
}

/** Whether a cell, which is not empty, is filled and of a kind, as far as a glance shows it. */
type Glance = (units: Uint16Array, start: number, end: number) => boolean;

/** What of a kind a glance shows; what it does not show is looked at in full. */
const GLANCES: Readonly<Partial<Record<ColumnKind, Glance>>> = {
  mixed: (units, start) => isMark(units[start] ?? 0),
  text: (units, start, end) => isWord(units[start] ?? 0) || isLongWord(units, start, end),
  number: isFigures,
  date: isIsoDay,
};

/**
 * Whether a glance shows that a cell is filled and of the kind that its column was so far: nearly every cell is, and of those
 * no text has to be made.
 */
function isAsExpected(glance: Glance | undefined, cells: RowCells, index: number): boolean {
  const start = cells.startOf(index);
  const end = cells.endOf(index);
  return start !== end && glance?.(cells.units, start, end) === true;
}

function isFigures(units: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isFigure(units[at] ?? 0)) return false;
  return end - start <= LONGEST_MATCHED;
}

/** Whether a cell that begins with a letter is longer than `false`, which is the longest word that is matched. */
function isLongWord(units: Uint16Array, start: number, end: number): boolean {
  return end - start > LONGEST_WORD && isLetter(units[start] ?? 0) && isMark(units[end - 1] ?? 0);
}

/** Whether a unit is of ASCII and neither a space nor a control character. */
const isMark = (unit: number): boolean => unit > SPACE && unit < BEYOND_ASCII;

/** Figures and hyphens as in `2026-01-05`. */
function isIsoDay(units: Uint16Array, start: number, end: number): boolean {
  if (end - start !== ISO_DAY.length) return false;
  for (let at = 0; at < ISO_DAY.length; at += 1) {
    const unit = units[start + at] ?? 0;
    if (ISO_DAY[at] === HYPHEN ? unit !== HYPHEN : !isFigure(unit)) return false;
  }
  return true;
}

const isFigure = (unit: number): boolean => unit >= 48 && unit <= 57;

function take(column: Column, written: string): void {
  const cell = written.trim();
  if (cell === '') return;
  column.filled += 1;
  if (column.filled === 1) column.example = ownText(cell);
  if (column.kind === 'mixed') return;
  if (cell.length <= LONGEST_MATCHED && column.likely?.test(cell) === true) return;
  column.kind = together(column.kind, kindOf(cell));
  column.likely = PATTERNS.find(([kind]) => kind === column.kind)?.[1];
  column.glance = GLANCES[column.kind];
}

function kindOf(cell: string): CellKind {
  if (cell.length > LONGEST_MATCHED || isWord(cell.charCodeAt(0))) return 'text';
  return PATTERNS.find(([, pattern]) => pattern.test(cell))?.[0] ?? 'text';
}

/** Whether a cell that begins so is a word: nothing that is matched begins with such a letter, and most cells do. */
function isWord(first: number): boolean {
  const letter = first | SMALL;
  return (
    isLetter(first) &&
    letter !== LETTER_F &&
    letter !== LETTER_N &&
    letter !== LETTER_T &&
    letter !== LETTER_Y
  );
}

const isLetter = (unit: number): boolean => (unit | SMALL) >= 97 && (unit | SMALL) <= 122;

function together(before: ColumnKind, now: CellKind): ColumnKind {
  if (before === 'empty' || before === now) return now;
  const areDays = [before, now].every((kind) => kind === 'date' || kind === 'dateTime');
  return areDays ? 'dateTime' : 'mixed';
}
