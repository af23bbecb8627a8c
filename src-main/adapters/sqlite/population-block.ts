/** A run of a population's rows as the file keeps them: their lines, and what rows are found by without reading the lines. */
import { populationRowText, rowOfText } from '../../../shared/domain/population/population-row-text.ts';
import { StoreError } from '../../services/ports/engagement-store.ts';
import type { PopulationRow } from '../../services/ports/engagement-store.ts';
import { failure } from './failures.ts';

/** Rows of a block: enough that its other columns cost nothing, and few enough that one row is read fast. */
const BLOCK_ROWS = 500;

const MARK_BYTES = 4;

/** A row without its cells. */
export type RowHead = Omit<PopulationRow, 'cells'>;

/** What follows from the lines of a block, and is checked against them whenever the lines are read for the digest. */
interface BlockIndex {
  readonly first_row: number;
  readonly last_row: number;
  readonly row_count: number;
  /** The days of the included rows, each once, as a JSON list. */
  readonly days: string;
  /** The mark of each row's key, in the order of the rows. */
  readonly key_marks: Buffer;
}

/** A block as it is stored. */
export interface PopulationBlock extends BlockIndex {
  /** The text of each row as the digest of the rows covers it. */
  readonly lines: string;
}

/** Cuts rows, which come in the order of the file, into blocks. */
export function blocksOf(rows: readonly PopulationRow[]): readonly PopulationBlock[] {
  const blocks: PopulationBlock[] = [];
  for (let at = 0; at < rows.length; at += BLOCK_ROWS) blocks.push(blockOf(rows.slice(at, at + BLOCK_ROWS)));
  return blocks;
}

/** The block of some rows. */
export function blockOf(rows: readonly PopulationRow[]): PopulationBlock {
  let lines = '';
  for (const row of rows) lines += populationRowText(row);
  return { ...indexOf(rows), lines };
}

/** All rows of a block. */
export const rowsOf = ({ lines }: PopulationBlock): readonly PopulationRow[] => linesOf(lines).map(rowOfText);

/** The rows of a block without their cells, which are most of its text and are stepped over. */
export function headsOf(lines: string): readonly RowHead[] {
  const heads: RowHead[] = [];
  let end = -1;
  for (let at = 0; at < lines.length; at = end + 1) {
    end = lines.indexOf('\n', at);
    if (end === -1) throw new StoreError(failure('damaged'));
    heads.push(headAt(lines, at));
  }
  return heads;
}

/** The lines of a block. Throws where its other columns do not follow from them, so that none can hide a row. */
export function checkedLines({ lines, ...stored }: PopulationBlock): string {
  const index = indexOf(headsOf(lines));
  const isSame =
    index.first_row === stored.first_row &&
    index.last_row === stored.last_row &&
    index.row_count === stored.row_count &&
    index.days === stored.days &&
    index.key_marks.equals(stored.key_marks);
  if (!isSame) throw new StoreError(failure('damaged'));
  return lines;
}

/** Rows of a block by their places within it, from 0, in this order. */
export function rowsAt(lines: string, places: readonly number[]): readonly PopulationRow[] {
  const all = linesOf(lines);
  return places.flatMap((place) => {
    const line = all[place];
    return line === undefined ? [] : [rowOfText(line)];
  });
}

/** Places within a block at which one of the keys may stand: a mark that is found may be that of another key. */
export function placesOf(keyMarks: Buffer, wanted: ReadonlySet<number>): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < keyMarks.length; at += MARK_BYTES)
    if (wanted.has(keyMarks.readInt32LE(at))) places.push(at / MARK_BYTES);
  return places;
}

/** A number of 32 bits that equal keys share (FNV-1a over the text's units). */
export function keyMark(key: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) mark = Math.imul(mark ^ key.charCodeAt(at), 0x01000193);
  return mark | 0;
}

/** Reads `[9,"key","2026-01-05",true,` or `[9,"key",null,true,` at the start of a line. */
function headAt(lines: string, start: number): RowHead {
  const keyAt = lines.indexOf(',', start) + 1;
  const keyEnd = textEnd(lines, keyAt);
  const key = lines.slice(keyAt + 1, keyEnd);
  const isDated = lines.charAt(keyEnd + 2) === '"';
  const dayEnd = isDated ? textEnd(lines, keyEnd + 2) : keyEnd + 5;
  const included = lines.startsWith('true,', dayEnd + 2);
  if (!included && !lines.startsWith('false,', dayEnd + 2)) throw new StoreError(failure('damaged'));
  return {
    rowNumber: Number(lines.slice(start + 1, keyAt - 1)),
    key: key.includes('\\') ? String(JSON.parse(`"${key}"`)) : key,
    occurredOn: isDated ? lines.slice(keyEnd + 3, dayEnd) : null,
    included,
  };
}

/** Where the text that begins with a quotation mark at `start` has its closing one; one behind a backslash is not. */
function textEnd(lines: string, start: number): number {
  let end = lines.indexOf('"', start + 1);
  while (isEscaped(lines, end)) end = lines.indexOf('"', end + 1);
  return end;
}

function isEscaped(lines: string, at: number): boolean {
  let from = at;
  while (lines.charAt(from - 1) === '\\') from -= 1;
  return (at - from) % 2 === 1;
}

const linesOf = (lines: string): readonly string[] => lines.split('\n').slice(0, -1);

function indexOf(rows: readonly RowHead[]): BlockIndex {
  const marks = Buffer.allocUnsafe(rows.length * MARK_BYTES);
  const days = new Set<string>();
  let last = 0;
  for (const [place, { rowNumber, key, occurredOn, included }] of rows.entries()) {
    if (rowNumber <= last) throw new Error('the rows of a population come in the order of the file');
    last = rowNumber;
    marks.writeInt32LE(keyMark(key), place * MARK_BYTES);
    if (included && occurredOn !== null) days.add(occurredOn);
  }
  return {
    ...{ first_row: rows[0]?.rowNumber ?? 0, last_row: last, row_count: rows.length },
    ...{ days: JSON.stringify([...days].sort()), key_marks: marks },
  };
}
