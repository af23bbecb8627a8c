import { useMemo, useState } from 'react';
import type { Output } from '../../app/client.ts';
import type { EnteredMark, GridAttribute, GridItem } from '../../ui/grid/grid-model.ts';
import { attributesOf, columnsOf, itemsOf } from './grid-view.ts';
import type { ListShape, ShownColumn, TestGrid, TestItem } from './grid-view.ts';

/** A test as the grid shows it. */
export interface ShownGrid {
  readonly keyLabel: string;
  readonly columns: readonly ShownColumn[];
  readonly attributes: readonly GridAttribute[];
  readonly items: readonly GridItem[];
}

/**
 * What the grid shows, with at most `most` columns of the list and the marks on their way to the record. What did not
 * change stays the same object, so that a key draws again the row that it changed and no other.
 */
export function useShownGrid(
  grid: TestGrid,
  populations: Output<'population.list'>,
  most: number,
  underWay: ReadonlyMap<string, EnteredMark>,
): ShownGrid {
  const shape = shapeOf(populations);
  const columns = useSame(columnsOf(grid, shape, most));
  const attributes = useSame(attributesOf(grid));
  const known = useMemo(() => ({ columns, items: new WeakMap<TestItem, GridItem>() }), [columns]);
  const items = useMemo(() => itemsOf(grid, known.columns, underWay, known.items), [grid, known, underWay]);
  const keyLabel = shape.keyColumns.length === 0 ? 'Key' : shape.keyColumns.join(', ');
  return { keyLabel, columns, attributes, items };
}

/** The value of before where the present one says the same. */
function useSame<T>(value: T): T {
  const signature = JSON.stringify(value);
  const [held, setHeld] = useState({ signature, value });
  if (held.signature === signature) return held.value;
  setHeld({ signature, value });
  return value;
}

/** The list behind the items, where there is one only. */
function shapeOf(populations: Output<'population.list'>): ListShape {
  const [only, ...others] = populations.filter(({ status }) => status === 'reconciled');
  if (only === undefined || others.length > 0) return { keyColumns: [], dateColumn: null };
  return { keyColumns: only.keyColumns, dateColumn: only.dateColumn };
}
