import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextStore } from '../../../../../shared/domain/population/text-store.ts';
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

  it('may be put together from texts and from texts of a store', () => {
    const store = new TextStore();
    for (const text of ['', 'Größe', '日付', 'x'.repeat(1000)]) store.add(text);
    const cells = new RowCells();
    for (const places of [[3, 1], [0, 2, 1], []]) {
      cells.gather();
      cells.addText('first');
      for (const place of places) cells.addStored(store, place);
      cells.widen(5);
      const texts = ['first', ...places.map((place) => store.at(place))];
      expect(cells.all()).toEqual([...texts, ...Array.from({ length: 5 - texts.length }, () => '')]);
      expect(cells.at(1)).toBe(texts[1] ?? '');
      const written = texts.map((_text, index) =>
        String.fromCharCode(...cells.units.subarray(cells.startOf(index), cells.endOf(index))),
      );
      expect(written).toEqual(texts);
      expect(cells.unitCount()).toBe(texts.join('').length);
    }
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
