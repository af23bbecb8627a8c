import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowCells } from '../../../../../shared/domain/population/row-cells.ts';

describe('the cells of a row', () => {
  it('are those that it was given, however many, one row after another', () => {
    const cells = new RowCells();
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 40 }), (texts) => {
        expect(cells.set(texts).all()).toEqual(texts);
        const units = Array.from(cells.units.subarray(0, texts.join('').length));
        expect(String.fromCharCode(...units)).toBe(texts.join(''));
        expect(cells.width).toBe(texts.length);
      }),
    );
  });

  it('stand at places of one text', () => {
    const cells = new RowCells();
    const text = 'a,"b",c';
    cells.begin(
      text,
      Uint16Array.from(text, (unit) => unit.charCodeAt(0)),
    );
    cells.add(0, 1);
    cells.add(3, 4);
    expect(cells.all()).toEqual(['a', 'b']);
    expect([cells.startOf(1), cells.endOf(1)]).toEqual([3, 4]);
  });

  it('are empty where the row has none, also after a longer row', () => {
    const cells = RowCells.of(['a', 'b', 'c']);
    cells.set(['x']);
    expect([cells.at(0), cells.at(1), cells.at(-1)]).toEqual(['x', '', '']);
    cells.widen(3);
    expect(cells.all()).toEqual(['x', '', '']);
    cells.widen(2);
    expect(cells.width).toBe(3);
  });
});
