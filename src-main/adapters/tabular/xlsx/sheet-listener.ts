import { RowCells } from '../../../../shared/domain/population/row-cells.ts';
import type { TableProblemCode } from '../../../../shared/domain/population/table-problem.ts';
import { LIMITS } from '../limits.ts';
import type { ProblemLog } from '../problem-log.ts';
import { refuseDamaged } from '../refusal.ts';
import { columnOf } from './cell-reference.ts';
import { RichText, refuseLongCell, refuseUnknownElement } from './rich-text.ts';
import type { CellReader, FoundCell } from './sheet-cell.ts';
import { SheetFrame } from './sheet-frame.ts';
import type { TagAttributes } from './tag-attributes.ts';
import type { XmlListener } from './xml-scanner.ts';
import { UsualCell } from './usual-cell.ts';
import { UsualRow } from './usual-row.ts';
import { isOn } from './workbook.ts';

/** Where in a sheet the reader stands. */
type Place = 'frame' | 'rows' | 'row' | 'cell' | 'value' | 'inline' | 'done';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Takes a row of a sheet that holds something, whose cells stand until it returns; false when no further rows are wanted. */
export type TakeRow = (row: number, cells: RowCells) => boolean;

/** Follows the elements of a sheet and puts its rows together. Cells and rows must come in their order. */
export class SheetListener implements XmlListener {
  /** What surrounds the rows: declared size, hidden columns, merged cells. */
  readonly frame: SheetFrame;
  /** The row being read, for problems of its cells. */
  row = 0;
  private readonly part: string;
  private readonly reader: CellReader;
  private readonly problems: ProblemLog;
  private readonly take: TakeRow;
  private place: Place = 'frame';
  private skipped = 0;
  /** The cells of the row up to the last that holds something. */
  private readonly cells = new RowCells();
  private column = -1;
  private isRowHidden = false;
  private hasRows = false;
  /** The cell being read; one object serves all cells. */
  private readonly cell: Mutable<FoundCell> = {
    type: 'n',
    style: 0,
    value: null,
    inline: null,
    hasFormula: false,
  };
  private readonly rich = new RichText();
  private readonly usual = new UsualCell();
  private readonly usualRow = new UsualRow();

  constructor(part: string, reader: CellReader, problems: ProblemLog, take: TakeRow) {
    this.part = part;
    this.reader = reader;
    this.problems = problems;
    this.take = take;
    this.frame = new SheetFrame(part, problems);
  }

  /** Ends the sheet: one without its rows is not a sheet. */
  end(): void {
    if (!this.hasRows) refuseDamaged(`its part ${this.part} has no rows`, { part: this.part });
  }

  get isDone(): boolean {
    return this.place === 'done';
  }

  /** Notes a problem in the row being read. */
  note(code: TableProblemCode): void {
    this.problems.addRow(code, this.row);
  }

  open(name: string, attributes: TagAttributes): void {
    if (this.skipped > 0) {
      this.skipped += 1;
      return;
    }
    switch (this.place) {
      case 'cell':
        this.openInCell(name);
        return;
      case 'row':
      case 'rows':
        this.openInRows(name, attributes);
        return;
      case 'frame':
        this.openInFrame(name, attributes);
        return;
      case 'inline':
        this.rich.open(name);
        return;
      case 'value':
        return this.damaged('a value holds an element');
      case 'done':
    }
  }

  readWhole(text: string, units: Uint16Array<ArrayBuffer>, at: number): number {
    if (this.place !== 'row' || this.skipped > 0) return -1;
    let end = -1;
    for (let next = this.readCell(text, units, at); next !== -1; next = this.readCell(text, units, next))
      end = next;
    return end;
  }

  readRowTag(text: string, units: Uint16Array<ArrayBuffer>, at: number): number {
    if (this.place !== 'rows' || this.skipped > 0) return -1;
    const { usualRow } = this;
    const end = usualRow.read(text, units, at);
    // A number out of order is left to the general way, which says what is wrong.
    if (end === -1 || !this.mayFollow(usualRow.row)) return -1;
    this.beginRow(usualRow.row, usualRow.isHidden);
    return end;
  }

  private readCell(text: string, units: Uint16Array<ArrayBuffer>, at: number): number {
    const { usual } = this;
    const end = usual.read(text, units, at);
    // A place out of order is left to the general way, which says what is wrong.
    if (end === -1 || usual.row !== this.row || usual.column <= this.column) return -1;
    if (usual.column >= LIMITS.sheetColumns) return -1;
    this.column = usual.column;
    if (usual.type === 's') {
      this.keepShared(usual.whole);
      return end;
    }
    if (usual.whole !== -1) {
      this.keep(this.reader.wholeNumber(usual.whole, usual.style));
      return end;
    }
    this.cell.type = usual.type;
    this.cell.style = usual.style;
    this.cell.value = usual.value;
    this.cell.inline = null;
    this.cell.hasFormula = false;
    this.keep(this.reader.read(this.cell));
    return end;
  }

