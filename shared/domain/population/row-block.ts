/** A run of a population's rows as the engagement file keeps them: their lines, and what rows are found by without reading the lines. */
import { keyMark } from './key-table.ts';
import { LineWriter } from './line-writer.ts';
import { rowOfText, type DigestedRow, type RowHead } from './population-row-text.ts';
import { RowCells } from './row-cells.ts';

/** Rows of a block: enough that its other columns cost nothing, and few enough that one row is read fast. */
const BLOCK_ROWS = 500;

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
  /** The text of each row as the digest of the rows covers it, in UTF-8. */
  readonly lines: Uint8Array;
}

/** Rows on their way into blocks, one by one in the order of the file. */
export class BlockBuilder {
  private heads: RowHead[] = [];
  private readonly writer = new LineWriter();

  /** Takes the next row; the block that it fills, or `null`. */
  add(head: RowHead, cells: RowCells): RowBlock | null {
    this.heads.push(head);
    this.writer.row(head, cells);
    return this.heads.length === BLOCK_ROWS ? this.close() : null;
  }

  /** The block of what is left, or `null` where nothing is. */
  end(): RowBlock | null {
    return this.heads.length === 0 ? null : this.close();
  }

  private close(): RowBlock {
    const block = { ...indexOf(this.heads), lines: this.writer.take() };
    this.heads = [];
    return block;
  }
}

/** The block of some rows, which come in the order of the file. */
export function blockOf(rows: readonly DigestedRow[]): RowBlock {
  const writer = new LineWriter();
  const cells = new RowCells();
  for (const row of rows) writer.row(row, cells.set(row.cells));
  return { ...indexOf(rows), lines: writer.take() };
}

/** Cuts rows, which come in the order of the file, into blocks. */
export function blocksOf(rows: readonly DigestedRow[]): readonly RowBlock[] {
  const blocks: RowBlock[] = [];
  for (let at = 0; at < rows.length; at += BLOCK_ROWS) blocks.push(blockOf(rows.slice(at, at + BLOCK_ROWS)));
  return blocks;
}

/** The rows whose lines these are. */
export const rowsOfLines = (lines: string): readonly DigestedRow[] =>
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
