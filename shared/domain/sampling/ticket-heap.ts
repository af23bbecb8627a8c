/** The smallest tickets seen so far, at most a given number of them, in a binary heap with the largest on top. */

/** A record's ticket with its first digits as a number, which settle nearly every comparison. */
export type TicketEntry = { readonly leading: number; readonly ticket: string; readonly key: string };

/** Keeps the `capacity` smallest tickets offered to it. */
export type TicketHeap = {
  /** Whether a ticket that begins with these digits might still be among the smallest. */
  readonly mayTake: (leading: number) => boolean;
  /** Takes the ticket in, and drops the largest where there is one too many. */
  readonly take: (entry: TicketEntry) => void;
  /** The tickets held, the smallest first. */
  readonly inOrder: () => readonly TicketEntry[];
};

/** An empty heap for `capacity` tickets, a whole number from 0. */
export function createTicketHeap(capacity: number): TicketHeap {
  const entries: TicketEntry[] = [];
  return {
    mayTake: (leading) => {
      const largest = entries[0];
      return entries.length < capacity || (largest !== undefined && leading <= largest.leading);
    },
    take: (entry) => {
      const largest = entries[0];
      if (entries.length < capacity) {
        entries.push(entry);
        siftUp(entries, entry);
      } else if (largest !== undefined && isBefore(entry, largest)) {
        siftDown(entries, entry);
      }
    },
    inOrder: () => [...entries].sort((a, b) => (isBefore(a, b) ? -1 : 1)),
  };
}

function isBefore(a: TicketEntry, b: TicketEntry): boolean {
  return a.leading === b.leading ? a.ticket < b.ticket : a.leading < b.leading;
}

/** Moves the entry just added at the end up past every smaller one. */
function siftUp(entries: TicketEntry[], entry: TicketEntry): void {
  let at = entries.length - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = entries[above];
    if (parent === undefined || isBefore(entry, parent)) break;
    entries[at] = parent;
    at = above;
  }
  entries[at] = entry;
}

/** Puts the entry in place of the top, and down past every larger one. */
function siftDown(entries: TicketEntry[], entry: TicketEntry): void {
  let at = 0;
  for (;;) {
    const larger = largerChild(entries, at);
    const child = entries[larger];
    if (child === undefined || isBefore(child, entry)) break;
    entries[at] = child;
    at = larger;
  }
  entries[at] = entry;
}

function largerChild(entries: readonly TicketEntry[], at: number): number {
  const [left, right] = [2 * at + 1, 2 * at + 2];
  const [leftEntry, rightEntry] = [entries[left], entries[right]];
  const isRightLarger =
    leftEntry !== undefined && rightEntry !== undefined && isBefore(leftEntry, rightEntry);
  return isRightLarger ? right : left;
}
