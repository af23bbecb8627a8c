import { RowCells } from '../../../../shared/domain/population/row-cells.ts';
import { LIMITS } from '../limits.ts';
import { refuse } from '../refusal.ts';
import { TextUnits } from '../text-units.ts';

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Takes one record, whose cells stand until it returns; `isBlank` for a line with nothing on it. False ends the reading. */
export type TakeRecord = (cells: RowCells, record: number, isBlank: boolean) => boolean;

/**
 * Cuts text into records and cells by RFC 4180, with any of the line ends CR LF, LF and CR, also mixed. Cells come
 * out exactly as they stand: nothing is trimmed, and line ends within quotes stay as they are. What the rule leaves
 * no single reading for (text after a closing quote, a quote that is never closed) is refused with its record.
 */
export class CsvRecords {
  /** Records taken so far, blank lines included. */
  record = 0;
  private readonly delimiter: number;
  private readonly take: TakeRecord;
  private text = '';
  private readonly textUnits = new TextUnits();
  private units = this.textUnits.of('');
  /** Where the next cell, or after a record the next record, begins. */
  private at = 0;
  private readonly cells = new RowCells();
  /** Cells of the record in which quotation marks are doubled. */
  private readonly doubled: number[] = [];
  private isFinal = false;
  private isStopped = false;

  constructor(delimiter: string, take: TakeRecord) {
    this.delimiter = delimiter.charCodeAt(0);
    this.take = take;
  }

  /** Reads on; false once no more records are wanted. */
  write(chunk: string): boolean {
    this.text = this.text === '' ? chunk : this.text + chunk;
    this.readRecords();
    this.text = this.text.slice(this.at);
    this.at = 0;
    if (this.text.length > LIMITS.recordCharacters) this.refuseLength();
    return !this.isStopped;
  }

  end(): void {
    this.isFinal = true;
    if (!this.isStopped) this.readRecords();
  }

  private readRecords(): void {
    this.units = this.textUnits.of(this.text);
    while (!this.isStopped && this.at < this.text.length) {
      const start = this.at;
      if (!this.readRecord()) {
        // The rest of the record has not come yet: it is read again from its start.
        this.at = start;
        return;
      }
      if (this.at - start > LIMITS.recordCharacters) this.refuseLength();
    }
  }

  /** One record; false where the text ends before it does. */
  private readRecord(): boolean {
    this.cells.begin(this.text, this.units);
    // Setting a length costs more than looking at it, and hardly any record has such cells.
    if (this.doubled.length > 0) this.doubled.length = 0;
    for (;;) {
      const end = this.units[this.at] === QUOTE ? this.readQuoted() : this.readPlain();
      if (end === -1) return false;
      if (end < this.text.length && this.units[end] === this.delimiter) {
        this.at = end + 1;
        if (this.cells.width > LIMITS.textColumns) this.refuseColumns();
        if (this.at < this.text.length) continue;
        if (!this.isFinal) return false;
        this.cells.add(this.at, this.at);
        this.finishRecord(this.at, false);
        return true;
      }
      return this.endRecord(end);
    }
  }

  /** Ends the record at `end`, which is a line end or the end of the file. */
  private endRecord(end: number): boolean {
    const isCr = this.text.charCodeAt(end) === CR;
    if (isCr && end + 1 >= this.text.length && !this.isFinal) return false;
    const isBlank = end === this.at && this.cells.width === 1;
    const isPair = isCr && this.text.charCodeAt(end + 1) === LF;
    this.finishRecord(Math.min(end + (isPair ? 2 : 1), this.text.length), isBlank);
    return true;
  }

  private finishRecord(next: number, isBlank: boolean): void {
    const { cells } = this;
    if (this.doubled.length > 0) this.undouble();
    this.at = next;
    this.record += 1;
    this.isStopped = !this.take(cells, this.record, isBlank);
  }

  /** A cell without quotes around it; its end, or -1. */
  private readPlain(): number {
    const { units, delimiter } = this;
    const { length } = this.text;
    let end = this.at;
    while (end < length) {
      const code = units[end];
      if (code === delimiter || code === LF || code === CR) break;
      end += 1;
    }
    if (end === length && !this.isFinal) return -1;
    this.cells.add(this.at, end);
    return end;
  }

  /** A cell in quotes; the place after its closing quote, or -1. */
  private readQuoted(): number {
    const { text } = this;
    let hasEscapes = false;
    let close = text.indexOf('"', this.at + 1);
    while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) {
      hasEscapes = true;
      close = text.indexOf('"', close + 2);
    }
    if (close === -1) return this.isFinal ? this.refuseUnclosed() : -1;
    const end = close + 1;
    if (end === text.length && !this.isFinal) return -1;
    if (end < text.length) this.checkAfterQuote(text.charCodeAt(end));
    if (hasEscapes) this.doubled.push(this.cells.width);
    this.cells.add(this.at + 1, close);
    return end;
  }

  /** Writes the quotation marks within cells once, as they are meant. */
  private undouble(): void {
    const texts = this.cells.all();
    for (const index of this.doubled) texts[index] = (texts[index] ?? '').replaceAll('""', '"');
    this.cells.set(texts);
  }

  private checkAfterQuote(code: number): void {
    if (code === this.delimiter || code === LF || code === CR) return;
    refuse(
      'malformed-quote',
      `Row ${this.record + 1}, column ${this.cells.width + 1}: text follows a closing quotation mark. Ask for the file with quotation marks inside a cell doubled.`,
      { row: this.record + 1, column: this.cells.width + 1 },
    );
  }

  private refuseUnclosed(): never {
    return refuse(
      'unclosed-quote',
      `Row ${this.record + 1}: a quotation mark is opened and never closed. The file may have been cut off.`,
      { row: this.record + 1, column: this.cells.width + 1 },
    );
  }

  private refuseLength(): never {
    return refuse(
      'record-too-long',
      `Row ${this.record + 1} is longer than ${LIMITS.recordCharacters} characters. A quotation mark may have been left open.`,
      { row: this.record + 1, limit: LIMITS.recordCharacters },
    );
  }

  private refuseColumns(): never {
    return refuse('too-many-columns', `Row ${this.record + 1} has more than ${LIMITS.textColumns} columns.`, {
      row: this.record + 1,
      limit: LIMITS.textColumns,
    });
  }
}
