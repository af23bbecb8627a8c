import { RowCells } from '../../../shared/domain/population/row-cells.ts';
import { findHeaderProblems } from '../../../shared/domain/population/table-problem.ts';
import type { RowsChoice } from '../../services/ports/tabular.ts';
import { KeyCheck } from './key-check.ts';
import type { ProblemLog } from './problem-log.ts';
import { refuse } from './refusal.ts';
import { noOutput } from './row-output.ts';
import type { RowOutput } from './row-output.ts';

/** Rows held back until the width of a sheet is settled. */
const HELD_ROWS = 1_000;

/** How wide rows may be. */
export type Width =
  /** A text file: every row has exactly the cells of its header. */
  | { readonly kind: 'as-header' }
  /** A sheet: cells that hold nothing are not stored, so the widest row gives the width. `declared` is what the sheet says of itself, `known` what an earlier reading found. */
  | { readonly kind: 'widest-row'; readonly declared: () => number; readonly known: number | null };

interface IntakeSetting {
  readonly choice: RowsChoice;
  readonly problems: ProblemLog;
  readonly output: RowOutput;
  readonly width: Width;
  readonly columnLimit: number;
}

/** Receives the rows of one list in order, finds its header, checks every row, and hands the rows on. */
export class TableIntake {
  /** Rows below the header so far. */
  rowCount = 0;
  /** Set when the width of a sheet must be found by reading it to its end first. */
  wantsWidth = false;
  private readonly setting: IntakeSetting;
  private headerCells: readonly string[] | null = null;
  private headerRow = 0;
  private lastRow = 0;
  private columnCount = 0;
  private widthIsFixed: boolean;
  private held: { readonly cells: readonly string[]; readonly fileRow: number }[] = [];
  private keys: KeyCheck | null = null;

  constructor(setting: IntakeSetting) {
    this.setting = setting;
    this.widthIsFixed = setting.width.kind === 'as-header' || setting.width.known !== null;
  }

  /** The header as wide as the list. */
  get header(): readonly string[] {
    return this.headerCells === null ? [] : padded(this.headerCells, this.columnCount);
  }

  get hasHeader(): boolean {
    return this.headerCells !== null;
  }

  /** Cells of the widest row so far. */
  get columns(): number {
    return this.columnCount;
  }

  /** Takes a row that is not blank; false when no further rows are wanted. */
  add(fileRow: number, cells: RowCells): boolean {
    const { choice } = this.setting;
    if (choice.headerRow !== undefined && fileRow < choice.headerRow) return true;
    if (this.headerCells === null) {
      this.takeHeader(fileRow, cells.all());
      return choice.maxRows !== 0;
    }
    if (fileRow > this.lastRow + 1) {
      this.setting.problems.addRows('blank-row-left-out', this.lastRow + 1, fileRow - 1);
    }
    this.lastRow = fileRow;
    this.rowCount += 1;
    this.keys?.check(fileRow, cells);
    if (this.hasFittingWidth(fileRow, cells)) this.hand(fileRow, cells);
    return !this.wantsWidth && (choice.maxRows === undefined || this.rowCount < choice.maxRows);
  }

  /** Ends the list. `lastFileRow` is the last row of the file where blank rows at its end are to be reported. */
  finish(lastFileRow?: number): void {
    const { choice, problems } = this.setting;
    if (this.headerCells === null) {
      if (choice.headerRow === undefined) refuse('empty-file', 'The file holds no rows.');
      refuse('no-such-row', `Row ${choice.headerRow} does not exist or is blank; it cannot be the header.`, {
        row: choice.headerRow,
      });
    }
    if (lastFileRow !== undefined && lastFileRow > this.lastRow) {
      problems.addRows('blank-row-left-out', this.lastRow + 1, lastFileRow);
    }
    this.fixWidth();
    for (const problem of findHeaderProblems(this.header, this.headerRow)) problems.add(problem);
    if (this.rowCount === 0 && choice.maxRows !== 0) problems.addRow('no-rows', this.headerRow);
  }

  private takeHeader(fileRow: number, cells: readonly string[]): void {
    const { choice, problems, width } = this.setting;
    if (choice.headerRow !== undefined && fileRow > choice.headerRow) {
      refuse('no-such-row', `Row ${choice.headerRow} is blank; it cannot be the header.`, {
        row: choice.headerRow,
      });
    }
    this.headerCells = cells;
    this.headerRow = fileRow;
    this.lastRow = fileRow;
    this.columnCount = Math.max(cells.length, width.kind === 'widest-row' ? (width.known ?? 0) : 0);
    this.checkColumnLimit();
    if (fileRow > 1) problems.addRow('header-not-first', fileRow);
    if (choice.keyColumn !== undefined) this.keys = new KeyCheck(choice.keyColumn, cells, problems);
    if (this.widthIsFixed) this.setting.output.header(this.header);
  }

  private hasFittingWidth(fileRow: number, { width }: RowCells): boolean {
    const isSheet = this.setting.width.kind === 'widest-row';
    if (isSheet ? width <= this.columnCount : width === this.columnCount) return true;
    if (this.widthIsFixed) {
      this.setting.problems.addRow('ragged-row', fileRow);
      return false;
    }
    this.columnCount = width;
    this.checkColumnLimit();
    return true;
  }

  private hand(fileRow: number, cells: RowCells): void {
    const { output } = this.setting;
    if (output === noOutput) return;
    if (this.widthIsFixed) {
      cells.widen(this.columnCount);
      output.row(cells, fileRow);
      return;
    }
    this.held.push({ cells: cells.all(), fileRow });
    if (this.held.length < HELD_ROWS) return;
    const { width } = this.setting;
    if (width.kind === 'widest-row' && width.declared() > this.columnCount) {
      this.wantsWidth = true;
      return;
    }
    this.fixWidth();
  }

  private fixWidth(): void {
    if (this.widthIsFixed) return;
    this.widthIsFixed = true;
    this.setting.output.header(this.header);
    for (const { cells, fileRow } of this.held)
      this.setting.output.row(RowCells.of(padded(cells, this.columnCount)), fileRow);
    this.held = [];
  }

  private checkColumnLimit(): void {
    const { columnLimit } = this.setting;
    if (this.columnCount <= columnLimit) return;
    refuse('too-many-columns', `The list has ${this.columnCount} columns; at most ${columnLimit} are read.`, {
      columns: this.columnCount,
      limit: columnLimit,
    });
  }
}

const padded = (cells: readonly string[], width: number): readonly string[] =>
  cells.length >= width ? cells : [...cells, ...Array.from({ length: width - cells.length }, () => '')];
