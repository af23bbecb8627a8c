import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { TableLine } from './table-lines.ts';

/** Up to this many lines all are drawn. */
const MOST_LINES_DRAWN = 200;
const GROUP_HEIGHT = 27;

/** What of a table is drawn, and the height that stands for what is not. */
export interface TableView {
  readonly drawn: readonly number[];
  readonly before: number;
  readonly after: number;
  /** Moves the browser's focus to a row after the next drawing. */
  readonly focusRow: (rowIndex: number) => void;
}

/** The lines in view of a long table, all lines of a short one. */
export function useTableLines<Row>(
  scroller: HTMLElement | null,
  lines: readonly TableLine<Row>[],
  rowHeight: number,
  selected: number,
): TableView {
  const wanted = useRef<number>(undefined);
  const isVirtual = lines.length > MOST_LINES_DRAWN;
  const virtualizer = useVirtualizer({
    count: isVirtual ? lines.length : 0,
    getScrollElement: () => scroller,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? GROUP_HEIGHT : rowHeight),
    overscan: 10,
  });
  useEffect(() => {
    if (wanted.current === undefined) return;
    const rowIndex = wanted.current;
    const row = scroller?.querySelector<HTMLElement>(`[data-row-index="${String(rowIndex)}"]`);
    if (row === null || row === undefined) return;
    wanted.current = undefined;
    row.focus();
  });
  const focusRow = (rowIndex: number): void => {
    wanted.current = rowIndex;
    if (isVirtual)
      virtualizer.scrollToIndex(lines.findIndex((line) => line.kind === 'row' && line.index === rowIndex));
    else if (rowIndex === selected) wanted.current = undefined;
  };
  if (!isVirtual) return { drawn: lines.map((_, index) => index), before: 0, after: 0, focusRow };
  const items = virtualizer.getVirtualItems();
  return {
    drawn: items.map((item) => item.index),
    before: items[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    focusRow,
  };
}
