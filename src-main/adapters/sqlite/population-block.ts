/** Blocks of a population's rows in the engagement file: how they are stored, and how rows are read out of their lines. */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { rowOfText, type RowHead } from '../../../shared/domain/population/population-row-text.ts';
import { indexOf, type BlockIndex, type RowBlock } from '../../../shared/domain/population/row-block.ts';
import { StoreError } from '../../services/ports/engagement-store.ts';
import type { CheckedBlock, PopulationRow } from '../../services/ports/engagement-store.ts';
import type { PackedBlock } from '../../services/ports/packed-block.ts';
import { failure } from './failures.ts';

const MARK_BYTES = 4;
/** Bytes that are unpacked at once: about those of a block. */
const UNPACKING = { chunkSize: 128 * 1024 };

/** A block as it is stored. */
export interface PopulationBlock {
  readonly first_row: number;
  readonly last_row: number;
  readonly row_count: number;
  /** A JSON list. */
  readonly days: string;
  /** 32 bits for each row, the lowest byte first. */
  readonly key_marks: Buffer;
  /** One frame of zstd. */
  readonly lines: Uint8Array;
}

/** A block on its way into the file, whose lines may have been packed where they were read. */
export const storedBlock = (block: RowBlock | PackedBlock): PopulationBlock => ({
  ...storedIndex(block),
  lines: 'lines' in block ? zstdCompressSync(block.lines) : block.packedLines,
});

/** The lines of a stored block in UTF-8. Throws where they are no whole frame. */
export function unpacked(lines: Uint8Array): Buffer {
  try {
    return zstdDecompressSync(lines, UNPACKING);
  } catch {
    throw new StoreError(failure('damaged'));
  }
}

function storedIndex({ firstRow, lastRow, rowCount, days, keyMarks }: BlockIndex) {
  const marks = Buffer.allocUnsafe(keyMarks.length * MARK_BYTES);
  for (const [place, mark] of keyMarks.entries()) marks.writeInt32LE(mark, place * MARK_BYTES);
  return {
    ...{ first_row: firstRow, last_row: lastRow, row_count: rowCount },
    ...{ days: JSON.stringify(days), key_marks: marks },
  };
}

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

/** What a block holds. Throws where its other columns do not follow from its lines, so that none can hide a row. */
export function checkedBlock({ lines: packed, ...stored }: PopulationBlock): CheckedBlock {
  const lines = unpacked(packed);
  const heads = headsOf(lines.toString());
  const index = storedIndex(indexOf(heads));
  const isSame =
    index.first_row === stored.first_row &&
    index.last_row === stored.last_row &&
    index.row_count === stored.row_count &&
    index.days === stored.days &&
    index.key_marks.equals(stored.key_marks);
  if (!isSame) throw new StoreError(failure('damaged'));
  return { lines, heads };
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