  text(text: string): void {
    if (this.skipped > 0) return;
    if (this.place === 'inline') this.rich.add(text);
    if (this.place !== 'value') return;
    this.cell.value = this.cell.value === null || this.cell.value === '' ? text : this.cell.value + text;
    if (this.cell.value.length > LIMITS.cellCharacters * 7) refuseLongCell();
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    switch (this.place) {
      case 'value':
        this.place = 'cell';
        return;
      case 'cell':
        this.closeCell();
        return;
      case 'row':
        this.closeRow();
        return;
      case 'rows':
        this.place = 'frame';
        return;
      case 'inline':
        this.closeInInline(name);
        return;
      case 'frame':
        this.frame.close();
        return;
      case 'done':
    }
  }

  private damaged(what: string): never {
    return refuseDamaged(`in row ${this.row} ${what}`, { part: this.part, row: this.row });
  }

  private openInFrame(name: string, attributes: TagAttributes): void {
    if (name === 'sheetData' && this.frame.isOutermost) {
      // Two sets of rows would be two readings of one sheet.
      if (this.hasRows) refuseDamaged('a sheet has its rows twice', { part: this.part });
      this.hasRows = true;
      this.place = 'rows';
    } else if (!this.frame.open(name, attributes)) {
      this.skipped = 1;
    }
  }

  private openInRows(name: string, attributes: TagAttributes): void {
    if (this.place === 'row' && name === 'c') this.openCell(attributes);
    else if (this.place === 'rows' && name === 'row') this.openRow(attributes);
    else this.skipExtension(name);
  }

  private openRow(attributes: TagAttributes): void {
    const stated = attributes.get('r');
    const row = stated === undefined ? this.row + 1 : Number(stated);
    if (!this.mayFollow(row)) {
      refuseDamaged(`a row is numbered ${JSON.stringify(stated ?? String(row))} after row ${this.row}`, {
        part: this.part,
      });
    }
    const hidden = attributes.get('hidden');
    const isHidden = hidden === undefined ? this.frame.hidesRows : isOn(hidden);
    this.beginRow(row, isHidden || Number(attributes.get('ht') ?? '1') === 0);
    if (!attributes.declaresNamespaces) this.usualRow.learn(this.isRowHidden);
  }

  private mayFollow(row: number): boolean {
    return Number.isInteger(row) && row > this.row && row <= LIMITS.sheetRows;
  }

  private beginRow(row: number, isHidden: boolean): void {
    this.row = row;
    this.isRowHidden = isHidden;
    this.cells.gather();
    this.column = -1;
    this.place = 'row';
  }

  private openCell(attributes: TagAttributes): void {
    const reference = attributes.get('r');
    const column = reference === undefined ? this.column + 1 : columnOf(reference, this.row);
    if (column <= this.column || column >= LIMITS.sheetColumns)
      this.damaged('the cells are out of order or repeated');
    this.column = column;
    this.cell.type = attributes.get('t') ?? 'n';
    this.cell.style = Number(attributes.get('s') ?? '0');
    this.cell.value = null;
    this.cell.inline = null;
    this.cell.hasFormula = false;
    this.place = 'cell';
  }

  private openInCell(name: string): void {
    if (name === 'v') {
      if (this.cell.value !== null) this.damaged('a cell has two values');
      this.cell.value = '';
      this.place = 'value';
    } else if (name === 'is') {
      if (this.cell.inline !== null) this.damaged('a cell has two values');
      this.rich.start();
      this.place = 'inline';
    } else if (name === 'f') {
      this.cell.hasFormula = true;
      this.skipped = 1;
    } else {
      this.skipExtension(name);
    }
  }

  /** Among the data only extensions, which add to a cell and never replace it, are passed over. */
  private skipExtension(name: string): void {
    if (name !== 'extLst') refuseUnknownElement(`row ${this.row}`);
    this.skipped = 1;
  }

  private closeInInline(name: string): void {
    if (!this.rich.isClosed) {
      this.rich.close(name);
      return;
    }
    this.cell.inline = this.rich.finish();
    this.place = 'cell';
  }

  private closeCell(): void {
    const { value, inline, hasFormula } = this.cell;
    this.place = 'row';
    if (value === null && inline === null && !hasFormula) return;
    this.keep(this.reader.read(this.cell));
  }

  private keep(text: string): void {
    if (text === '') return;
    this.cells.widen(this.column);
    this.cells.addText(text);
  }

  private keepShared(index: number): void {
    const { texts } = this.reader;
    this.reader.checkShared(index);
    if (texts.lengthAt(index) === 0) return;
    this.cells.widen(this.column);
    this.cells.addStored(texts, index);
  }

  private closeRow(): void {
    this.place = 'rows';
    if (this.cells.width === 0) return;
    if (this.isRowHidden) this.problems.addRow('hidden-rows', this.row);
    if (!this.take(this.row, this.cells)) this.place = 'done';
  }
}
