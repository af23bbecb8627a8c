import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyTable, keyMark } from '../../../../../shared/domain/population/key-table.ts';

describe('a table of keys', () => {
  it('finds each text again at the place that it was given, as a map does', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 4 }), { maxLength: 200 });
    fc.assert(
      fc.property(texts, (all) => {
        const table = createKeyTable();
        const places = new Map<string, number>();
        for (const text of all) {
          expect(table.add(text)).toBe(places.get(text) ?? -1);
          if (!places.has(text)) places.set(text, places.size);
        }
        expect(table.size).toBe(places.size);
        for (const [text, place] of places) expect(table.at(place)).toBe(text);
      }),
    );
  });

  it('grows with many texts and with long ones', () => {
    const table = createKeyTable();
    const long = 'a'.repeat(100_000);
    for (let number = 0; number < 50_000; number += 1) table.add(`CHG-${String(number)}`);
    expect(table.add(long)).toBe(-1);
    expect([table.add('CHG-0'), table.add('CHG-49999'), table.add(long)]).toEqual([0, 49_999, 50_000]);
    expect([table.at(7), table.at(50_000)]).toEqual(['CHG-7', long]);
  });

  it('keeps texts whose units need two bytes beside those that were kept before', () => {
    const table = createKeyTable();
    const texts = ['Größe', 'ÿ', '日付-1', '\u0100', '', 'a'];
    for (const text of texts) expect(table.add(text)).toBe(-1);
    expect(texts.map((text) => table.add(text))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(texts.map((_text, place) => table.at(place))).toEqual(texts);
  });

  it('names the places that share the mark of a new text, from the first taken', () => {
    const table = createKeyTable((text) => text.length);
    const shared = ['a', 'bb', 'c', 'dd', 'e'].map((text) => [table.add(text), [...table.sharing]]);
    expect(shared).toEqual([
      [-1, []],
      [-1, []],
      [-1, [0]],
      [-1, [1]],
      [-1, [0, 2]],
    ]);
    for (let number = 0; number < 3000; number += 1) table.add('x'.repeat(number + 3));
    table.add('f');
    expect(table.sharing).toEqual([0, 2, 4]);
  });

  it('keeps texts apart that share their mark', () => {
    const pair = pairOfOneMark();
    const table = createKeyTable();
    expect(pair.map((text) => table.add(text))).toEqual([-1, -1]);
    expect(pair.map((text) => table.add(text))).toEqual([0, 1]);
  });
});

/** Two texts with the same mark of 32 bits: among some hundred thousand there are some. */
function pairOfOneMark(): readonly [string, string] {
  const seen = new Map<number, string>();
  for (let number = 0; ; number += 1) {
    const text = `${String(number)} ${String(number * 7)} ${String(number * 31)}`;
    const other = seen.get(keyMark(text));
    if (other !== undefined) return [other, text];
    seen.set(keyMark(text), text);
  }
}
