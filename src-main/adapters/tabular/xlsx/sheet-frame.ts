import { columnLetters } from '../../../../shared/domain/population/table-problem.ts';
import { LIMITS } from '../limits.ts';
import type { ProblemLog } from '../problem-log.ts';
import { refuseDamaged } from '../refusal.ts';
import { readRange } from './cell-reference.ts';
import type { TagAttributes } from './tag-attributes.ts';
import { isOn } from './workbook.ts';

interface HiddenColumns {
  readonly first: number;
  readonly last: number;
}

/** What a sheet says besides its rows. */
export class SheetFrame {
  /** Columns that the sheet declares; 0 where it does not say. */
  declaredColumns = 0;
  /** True where rows are hidden unless they say otherwise. */
  hidesRows = false;
  private readonly part: string;
  private readonly problems: ProblemLog;
  private readonly hidden: HiddenColumns[] = [];
  private depth = 0;

  constructor(part: string, problems: ProblemLog) {
    this.part = part;
    this.problems = problems;
  }

  /** True within the outermost element only. */
  get isOutermost(): boolean {
    return this.depth === 1;
  }

  /** Enters an element; false where its content is of no interest. */
  open(name: string, attributes: TagAttributes): boolean {
    if (this.depth === 0) {
      if (name !== 'worksheet')
        refuseDamaged(`its part ${this.part} is not a worksheet`, { part: this.part });
      this.depth = 1;
      return true;
    }
    if (name === 'dimension') this.readDimension(attributes);
    if (name === 'sheetFormatPr') this.hidesRows = isOn(attributes.get('zeroHeight'));
    if (name === 'col') this.readColumns(attributes);
    if (name === 'mergeCell') this.readMerge(attributes);
    if (name !== 'cols' && name !== 'mergeCells') return false;
    this.depth += 1;
    return true;
  }

  close(): void {
    this.depth -= 1;
  }

  /** Names hidden columns among the columns of the list. */
  reportHiddenColumns(columns: number): void {
    const names: string[] = [];
    for (let column = 0; column < columns; column += 1) {
      if (this.hidden.some(({ first, last }) => column >= first && column <= last))
        names.push(columnLetters(column));
    }
    if (names.length > 0) this.problems.addNames('hidden-columns', names);
  }

  private readDimension(attributes: TagAttributes): void {
    const range = readRange(attributes.get('ref') ?? '');
    if (range !== null) this.declaredColumns = Math.min(range.last.column + 1, LIMITS.sheetColumns);
  }

  private readColumns(attributes: TagAttributes): void {
    const width = attributes.get('width');
    const isHidden = isOn(attributes.get('hidden')) || (width !== undefined && Number(width) === 0);
    if (!isHidden) return;
    const first = Number(attributes.get('min')) - 1;
    const last = Number(attributes.get('max')) - 1;
    this.hidden.push({ first, last });
    if (this.hidden.length > LIMITS.sheetColumns) refuseDamaged('a sheet describes too many columns');
  }

  /** Every row that a merge covers shows a value that only its first cell holds. */
  private readMerge(attributes: TagAttributes): void {
    const range = readRange(attributes.get('ref') ?? '');
    if (range !== null) this.problems.addRow('merged-cells', range.first.row);
  }
}
