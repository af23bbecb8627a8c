import { grown, textOf, type TextStore } from './text-store.ts';

const FIRST_CELLS = 16;
const FIRST_UNITS = 256;

/**
 * The cells of one row of a list as places in one text. A cell becomes a text of its own only where somebody looks at it:
 * a list of a million rows has tens of millions of cells, and most of them are only copied. One object serves for all rows,
 * one after another; what is to stay of a row is taken out of it.
 */
export class RowCells {
  /** How many cells the row has. */
  width = 0;
  /** The units of the text in which the cells stand: a list of numbers is walked through faster than a text. */
  units = new Uint16Array(FIRST_UNITS);
  private text = '';
  /** Whether the cells were put together one by one, and so have units of their own. */
  private isGathered = false;
  /** Texts of such cells as far as they are at hand. */
  private texts: (string | null)[] = [];
  /** Units of such rows, and how many are taken. */
  private own = this.units;
  private taken = 0;
  private starts = new Int32Array(FIRST_CELLS);
  private ends = new Int32Array(FIRST_CELLS);

  /** A row of these cells. */
  static of(cells: readonly string[]): RowCells {
    return new RowCells().set(cells);
  }

  /** Where a cell begins in the text; 0 for one that the row does not have. */
  startOf(index: number): number {
    return index < this.width ? (this.starts[index] ?? 0) : 0;
  }

  /** Where a cell ends in the text; 0 for one that the row does not have. */
  endOf(index: number): number {
    return index < this.width ? (this.ends[index] ?? 0) : 0;
  }

  /** A cell as it stands; empty for one that the row does not have. */
  at(index: number): string {
    const [start, end] = [this.startOf(index), this.endOf(index)];
    if (!this.isGathered) return this.text.slice(start, end);
    return start === end ? '' : (this.texts[index] ??= textOf(this.units, start, end));
  }

  /** All cells as they stand. */
  all(): string[] {
    return Array.from({ length: this.width }, (_, index) => this.at(index));
  }

  /** Units of all cells together. */
  unitCount(): number {
    let count = 0;
    for (let index = 0; index < this.width; index += 1)
      count += (this.ends[index] ?? 0) - (this.starts[index] ?? 0);
    return count;
  }

  /** Begins a row whose cells stand in this text, of which these are the units. */
  begin(text: string, units: Uint16Array<ArrayBuffer>): void {
    this.text = text;
    this.isGathered = false;
    this.units = units;
    this.width = 0;
  }

  /** Adds the cell that stands between two places of the text. */
  add(start: number, end: number): void {
    if (this.width === this.starts.length) this.grow();
    this.starts[this.width] = start;
    this.ends[this.width] = end;
    this.width += 1;
  }

  /** Becomes the row of these cells. */
  set(cells: readonly string[]): this {
    this.gather();
    for (const cell of cells) this.addText(cell);
    return this;
  }

  /** Begins a row whose cells are added as texts. */
  gather(): void {
    this.begin('', this.own);
    this.isGathered = true;
    this.taken = 0;
  }

  /** Adds a cell to a row that is gathered. */
  addText(text: string): void {
    const start = this.makeRoom(text.length);
    for (let at = 0; at < text.length; at += 1) this.own[start + at] = text.charCodeAt(at);
    this.texts[this.width] = text;
    this.add(start, this.taken);
  }

  /** Adds a cell that holds a text of a store to a row that is gathered; no text is made of it. */
  addStored(store: TextStore, place: number): void {
    const start = this.makeRoom(store.lengthAt(place));
    store.copyTo(this.own, start, place);
    this.texts[this.width] = null;
    this.add(start, this.taken);
  }

  /** Adds empty cells up to this width. */
  widen(width: number): void {
    while (this.width < width) this.add(0, 0);
  }

  /** Takes room for the units of a cell; where it begins. */
  private makeRoom(count: number): number {
    const start = this.taken;
    this.taken += count;
    while (this.taken > this.own.length) this.own = new Uint16Array(grown(this.own.buffer));
    this.units = this.own;
    return start;
  }

  private grow(): void {
    this.starts = new Int32Array(this.starts.buffer.transfer(this.starts.byteLength * 2));
    this.ends = new Int32Array(this.ends.buffer.transfer(this.ends.byteLength * 2));
  }
}
