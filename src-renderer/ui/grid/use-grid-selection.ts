import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, MouseEvent, Ref } from 'react';
import { nextCellWith } from './grid-counts.ts';
import { cellWords } from './grid-model.ts';
import type { AttributeGridHandle, CellChange, GridAttribute, GridItem } from './grid-model.ts';
import { clampSelection, moveSelection, selectCell, selectedRange } from './grid-selection.ts';
import type { CellPosition, GridSelection, GridSize } from './grid-selection.ts';
import { copySelection, enterByKey, pasteIntoSelection } from './use-grid-entry.ts';
import type { GridEntryHandlers } from './use-grid-entry.ts';

interface GridSelectionOptions extends GridEntryHandlers {
  readonly onFocusCell?: ((itemId: string, attributeId: string) => void) | undefined;
  readonly handle?: Ref<AttributeGridHandle> | undefined;
}

const PAGE = 15;

/** The selection of a grid, its keys, mouse and clipboard, and the sentence to announce after an entry. */
export function useGridSelection(
  scroller: HTMLElement | null,
  items: readonly GridItem[],
  attributes: readonly GridAttribute[],
  options: GridSelectionOptions,
) {
  const [announcement, setAnnouncement] = useState('');
  const size = { rows: items.length, columns: attributes.length, page: PAGE };
  const { selection, select } = useHeldSelection(scroller, items, attributes, size, options.onFocusCell);
  useImperativeHandle(options.handle, () => ({
    goTo: (itemId, attributeId) => {
      const row = items.findIndex((item) => item.id === itemId);
      const column = attributes.findIndex((attribute) => attribute.id === attributeId);
      if (row >= 0 && column >= 0) select(selectCell(row, column));
    },
    goToNext: (mark) => {
      const next = nextCellWith(items, mark, selection.focus);
      if (next !== undefined) select(selectCell(next.row, next.column));
    },
  }));
  const scope = {
    ...options,
    onChange: (changes: readonly CellChange[]) => {
      setAnnouncement(changedWords(items, attributes, changes));
      options.onChange(changes);
    },
    items,
    attributes,
    range: selectedRange(selection),
    focus: selection.focus,
  };
  const handlers = {
    ...mouseHandlers(selection, select),
    onKeyDown: (event: KeyboardEvent) => {
      const key = { key: event.key, shift: event.shiftKey, command: event.ctrlKey || event.metaKey };
      const moved = moveSelection(selection, key, size);
      if (moved !== undefined) select(moved);
      if (moved !== undefined || enterByKey(event, scope)) event.preventDefault();
    },
    onCopy: (event: ClipboardEvent) => {
      copySelection(event, scope);
    },
    onPaste: (event: ClipboardEvent) => {
      const cutOff = pasteIntoSelection(event, scope);
      if (cutOff > 0)
        setAnnouncement(`${String(cutOff)} pasted cells fall outside the grid and were left out.`);
    },
  };
  return { selection, handlers, announcement };
}

/** The selection, brought back when rows go away; selecting moves the browser's focus to the cell. */
function useHeldSelection(
  scroller: HTMLElement | null,
  items: readonly GridItem[],
  attributes: readonly GridAttribute[],
  size: GridSize,
  onFocusCell: ((itemId: string, attributeId: string) => void) | undefined,
) {
  const [held, setHeld] = useState(selectCell(0, 0));
  const mustFocus = useRef(false);
  const selection = clampSelection(held, size);
  useEffect(() => {
    if (!mustFocus.current) return;
    mustFocus.current = false;
    cellElement(scroller, selection.focus)?.focus();
  }, [scroller, selection]);
  const select = (next: GridSelection): void => {
    mustFocus.current = true;
    setHeld(next);
    const item = items[next.focus.row];
    const attribute = attributes[next.focus.column];
    if (item !== undefined && attribute !== undefined) onFocusCell?.(item.id, attribute.id);
  };
  return { selection, select };
}

/** A press selects, with Shift it extends, and so does a drag. */
function mouseHandlers(selection: GridSelection, select: (next: GridSelection) => void) {
  return {
    onMouseDown: (event: MouseEvent) => {
      const position = positionOf(event.target);
      if (position === undefined || event.button !== 0) return;
      event.preventDefault();
      select({ focus: position, anchor: event.shiftKey ? selection.anchor : position });
    },
    onMouseOver: (event: MouseEvent) => {
      const position = positionOf(event.target);
      if (position === undefined || event.buttons !== 1) return;
      select({ focus: position, anchor: selection.anchor });
    },
  };
}

function changedWords(
  items: readonly GridItem[],
  attributes: readonly GridAttribute[],
  changes: readonly CellChange[],
): string {
  const [first] = changes;
  if (first === undefined) return '';
  if (changes.length > 1) return `${String(changes.length)} cells changed.`;
  const item = items.find((candidate) => candidate.id === first.itemId);
  const attribute = attributes.find((candidate) => candidate.id === first.attributeId);
  if (item === undefined || attribute === undefined) return '';
  return cellWords(item, attribute, { mark: first.to });
}

function cellElement(root: HTMLElement | null, { row, column }: CellPosition): HTMLElement | null {
  const selector = `[data-row="${String(row)}"][data-column="${String(column)}"]`;
  return root?.querySelector<HTMLElement>(selector) ?? null;
}

function positionOf(target: EventTarget): CellPosition | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null;
  if (cell === null) return undefined;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
