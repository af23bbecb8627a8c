import { describe, expect, it } from 'vitest';
import {
  rowsOf,
  rowsOfText,
  textOfRows,
  withNewRow,
  withRow,
} from '../../../../../src-renderer/features/workpaper/attribute-rows.ts';

const on = (keys: string) => Array.from(keys).map((key) => ({ key, text: `Text ${key}`, tickmark: '' }));

describe('the rows of attributes', () => {
  it('are those on record', () => {
    const attributes = [
      { id: 'a', key: 'A', text: 'Approved', tickmark: '†', withoutDeviation: 1, tested: 2 },
    ];
    expect(rowsOf({ attributes })).toEqual([{ key: 'A', text: 'Approved', tickmark: '†' }]);
  });

  it('grow by the first letter that is free, as long as there is one', () => {
    expect(withNewRow(on('AC')).at(-1)).toEqual({ key: 'B', text: '', tickmark: '' });
    const all = on('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    expect(withNewRow(all)).toBe(all);
  });

  it('change in one place, and are kept as a text', () => {
    const rows = withRow(on('AB'), 'B', { tickmark: 'TB' });
    expect(rows.map(({ tickmark }) => tickmark)).toEqual(['', 'TB']);
    expect(rowsOfText(textOfRows(rows))).toEqual(rows);
  });
});
