/**
 * What a person could not see, or might misread, in a list that a client sent.
 *
 * The readers never correct a list: they read it as it stands or refuse it. Everything in between is said here,
 * with the places, so that the auditor can judge whether the list is the population (completeness and accuracy of
 * information produced by the entity).
 */

/** Every kind of problem a readable list can have. Codes are part of the command line's contract. */
export type TableProblemCode =
  /** A key stands in more than one row; all its rows are named. */
  | 'duplicate-key'
  /** A row has no key. */
  | 'blank-key'
  /** Two columns have the same header. */
  | 'duplicate-header'
  /** A column has no header. */
  | 'blank-header'
  /** A header holds characters that cannot be seen. */
  | 'invisible-header-text'
  /** The header does not stand in the first row of the file. */
  | 'header-not-first'
  /** A row has more or fewer cells than the header. Rows of such a list are not imported. */
  | 'ragged-row'
  /** A row holds nothing at all and was left out. Rows after the last one with data are not counted in a workbook. */
  | 'blank-row-left-out'
  /** A row has all its cells, every one of them empty; it counts as a row. */
  | 'empty-row'
  /** The list has a header and no rows. */
  | 'no-rows'
  /** Hidden or filtered rows; they are read. */
  | 'hidden-rows'
  /** Hidden columns; they are read. */
  | 'hidden-columns'
  /** Hidden sheets; they are not read unless chosen. */
  | 'hidden-sheets'
  /** Other visible sheets with data, which were not read. */
  | 'other-sheets'
  /** Cells whose number format shows nothing; their value is read. */
  | 'hidden-values'
  /** Merged cells: the value stands once, in the first cell. */
  | 'merged-cells'
  /** A formula with no stored value; the cell is read as empty. */
  | 'formula-without-value'
  /** A number beyond 15 digits, which spreadsheet programs do not keep exactly. */
  | 'long-number'
  /** A number shown as a date that does not exist or lies outside the calendar of the file. */
  | 'not-a-calendar-date'
  /** A time shown with fractions of a second, read to the whole second. */
  | 'seconds-rounded'
  /** A zero-padded number shown with further characters by its format; only the digits are read. */
  | 'format-adds-text'
  /** The file does not say its encoding; it was inferred. */
  | 'guessed-encoding'
  /** Characters were already lost before the file was made (U+FFFD). */
  | 'replacement-character'
  /** More than one delimiter is possible, or none is certain. */
  | 'guessed-delimiter';

/** One problem of a list, with the places where it stands. */
export interface TableProblem {
  readonly code: TableProblemCode;
  /**
   * Rows as the auditor counts them in the file: the first row of the file, normally the header, is row 1. For a
   * text file a record counts as one row even where a quoted cell runs over several lines, as in a spreadsheet.
   * Ascending, at most {@link PROBLEM_ROWS_LISTED}; empty where the problem has no row.
   */
  readonly rows: readonly number[];
  /** How many rows (or, without rows, named things) are concerned in all; never less than `rows.length`. */
  readonly count: number;
  /** The columns, sheets, encodings or delimiters concerned, where there are any. */
  readonly names: readonly string[];
}

/** How many row numbers a problem lists; `count` says how many there are. */
export const PROBLEM_ROWS_LISTED = 100;

/** Whether rows of a list with this problem may be imported at all. Rows of unequal length may not: what is missing cannot be known. */
export const blocksImport = (problem: TableProblem): boolean => problem.code === 'ragged-row';

/** Characters that take no room on paper: zero-width marks, direction marks, soft hyphen, byte order mark, no-break space. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00A0]/u;

/** Spreadsheet letters of a column, counted from 0: A to Z, AA and on. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Problems of a header row: blank, repeated and invisible headers, each named by its column letters or its text. */
export function findHeaderProblems(header: readonly string[], headerRow: number): readonly TableProblem[] {
  const counts = new Map<string, number>();
  for (const name of header) counts.set(name, (counts.get(name) ?? 0) + 1);
  const blank = header.flatMap((name, index) => (name.trim() === '' ? [columnLetters(index)] : []));
  const repeated = [...counts]
    .filter(([name, count]) => count > 1 && name.trim() !== '')
    .map(([name]) => name);
  const invisible = header.filter((name) => INVISIBLE.test(name));
  const found: readonly (readonly [TableProblemCode, readonly string[]])[] = [
    ['blank-header', blank],
    ['duplicate-header', repeated],
    ['invisible-header-text', invisible],
  ];
  return found.flatMap(([code, names]) =>
    names.length === 0 ? [] : [{ code, rows: [headerRow], count: names.length, names }],
  );
}

/** The sentence that names each problem; the places follow it. */
const WORDING: Readonly<Record<TableProblemCode, string>> = {
  'duplicate-key': 'The same key stands in more than one row',
  'blank-key': 'Rows without a key',
  'duplicate-header': 'The same header stands over more than one column',
  'blank-header': 'Columns without a header',
  'invisible-header-text': 'Headers that hold characters which cannot be seen',
  'header-not-first': 'The header does not stand in the first row',
  'ragged-row': 'Rows with more or fewer cells than the header',
  'blank-row-left-out': 'Blank rows were left out',
  'empty-row': 'Rows in which every cell is empty; they count as rows',
  'no-rows': 'There is a header but no row below it',
  'hidden-rows': 'Hidden or filtered rows; they are part of what is read',
  'hidden-columns': 'Hidden columns; they are part of what is read',
  'hidden-sheets': 'Hidden sheets; they are not read unless chosen',
  'other-sheets': 'Other visible sheets hold data and were not read',
  'hidden-values': 'Cells whose number format shows nothing; their value is read',
  'merged-cells': 'Merged cells; the value is read once, in the first cell',
  'formula-without-value': 'Formulas without a stored value; the cells are read as empty',
  'long-number': 'Numbers beyond 15 digits, which spreadsheet programs do not keep exactly',
  'not-a-calendar-date':
    'Numbers shown as a date that is not in the calendar; read as the number or as shown',
  'seconds-rounded': 'Times with fractions of a second, read to the whole second',
  'format-adds-text': 'Numbers shown with further characters by their format; only the digits are read',
  'guessed-encoding': 'The file does not say its encoding; it was inferred',
  'replacement-character': 'Characters were lost before this file was made (shown as \uFFFD)',
  'guessed-delimiter': 'The delimiter is not certain',
};

/** A problem in words for people: what it is, how often, and where. */
export function describeTableProblem(problem: TableProblem): string {
  const places = problem.rows.map(String).join(', ');
  const more =
    problem.rows.length > 0 && problem.count > problem.rows.length ? ` … (${problem.count} in all)` : '';
  const named =
    problem.names.length > 0 ? `: ${problem.names.map((name) => JSON.stringify(name)).join(', ')}` : '';
  return `${WORDING[problem.code]}${named}${places === '' ? '' : ` (row ${places}${more})`}.`;
}
