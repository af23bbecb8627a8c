import type { CellChange, EnteredMark } from '../../ui/grid/grid-model.ts';
import { cellKey } from './grid-view.ts';
import type { CellWords } from './grid-view.ts';

/** Cells that were entered together, with what was said about them. */
export interface Entry {
  readonly changes: readonly CellChange[];
  readonly words: CellWords;
  readonly isUndo: boolean;
}

/** Entries of which one at a time is on its way to the record. */
export interface EntryQueue {
  readonly isBusy: boolean;
  readonly waiting: readonly Entry[];
}

/** The queue after a step, and the entry that is sent now, if one is. */
export interface QueueStep {
  readonly queue: EntryQueue;
  readonly sent: Entry | undefined;
}

/** Nothing is under way. */
export const EMPTY_QUEUE: EntryQueue = { isBusy: false, waiting: [] };

/**
 * Takes in an entry. It waits behind one that is on its way; after a refusal it is sent at once, and what waited is
 * dropped: it was never recorded, and is entered again by hand.
 */
export function entered(queue: EntryQueue, entry: Entry, isRefused: boolean): QueueStep {
  if (queue.isBusy && !isRefused)
    return { queue: { isBusy: true, waiting: [...queue.waiting, entry] }, sent: undefined };
  return { queue: { isBusy: true, waiting: [] }, sent: entry };
}

/** The entry on its way was recorded: the next one is sent. */
export function recorded({ waiting: [sent, ...waiting] }: EntryQueue): QueueStep {
  return { queue: { isBusy: sent !== undefined, waiting }, sent };
}

/** The marks to show until they are recorded; those before a refusal were not. */
export function marksWith(
  before: ReadonlyMap<string, EnteredMark>,
  { changes }: Entry,
  isRefused: boolean,
): ReadonlyMap<string, EnteredMark> {
  const own = changes.map((change) => [cellKey(change), change.to] as const);
  return new Map([...(isRefused ? [] : before), ...own]);
}

/** What can be taken back after an entry was recorded, the last one at the end. */
export function pastWith(
  past: readonly (readonly CellChange[])[],
  { changes, isUndo }: Entry,
): readonly (readonly CellChange[])[] {
  return isUndo ? past.slice(0, -1) : [...past, inverse(changes)];
}

function inverse(changes: readonly CellChange[]): readonly CellChange[] {
  return changes.map(({ from, to, ...cell }) => ({
    ...cell,
    from: to,
    to: from === 'missing' ? 'pass' : from,
  }));
}
