/** A run of a population's rows as the engagement file keeps them: their lines, and what rows are found by without reading the lines. */
import { keyMark } from './key-table.ts';
import { populationRowText, rowOfText, type DigestedRow } from './population-row-text.ts';

/** Rows of a block: enough that its other columns cost nothing, and few enough that one row is read fast. */
export const BLOCK_ROWS = 500;

/** A row without its cells. */
export type RowHead = Omit<DigestedRow, 'cells'>;

/** What follows from the lines of a block, and is checked against them whenever the lines are read for the digest. */
export interface BlockIndex {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly rowCount: number;
  /** The days of the included rows, each once, ascending. */
  readonly days: readonly string[];
  /** The mark of each row's key, in the order of the rows. */
  readonly keyMarks: Int32Array;
}

/** Rows that stand one after the other in the file. */
export interface RowBlock extends BlockIndex {
  /** The text of each row as the digest of the rows covers it. */
  readonly lines: string;
}

/** The block of some rows, which come in the order of the file. */
export function blockOf(rows: readonly DigestedRow[]): RowBlock {
  let lines = '';
  for (const row of rows) lines += populationRowText(row);
  return { ...indexOf(rows), lines };
}

/** Cuts rows, which come in the order of the file, into blocks. */
export function blocksOf(rows: readonly DigestedRow[]): readonly RowBlock[] {
  const blocks: RowBlock[] = [];
  for (let at = 0; at < rows.length; at += BLOCK_ROWS) blocks.push(blockOf(rows.slice(at, at + BLOCK_ROWS)));
  return blocks;
}

/** All rows of a block. */
export const rowsOf = ({ lines }: Pick<RowBlock, 'lines'>): readonly DigestedRow[] =>
  lines.split('\n').slice(0, -1).map(rowOfText);

/** What the rows of a block are found by. */
export function indexOf(rows: readonly RowHead[]): BlockIndex {
  const keyMarks = new Int32Array(rows.length);
  const days = new Set<string>();
  let place = 0;
  for (const { key, occurredOn, included } of rows) {
    keyMarks[place] = keyMark(key);
    place += 1;
    if (included && occurredOn !== null) days.add(occurredOn);
  }
  return {
    ...{ firstRow: rows[0]?.rowNumber ?? 0, lastRow: rows.at(-1)?.rowNumber ?? 0, rowCount: rows.length },
    ...{ days: [...days].sort(), keyMarks },
  };
}
