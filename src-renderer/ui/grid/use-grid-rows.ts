import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useState } from 'react';
import { itemsWithMark } from './grid-counts.ts';
import type { CellMark, GridItem } from './grid-model.ts';

const ROW_HEIGHT = 24;

/** Up to this many rows all are drawn; above it only those in view and the focused one. */
const MOST_ROWS_DRAWN = 60;

/**
 * The items the filter shows. A row stays while its cells change, so that it does not go away under the hand;
 * the filter is applied again when it is chosen anew or the items are others.
 */
export function useFilteredItems(
  items: readonly GridItem[],
  filter: CellMark | undefined,
): readonly GridItem[] {
  const signature = `${filter ?? ''}|${String(items.length)}|${items[0]?.id ?? ''}`;
  const [held, setHeld] = useState({ signature: '', ids: new Set<string>() });
  if (held.signature !== signature) {
    setHeld({ signature, ids: new Set(itemsWithMark(items, filter).map((item) => item.id)) });
  }
  return filter === undefined ? items : items.filter((item) => held.ids.has(item.id));
}

/** Which rows to draw and where; `undefined` places mean that every row stands in the flow. */
export function useDrawnRows(
  scroller: HTMLElement | null,
  count: number,
  focusRow: number,
): {
  readonly rows: readonly { readonly index: number; readonly top: number | undefined }[];
  readonly height: number | undefined;
} {
  const isVirtual = count > MOST_ROWS_DRAWN;
  const virtualizer = useVirtualizer({
    count: isVirtual ? count : 0,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return indexes.includes(focusRow) || focusRow >= count
        ? indexes
        : [...indexes, focusRow].toSorted((a, b) => a - b);
    },
  });
  if (!isVirtual) {
    return {
      rows: Array.from({ length: count }, (_, index) => ({ index, top: undefined })),
      height: undefined,
    };
  }
  return {
    rows: virtualizer.getVirtualItems().map((row) => ({ index: row.index, top: row.start })),
    height: virtualizer.getTotalSize(),
  };
}
