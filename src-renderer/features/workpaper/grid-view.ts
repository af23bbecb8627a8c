import { mostGridItems } from '../../../shared/domain/testing/grid-size.ts';
import type { Output } from '../../app/client.ts';
import { shownDate } from '../../ui/form/typed-date.ts';
import type {
  CellChange,
  CellMark,
  EnteredMark,
  GridAttribute,
  GridColumn,
  GridItem,
} from '../../ui/grid/grid-model.ts';

/** The grid as the record gives it. */
export type TestGrid = Output<'testing.grid'>;

/** Asks for the whole grid of a test: where all records are tested, these are far more than a page. */
export const gridQuestion = (testId: string) => ({ testId, limit: mostGridItems });
/** An item of the grid. */
export type TestItem = TestGrid['items'][number];
/** A cell of the grid. */
export type TestCell = TestItem['cells'][number];

/** A cell by its item and attribute. */
export interface CellPlace {
  readonly itemId: string;
  readonly attributeId: string;
}

/** What was typed about cells: why they deviate or do not apply, and why a deviation does not stand. */
export interface CellWords {
  readonly note?: string;
  readonly observation?: string;
  readonly withdrawReason?: string;
}

/** The list behind the items: which columns identify a row and which one dates it. */
export interface ListShape {
  readonly keyColumns: readonly string[];
  readonly dateColumn: string | null;
}

/** A column of the list as the grid shows it. */
export interface ShownColumn extends GridColumn {
  /** Where the value stands in the record. */
  readonly index: number;
  readonly isDate: boolean;
}

/** The columns of the grid, at most as many as there is room for: the date first, then the others in their order, without the key. */
export function columnsOf(grid: TestGrid, shape: ListShape, most: number): readonly ShownColumn[] {
  const known = grid.columns.map((label, index) => ({ label, index, isDate: label === shape.dateColumn }));
  return known
    .filter(({ label }) => !shape.keyColumns.includes(label))
    .toSorted((one, other) => Number(other.isDate) - Number(one.isDate))
    .slice(0, most)
    .map(({ label, index, isDate }) => ({
      ...{ id: String(index), label, index, isDate },
      ...(isDate ? { share: 1.6 } : {}),
      align: isFigures(grid, index) ? 'right' : 'left',
    }));
}

/** Whether every value of a column is a figure. */
function isFigures({ items }: TestGrid, index: number): boolean {
  return items.length > 0 && items.every(({ record }) => /^-?\d+([.,]\d+)?$/.test(record[index] ?? ''));
}

/** The attributes of the grid. */
export function attributesOf(grid: TestGrid): readonly GridAttribute[] {
  return grid.attributes.map(({ id, key, text, tickmark }) => ({ id, letter: key, label: text, tickmark }));
}

/**
 * The items of the grid, with changes that are on their way to the record. `known` keeps each item as it was last shown
 * with these columns: one that is the same on record is the same object again.
 */
export function itemsOf(
  grid: TestGrid,
  columns: readonly ShownColumn[],
  underWay: ReadonlyMap<string, EnteredMark>,
  known = new WeakMap<TestItem, GridItem>(),
): readonly GridItem[] {
  const touched = new Set([...underWay.keys()].map((key) => key.slice(0, key.indexOf(' '))));
  return grid.items.map((item) => {
    const shown = known.get(item) ?? shownItem(item, columns);
    known.set(item, shown);
    return touched.has(item.id) ? withMarks(shown, item, underWay) : shown;
  });
}

function shownItem(item: TestItem, columns: readonly ShownColumn[]): GridItem {
  return {
    id: item.id,
    number: item.ordinal,
    key: item.key,
    values: columns.map(({ index, isDate }) => ({ text: valueOf(item, index, isDate) })),
    cells: item.cells.map((cell) => ({ mark: markOf(cell), evidenceCount: cell.evidenceCount })),
    evidenceCount: item.evidenceCount,
  };
}

