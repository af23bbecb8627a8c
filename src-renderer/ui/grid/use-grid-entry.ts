import type { ClipboardEvent, KeyboardEvent } from 'react';
import { copiedText, parsePasted } from './grid-clipboard.ts';
import { changesForFillDown, changesForMark, changesForPaste, markForKey } from './grid-entry.ts';
import type { CellChange, GridAttribute, GridItem } from './grid-model.ts';
import type { CellRange } from './grid-selection.ts';

/** What a key asks for the focused cell beyond a result. */
export type CellRequest = 'add-evidence' | 'write-note' | 'show-evidence' | 'edit';

/** What the grid reports; it keeps no results of its own. */
export interface GridEntryHandlers {
  readonly onChange: (changes: readonly CellChange[]) => void;
  readonly onUndo?: (() => void) | undefined;
  /** Texts of a pasted block that are no mark; nothing was entered. */
  readonly onUnread?: ((texts: readonly string[]) => void) | undefined;
  readonly onRequest?: ((request: CellRequest, itemId: string, attributeId: string) => void) | undefined;
  readonly isReadOnly: boolean;
  /** Whether P, D, N, E and M work; a person can switch single letters off. */
  readonly hasLetterKeys: boolean;
}

interface GridEntryScope extends GridEntryHandlers {
  readonly items: readonly GridItem[];
  readonly attributes: readonly GridAttribute[];
  readonly range: CellRange;
  readonly focus: { readonly row: number; readonly column: number };
}

const REQUESTS: ReadonlyMap<string, CellRequest> = new Map<string, CellRequest>([
  ['e', 'add-evidence'],
  ['m', 'write-note'],
  [' ', 'show-evidence'],
  ['f2', 'edit'],
]);

/** Enters results by key. `true` when the key was used. */
export function enterByKey(event: KeyboardEvent, scope: GridEntryScope): boolean {
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return commandKey(event.key.toLowerCase(), scope);
  const isLetter = event.key.length === 1 && event.key !== ' ';
  if (isLetter && !scope.hasLetterKeys) return false;
  const mark = markForKey(event.key);
  if (mark !== undefined) {
    report(scope, changesForMark(scope.items, scope.attributes, scope.range, mark));
    return true;
  }
  return request(event.key, scope);
}

/** Puts the selected marks on the clipboard. */
export function copySelection(event: ClipboardEvent, scope: GridEntryScope): void {
  event.preventDefault();
  event.clipboardData.setData('text/plain', copiedText(scope.items, scope.range));
}

/** Enters a pasted block, or reports the texts it cannot read. Gives back what fell outside the grid. */
export function pasteIntoSelection(event: ClipboardEvent, scope: GridEntryScope): number {
  event.preventDefault();
  const block = parsePasted(event.clipboardData.getData('text/plain'));
  if (!block.isRead) {
    scope.onUnread?.(block.unread);
    return 0;
  }
  const { changes, cutOff } = changesForPaste(scope.items, scope.attributes, scope.range, block.marks);
  report(scope, changes);
  return cutOff;
}

function commandKey(key: string, scope: GridEntryScope): boolean {
  if (key === 'd') {
    report(scope, changesForFillDown(scope.items, scope.attributes, scope.range));
    return true;
  }
  if (key === 'z' && scope.onUndo !== undefined) {
    scope.onUndo();
    return true;
  }
  return false;
}

function request(key: string, scope: GridEntryScope): boolean {
  const wanted = REQUESTS.get(key.toLowerCase());
  const item = scope.items[scope.focus.row];
  const attribute = scope.attributes[scope.focus.column];
  if (wanted === undefined || scope.onRequest === undefined) return false;
  if (item === undefined || attribute === undefined) return false;
  scope.onRequest(wanted, item.id, attribute.id);
  return true;
}

function report(scope: GridEntryScope, changes: readonly CellChange[]): void {
  if (!scope.isReadOnly && changes.length > 0) scope.onChange(changes);
}
