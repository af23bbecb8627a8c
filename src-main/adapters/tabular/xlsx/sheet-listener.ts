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
import { isOn } from './workbook.ts';

/** Where in a sheet the reader stands. */
type Place = 'frame' | 'rows' | 'row' | 'cell' | 'value' | 'inline' | 'done';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Takes a row of a sheet that holds something; false when no further rows are wanted. */
export type TakeRow = (row: number, cells: readonly string[]) => boolean;

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
  private cells: string[] = [];
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

  readWhole(text: string, at: number): number {
    if (this.place !== 'row' || this.skipped > 0) return -1;
    const { usual } = this;
    const end = usual.read(text, at);
    // A place out of order is left to the general way, which says what is wrong.
    if (end === -1 || usual.row !== this.row || usual.column <= this.column) return -1;
    if (usual.column >= LIMITS.sheetColumns) return -1;
    this.column = usual.column;
    if (usual.type === 's') {
      this.keep(this.reader.sharedText(usual.index));
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
    if (!Number.isInteger(row) || row <= this.row || row > LIMITS.sheetRows) {
      refuseDamaged(`a row is numbered ${JSON.stringify(stated ?? String(row))} after row ${this.row}`, {
        part: this.part,
      });
    }
    this.row = row;
    const hidden = attributes.get('hidden');
    this.isRowHidden = hidden === undefined ? this.frame.hidesRows : isOn(hidden);
    this.isRowHidden ||= Number(attributes.get('ht') ?? '1') === 0;
    this.cells = [];
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
    while (this.cells.length < this.column) this.cells.push('');
    this.cells.push(text);
  }

  private closeRow(): void {
    this.place = 'rows';
    if (this.cells.length === 0) return;
    if (this.isRowHidden) this.problems.addRow('hidden-rows', this.row);
    if (!this.take(this.row, this.cells)) this.place = 'done';
  }
}