function withMarks(shown: GridItem, item: TestItem, underWay: ReadonlyMap<string, EnteredMark>): GridItem {
  const cells = item.cells.map(({ attributeId, evidenceCount }, index) => {
    const mark = underWay.get(cellKey({ itemId: item.id, attributeId })) ?? shown.cells[index]?.mark;
    return { mark: mark ?? 'empty', evidenceCount };
  });
  return { ...shown, cells };
}

/** The date column shows the day as it was read; what else the cell says stands behind it. */
function valueOf(item: TestItem, index: number, isDate: boolean): string {
  const text = item.record[index] ?? '';
  const isPlain = isDate && item.occurredOn !== null && text.startsWith(item.occurredOn);
  if (!isPlain || item.occurredOn === null) return text;
  const time = /[T ](\d{2}:\d{2})/.exec(text)?.[1] ?? '';
  return `${shownDate(item.occurredOn)} ${time}`.trim();
}

function markOf(cell: TestCell): CellMark {
  if (cell.isUnsupported) return 'missing';
  switch (cell.result) {
    case 'pass':
      return 'pass';
    case 'deviation':
      return 'deviation';
    case 'notApplicable':
      return 'not-applicable';
    case null:
      return 'empty';
  }
}

/** A cell as one text, to look it up by. */
export function cellKey({ itemId, attributeId }: CellPlace): string {
  return `${itemId} ${attributeId}`;
}

/** A cell of the grid by its place. */
export function cellAt(
  grid: TestGrid,
  { itemId, attributeId }: CellPlace,
):
  | { readonly item: TestItem; readonly cell: TestCell; readonly letter: string; readonly text: string }
  | undefined {
  const item = grid.items.find(({ id }) => id === itemId);
  const cell = item?.cells.find((known) => known.attributeId === attributeId);
  const attribute = grid.attributes.find(({ id }) => id === attributeId);
  if (item === undefined || cell === undefined || attribute === undefined) return undefined;
  return { item, cell, letter: attribute.key, text: attribute.text };
}

const RESULTS = {
  pass: 'pass',
  deviation: 'deviation',
  'not-applicable': 'notApplicable',
  empty: null,
} as const;

/** The cells of a command from changes of the grid; what was written about a cell stays with it. */
export function cellsOf(grid: TestGrid, changes: readonly CellChange[], words: CellWords = {}) {
  return changes.map(({ itemId, attributeId, to }) => {
    const before = cellAt(grid, { itemId, attributeId })?.cell;
    return {
      ...{ itemId, attributeId, ...revisionOf(before), result: RESULTS[to] },
      note: words.note ?? before?.note ?? '',
      observation: words.observation ?? before?.observation ?? '',
      withdrawReason: words.withdrawReason ?? '',
    };
  });
}

/** The revision that the person was shown, where the cell was recorded before. */
function revisionOf(cell: TestCell | undefined): { readonly revision?: number } {
  const revision = cell?.revision ?? null;
  return revision === null ? {} : { revision };
}

/** What must be said before changes can be recorded; `undefined` where nothing must. */
export type AskedWords = 'deviation' | 'not-applicable' | 'take-back';

/** The first thing that changes leave unsaid: a deviation or “not applicable” without a note, a deviation taken back. */
export function askedWords(grid: TestGrid, changes: readonly CellChange[]): AskedWords | undefined {
  return changes
    .map((change) => askedOf(change, cellAt(grid, change)?.cell))
    .find((words) => words !== undefined);
}

function askedOf({ to }: CellChange, cell: TestCell | undefined): AskedWords | undefined {
  const { deviationCode = null, note = '' } = cell ?? {};
  if (deviationCode !== null && to !== 'deviation') return 'take-back';
  const needsNote = to === 'deviation' || to === 'not-applicable';
  return needsNote && note.trim() === '' ? to : undefined;
}
