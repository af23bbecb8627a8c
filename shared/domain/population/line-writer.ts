/** The lines of a list's rows as UTF-8, written where the rows are read: no text is made of a row that needs none. */
import type { RowHead } from './population-row-text.ts';
import type { RowCells } from './row-cells.ts';

const FIRST_BYTES = 128 * 1024;
/** Bytes of a line beside its key and its cells: number, day, flag and brackets. */
const FRAME_BYTES = 64;
/** The most bytes that a unit of a text takes: an escape such as `\u001f`. */
const BYTES_OF_UNIT = 6;
/** Quotation marks and comma. */
const BYTES_OF_CELL = 3;

const [QUOTE, COMMA, BACKSLASH, OPEN, CLOSE, LINE_FEED] = [0x22, 0x2c, 0x5c, 0x5b, 0x5d, 0x0a] as const;
/** The letters of JSON's short escapes, by the unit that they stand for. */
const SHORT_ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x08, 'b'],
  [0x09, 't'],
  [0x0a, 'n'],
  [0x0c, 'f'],
  [0x0d, 'r'],
  [0x22, '"'],
  [0x5c, '\\'],
]);

/** Writes rows as the UTF-8 of `populationRowText`, byte by byte the same. */
export class LineWriter {
  private bytes = new Uint8Array(FIRST_BYTES);
  private at = 0;

  /** Adds the line of a row. */
  row({ rowNumber, key, occurredOn, included }: RowHead, cells: RowCells): void {
    this.makeRoom(key, cells);
    this.byte(OPEN);
    this.ascii(String(rowNumber));
    this.byte(COMMA);
    this.key(key);
    if (occurredOn === null) this.ascii(',null');
    else {
      this.byte(COMMA);
      this.byte(QUOTE);
      this.ascii(occurredOn);
      this.byte(QUOTE);
    }
    this.ascii(included ? ',true,' : ',false,');
    this.list(cells);
    this.byte(CLOSE);
    this.byte(LINE_FEED);
  }

  /** The lines since the last call. */
  take(): Uint8Array {
    const lines = this.bytes.slice(0, this.at);
    this.at = 0;
    return lines;
  }

  /** Writes the cells between quotation marks, as JSON does; place and bytes are held outside the object for speed. */
  private list(cells: RowCells): void {
    const { bytes } = this;
    const { units, width } = cells;
    let at = this.at;
    bytes[at++] = OPEN;
    for (let cell = 0; cell < width; cell += 1) {
      if (cell > 0) bytes[at++] = COMMA;
      bytes[at++] = QUOTE;
      const end = cells.endOf(cell);
      for (let index = cells.startOf(cell); index < end; index += 1) {
        const unit = units[index] ?? 0;
        if (isPlain(unit)) {
          bytes[at++] = unit;
          continue;
        }
        this.at = at;
        const next = index + 1 < end ? (units[index + 1] ?? 0) : 0;
        if (this.special(unit, next)) index += 1;
        at = this.at;
      }
      bytes[at++] = QUOTE;
    }
    bytes[at++] = CLOSE;
    this.at = at;
  }

  private byte(value: number): void {
    this.bytes[this.at] = value;
    this.at += 1;
  }

  private ascii(text: string): void {
    const { bytes, at } = this;
    for (let index = 0; index < text.length; index += 1) bytes[at + index] = text.charCodeAt(index);
    this.at = at + text.length;
  }

  /** Writes a text between quotation marks, as JSON does. */
  private key(text: string): void {
    this.byte(QUOTE);
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (isPlain(unit)) this.byte(unit);
      else if (this.special(unit, index + 1 < text.length ? text.charCodeAt(index + 1) : 0)) index += 1;
    }
    this.byte(QUOTE);
  }

  /** Writes a unit that is not written as it stands, or the pair that it makes with the next; true for a pair. */
  private special(unit: number, next: number): boolean {
    const isPair = isHalf(unit, FIRST_HALVES) && isHalf(next, SECOND_HALVES);
    if (isPair) this.point(0x10000 + ((unit - FIRST_HALVES) << 10) + (next - SECOND_HALVES));
    else if (unit < 0x80 || isHalf(unit, FIRST_HALVES) || isHalf(unit, SECOND_HALVES))
      this.ascii(escapeOf(unit));
    else this.point(unit);
    return isPair;
  }

  /** Writes a character of two to four bytes of UTF-8. */
  private point(point: number): void {
    if (point < 0x800) this.byte(0xc0 | (point >> 6));
    else if (point < 0x10000) {
      this.byte(0xe0 | (point >> 12));
      this.byte(0x80 | ((point >> 6) & 0x3f));
    } else {
      this.byte(0xf0 | (point >> 18));
      this.byte(0x80 | ((point >> 12) & 0x3f));
      this.byte(0x80 | ((point >> 6) & 0x3f));
    }
    this.byte(0x80 | (point & 0x3f));
  }

  private makeRoom(key: string, cells: RowCells): void {
    const units = key.length + cells.unitCount();
    const needed = this.at + FRAME_BYTES + units * BYTES_OF_UNIT + cells.width * BYTES_OF_CELL;
    let room = this.bytes.length;
    while (room < needed) room *= 2;
    if (room > this.bytes.length) this.bytes = new Uint8Array(this.bytes.buffer.transfer(room));
  }
}

const isPlain = (unit: number): boolean =>
  unit >= 0x20 && unit < 0x80 && unit !== QUOTE && unit !== BACKSLASH;

/** Where the units begin that are the first and the second halves of a pair; there are as many of each. */
const [FIRST_HALVES, SECOND_HALVES, HALVES] = [0xd800, 0xdc00, 0x400] as const;

/** Half of a pair, which is no character where it stands alone. */
const isHalf = (unit: number, first: number): boolean => unit >= first && unit < first + HALVES;

const escapeOf = (unit: number): string =>
  `\\${SHORT_ESCAPES.get(unit) ?? `u${unit.toString(16).padStart(4, '0')}`}`;
