import { describe, expect, it } from 'vitest';
import {
  EMPTY_QUEUE,
  entered,
  marksWith,
  pastWith,
  recorded,
  type Entry,
} from '../../../../../src-renderer/features/workpaper/entry-queue.ts';
import type { CellChange } from '../../../../../src-renderer/ui/grid/grid-model.ts';
import { cellKey } from '../../../../../src-renderer/features/workpaper/grid-view.ts';

const change = (itemId: string, from: CellChange['from'], to: CellChange['to']): CellChange => ({
  itemId,
  attributeId: 'A',
  from,
  to,
});
const entry = (rowId: string, isUndo = false): Entry => ({
  changes: [change(rowId, 'empty', 'pass')],
  words: {},
  isUndo,
});

describe('entries from the grid', () => {
  it('go to the record one at a time, in the order in which they were entered', () => {
    const first = entered(EMPTY_QUEUE, entry('1'), false);
    expect(first.sent).toEqual(entry('1'));
    const second = entered(first.queue, entry('2'), false);
    const third = entered(second.queue, entry('3'), false);
    expect([second.sent, third.sent]).toEqual([undefined, undefined]);
    const next = recorded(third.queue);
    expect(next.sent).toEqual(entry('2'));
    const last = recorded(next.queue);
    expect([last.sent, last.queue.isBusy]).toEqual([entry('3'), true]);
    expect(recorded(last.queue)).toEqual({ queue: EMPTY_QUEUE, sent: undefined });
  });

  it('that waited behind a refused one are dropped, and the next is sent at once', () => {
    const waiting = entered(entered(EMPTY_QUEUE, entry('1'), false).queue, entry('2'), false);
    const after = entered(waiting.queue, entry('3'), true);
    expect(after).toEqual({ queue: { isBusy: true, waiting: [] }, sent: entry('3') });
  });

  it('show their marks until they are recorded, but not those that were refused', () => {
    const shown = marksWith(new Map(), entry('1'), false);
    const key = (id: string): string => cellKey(change(id, 'empty', 'pass'));
    expect([...marksWith(shown, entry('2'), false).keys()]).toEqual([key('1'), key('2')]);
    expect([...marksWith(shown, entry('2'), true)]).toEqual([[key('2'), 'pass']]);
  });

  it('are taken back the last one first; a cell without its evidence returns to a pass', () => {
    const past = pastWith([], { ...entry('1'), changes: [change('1', 'missing', 'deviation')] });
    expect(past).toEqual([[change('1', 'deviation', 'pass')]]);
    const two = pastWith(past, entry('2'));
    expect(two.at(-1)).toEqual([change('2', 'pass', 'empty')]);
    expect(pastWith(two, entry('2', true))).toEqual(past);
  });
});
