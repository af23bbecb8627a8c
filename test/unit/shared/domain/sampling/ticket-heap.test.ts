import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTicketHeap } from '../../../../../shared/domain/sampling/ticket-heap.ts';
import type { TicketEntry } from '../../../../../shared/domain/sampling/ticket-heap.ts';

/** Few different leading digits, so that ties are common and the tickets have to decide. */
const entries = fc.uniqueArray(
  fc.tuple(fc.nat(5), fc.nat(99)).map(([leading, rest]): TicketEntry => {
    const ticket = `${String(leading)}${String(rest).padStart(2, '0')}`;
    return { leading, ticket, key: `key ${ticket}` };
  }),
  { selector: (entry) => entry.ticket, maxLength: 60 },
);

describe('createTicketHeap', () => {
  it('keeps the smallest tickets in order, whatever order they come in', () => {
    fc.assert(
      fc.property(entries, fc.nat(20), (offered, capacity) => {
        const heap = createTicketHeap(capacity);
        for (const entry of offered) if (heap.mayTake(entry.leading)) heap.take(entry);
        const sorted = [...offered].sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
        expect(heap.inOrder()).toEqual(sorted.slice(0, capacity));
      }),
      { numRuns: 500 },
    );
  });

  it('turns away at once what begins larger than everything held', () => {
    const heap = createTicketHeap(1);
    heap.take({ leading: 4, ticket: '400', key: 'a' });
    expect([3, 4, 5].map((leading) => heap.mayTake(leading))).toEqual([true, true, false]);
  });

  it('holds nothing without room', () => {
    const heap = createTicketHeap(0);
    expect(heap.mayTake(0)).toBe(false);
    heap.take({ leading: 0, ticket: '0', key: 'a' });
    expect(heap.inOrder()).toEqual([]);
  });
});
