import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../../src-main/services/handlers.ts';
import { createRowProgress } from '../../../../src-main/services/row-progress.ts';

function started() {
  const told: Progress[] = [];
  const progress = createRowProgress((step) => void told.push(step));
  return { ...progress, told };
}

describe('progress of a list', () => {
  it('tells how many rows there are from the part of the file that those so far have taken', () => {
    const { bytes, rows, told } = started();
    bytes({ done: 100, total: 200 });
    rows(10);
    bytes({ done: 150, total: 200 });
    rows(40);
    bytes({ done: 200, total: 200 });
    rows(50);
    expect(told).toEqual([
      { done: 10, total: null, unit: 'rows' },
      { done: 50, total: 100, unit: 'rows' },
      { done: 100, total: 100, unit: 'rows' },
    ]);
  });

  it('begins again where the next part of a workbook begins', () => {
    const { bytes, rows, told } = started();
    bytes({ done: 30, total: 30 });
    rows(10);
    bytes({ done: 20, total: 80 });
    rows(10);
    expect(told.at(-1)).toEqual({ done: 20, total: 80, unit: 'rows' });
  });

  it('never tells of fewer rows than came', () => {
    const { bytes, rows, told } = started();
    rows(10);
    bytes({ done: 1, total: 1 });
    rows(90);
    expect(told.at(-1)).toEqual({ done: 100, total: 100, unit: 'rows' });
  });
});
