import { describe, expect, it } from 'vitest';
import { compareLists } from '../../../../../shared/domain/population/list-comparison.ts';

const list = (columns: readonly string[], ...rows: readonly (readonly string[])[]) => ({
  columns,
  rows: rows.map((cells) => ({ key: cells[0] ?? '', cells })),
});

describe('compareLists', () => {
  const here = list(['Id', 'Site', 'Day'], ['1', 'Austin', 'a'], ['2', 'Boise', 'b'], ['3', 'Austin', 'c']);
  const there = list(['Id', 'Day', 'Owner'], ['3', 'c', 'x'], ['1', 'changed', 'y'], ['4', 'd', 'z']);

  it('names what one has and the other lacks, and what changed in the columns of both', () => {
    expect(compareLists(here, there)).toEqual({
      same: 1,
      onlyHere: { count: 1, keys: ['2'] },
      onlyThere: { count: 1, keys: ['4'] },
      changed: { count: 1, rows: [{ key: '1', columns: ['Day'] }] },
      uncompared: ['Site', 'Owner'],
    });
  });

  it('finds nothing between a list and itself, whatever the order of its rows', () => {
    const turned = { columns: here.columns, rows: [...here.rows].reverse() };
    expect(compareLists(here, turned)).toMatchObject({
      ...{ same: 3, onlyHere: { count: 0 }, onlyThere: { count: 0 }, changed: { count: 0 }, uncompared: [] },
    });
  });

  it('counts beyond the hundred that are listed', () => {
    const many = list(['Id'], ...Array.from({ length: 150 }, (_, index) => [String(index)]));
    const { onlyHere, onlyThere } = compareLists(many, list(['Id']));
    expect([onlyHere.count, onlyHere.keys.length, onlyThere.count]).toEqual([150, 100, 0]);
  });
});
