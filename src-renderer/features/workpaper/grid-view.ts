import type { Output } from '../../app/client.ts';
import type { CellChange, CellMark, GridAttribute, GridColumn, GridItem } from '../../ui/grid/grid-model.ts';

/** The grid as the record gives it. */
export type TestGrid = Output<'testing.grid'>;
type Cell = TestGrid['items'][number]['cells'][number];

function markOf(cell: Cell): CellMark {
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

/** Columns of the population beside the key, as many as a person can read at once. */
const mostColumns = 4;

/** The columns of the grid. */
export function columnsOf(grid: TestGrid): readonly GridColumn[] {
  return grid.columns.slice(0, mostColumns).map((label, index) => ({ id: String(index), label }));
}

/** The attributes of the grid. */
export function attributesOf(grid: TestGrid): readonly GridAttribute[] {
  return grid.attributes.map(({ id, key, text }) => ({ id, letter: key, label: text }));
}

/** The items of the grid. */
export function itemsOf(grid: TestGrid): readonly GridItem[] {
  return grid.items.map((item) => ({
    id: item.id,
    number: item.ordinal,
    key: item.key,
    values: item.record.slice(0, mostColumns).map((text) => ({ text })),
    cells: item.cells.map((cell) => ({ mark: markOf(cell), evidenceCount: cell.evidenceCount })),
    evidenceCount: item.evidenceCount,
  }));
}

const results = {
  pass: 'pass',
  deviation: 'deviation',
  'not-applicable': 'notApplicable',
  empty: null,
} as const;

/** The cells of a command from changes of the grid; what was written about a cell stays with it. */
export function cellsOf(grid: TestGrid, changes: readonly CellChange[]) {
  return changes.map(({ itemId, attributeId, to }) => {
    const before = grid.items
      .find((item) => item.id === itemId)
      ?.cells.find((cell) => cell.attributeId === attributeId);
    return {
      itemId,
      attributeId,
      ...revisionOf(before),
      result: results[to],
      note: before?.note ?? '',
      observation: before?.observation ?? '',
    };
  });
}

/** The revision that the person was shown, where the cell was recorded before. */
function revisionOf(cell: Cell | undefined): { readonly revision?: number } {
  const revision = cell?.revision ?? null;
  return revision === null ? {} : { revision };
}
