import { describe, expect, it } from 'vitest';
import {
  changesForFillDown,
  changesForMark,
  changesForPaste,
  markForKey,
} from '../../../../../src-renderer/ui/grid/grid-entry.ts';
import type { CellChange } from '../../../../../src-renderer/ui/grid/grid-model.ts';
import { gridAttributes, gridItems } from './sample-grid.ts';

const ATTRIBUTES = gridAttributes(3);
const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
const brief = (changes: readonly CellChange[]) =>
  changes.map(({ itemId, attributeId, to }) => `${itemId}${attributeId}:${to}`);

describe('markForKey', () => {
  it('knows P, D, N in either case, and the emptying keys', () => {
    expect(['p', 'D', 'n', 'Delete', 'Backspace', 'x', 'Enter'].map(markForKey)).toEqual([
      'pass',
      'deviation',
      'not-applicable',
      'empty',
      'empty',
      undefined,
      undefined,
    ]);
  });
});

describe('changesForMark', () => {
  it('marks the range and leaves out what holds the mark already', () => {
    const items = gridItems('P..', '.P.');
    expect(brief(changesForMark(items, ATTRIBUTES, at(0, 0, 1, 1), 'pass'))).toEqual([
      'i1b:pass',
      'i2a:pass',
    ]);
  });

  it('says what stood there before', () => {
    expect(changesForMark(gridItems('D..'), ATTRIBUTES, at(0, 0), 'empty')).toEqual([
      { itemId: 'i1', attributeId: 'a', from: 'deviation', to: 'empty' },
    ]);
  });

  it('does not enter again what only lacks evidence', () => {
    expect(changesForMark(gridItems('!..'), ATTRIBUTES, at(0, 0), 'pass')).toEqual([]);
  });
});

describe('changesForFillDown', () => {
  it('fills the selected rows from the first one', () => {
    const items = gridItems('PDN', '...', '...');
    expect(brief(changesForFillDown(items, ATTRIBUTES, at(0, 0, 2, 1)))).toEqual([
      'i2a:pass',
      'i2b:deviation',
      'i3a:pass',
      'i3b:deviation',
    ]);
  });

  it('takes the row above for a single row, and nothing above the first', () => {
    const items = gridItems('PDN', '...');
    expect(brief(changesForFillDown(items, ATTRIBUTES, at(1, 2)))).toEqual(['i2c:not-applicable']);
    expect(changesForFillDown(items, ATTRIBUTES, at(0, 0))).toEqual([]);
  });
});

describe('changesForPaste', () => {
  const items = gridItems('...', '...', '...');

  it('enters the block from the first selected cell', () => {
    const pasted = changesForPaste(items, ATTRIBUTES, at(1, 1), [['pass', 'deviation']]);
    expect([brief(pasted.changes), pasted.cutOff]).toEqual([['i2b:pass', 'i2c:deviation'], 0]);
  });

  it('repeats a block over a selection that is a multiple of it', () => {
    expect(brief(changesForPaste(items, ATTRIBUTES, at(0, 0, 2, 0), [['pass']]).changes)).toEqual([
      'i1a:pass',
      'i2a:pass',
      'i3a:pass',
    ]);
  });

  it('counts what falls outside and enters the rest', () => {
    const pasted = changesForPaste(items, ATTRIBUTES, at(2, 2), [
      ['pass', 'pass'],
      ['pass', 'pass'],
    ]);
    expect([brief(pasted.changes), pasted.cutOff]).toEqual([['i3c:pass'], 3]);
  });

  it('does nothing with an empty block', () => {
    expect(changesForPaste(items, ATTRIBUTES, at(0, 0), [])).toEqual({ changes: [], cutOff: 0 });
  });
});
