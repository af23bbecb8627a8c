import { describe, expect, it } from 'vitest';
import {
  columnTotal,
  countMarks,
  itemsWithMark,
  nextCellWith,
} from '../../../../../src-renderer/ui/grid/grid-counts.ts';
import { cellWords } from '../../../../../src-renderer/ui/grid/grid-model.ts';
import { gridAttributes, gridItems } from './sample-grid.ts';

const ITEMS = gridItems('PPN', 'PD!', 'P..');

describe('the counts under the grid', () => {
  it('count every mark once', () => {
    expect(countMarks(ITEMS)).toEqual({ pass: 4, deviation: 1, 'not-applicable': 1, missing: 1, empty: 2 });
  });

  it('take only tested items into a total', () => {
    expect([0, 1, 2].map((column) => columnTotal(ITEMS, column))).toEqual([
      { withoutDeviation: 3, tested: 3 },
      { withoutDeviation: 1, tested: 2 },
      { withoutDeviation: 0, tested: 0 },
    ]);
  });

  it('filter the items that hold a mark', () => {
    expect(itemsWithMark(ITEMS, 'empty').map((item) => item.id)).toEqual(['i3']);
    expect(itemsWithMark(ITEMS, undefined)).toBe(ITEMS);
  });

  it('find the next cell with a mark, round the end', () => {
    expect(nextCellWith(ITEMS, 'empty', { row: 0, column: 0 })).toEqual({ row: 2, column: 1 });
    expect(nextCellWith(ITEMS, 'empty', { row: 2, column: 1 })).toEqual({ row: 2, column: 2 });
    expect(nextCellWith(ITEMS, 'empty', { row: 2, column: 2 })).toEqual({ row: 2, column: 1 });
    expect(nextCellWith(gridItems('PP'), 'empty', { row: 0, column: 0 })).toBeUndefined();
  });
});

describe('cellWords', () => {
  it('names item, attribute, result and evidence', () => {
    const [item] = gridItems('D');
    const [attribute] = gridAttributes(1);
    if (item === undefined || attribute === undefined) throw new Error('no sample');
    const named = { ...attribute, letter: 'B', label: 'within 24 hours' };
    expect(cellWords({ ...item, number: 7 }, named, { mark: 'deviation', evidenceCount: 2 })).toBe(
      'Item 7, attribute B, within 24 hours: deviation, 2 evidence files',
    );
    expect(cellWords(item, named, { mark: 'pass', isAutomated: true, evidenceCount: 1 })).toBe(
      'Item 1, attribute B, within 24 hours: no deviation, computed, 1 evidence file',
    );
  });
});
