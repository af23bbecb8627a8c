/** What stands in a cell. `missing`: entered as no deviation, but the evidence is not linked. */
export type CellMark = 'pass' | 'deviation' | 'not-applicable' | 'missing' | 'empty';

/** What a person can enter; `missing` is only ever computed. */
export type EnteredMark = Exclude<CellMark, 'missing'>;

/** The result of one attribute for one item. */
export interface GridCell {
  readonly mark: CellMark;
  /** The result was computed, not entered. */
  readonly isAutomated?: boolean;
  readonly evidenceCount?: number;
}

/** A thing to be looked at in every item: letter and words, "B", "within 24 hours". */
export interface GridAttribute {
  readonly id: string;
  readonly letter: string;
  readonly label: string;
  /** The firm's own sign for an item without a deviation in it; empty for the usual tick. */
  readonly tickmark: string;
}

/** A column of the population shown beside the results. */
export interface GridColumn {
  readonly id: string;
  readonly label: string;
  readonly align?: 'left' | 'right';
  /** The share of the width; 1 unless said. */
  readonly share?: number;
}

/** A value of the population; `attention` sets it in ochre, as for the figure that makes a deviation. */
export interface GridValue {
  readonly text: string;
  readonly tone?: 'attention';
}

/** One item with its values (in the order of the columns) and results (in the order of the attributes). */
export interface GridItem {
  readonly id: string;
  readonly number: number;
  readonly key: string;
  readonly values: readonly GridValue[];
  readonly cells: readonly GridCell[];
  readonly evidenceCount: number;
}

/** One result that is to change. */
export interface CellChange {
  readonly itemId: string;
  readonly attributeId: string;
  readonly from: CellMark;
  readonly to: EnteredMark;
}

/** Every mark in the order of the legend, with its word. */
export const MARK_WORDS: Readonly<Record<CellMark, string>> = {
  pass: 'no deviation',
  deviation: 'deviation',
  'not-applicable': 'not applicable',
  missing: 'evidence missing',
  empty: 'empty',
};

/** Every mark in the order of the legend. */
export const MARKS: readonly CellMark[] = ['pass', 'deviation', 'not-applicable', 'missing', 'empty'];

/** "Item 7, attribute B, within 24 hours: deviation, 2 evidence files": a cell as a screen reader hears it. */
export function cellWords(item: GridItem, attribute: GridAttribute, cell: GridCell): string {
  const evidence = cell.evidenceCount ?? 0;
  const files = evidence === 0 ? '' : `, ${String(evidence)} evidence ${evidence === 1 ? 'file' : 'files'}`;
  const origin = cell.isAutomated === true ? ', computed' : '';
  const where = `Item ${String(item.number)}, attribute ${attribute.letter}, ${attribute.label}`;
  return `${where}: ${MARK_WORDS[cell.mark]}${origin}${files}`;
}

/** Moves the focus of the grid from outside: from a gate, from the drawer. */
export interface AttributeGridHandle {
  /** Goes to a cell; the filter must show its item. */
  readonly goTo: (itemId: string, attributeId: string) => void;
  /** Goes to the next cell with the mark, round the end. */
  readonly goToNext: (mark: CellMark) => void;
}
