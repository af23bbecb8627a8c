import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf, TextStore } from '../../../../../shared/domain/population/text-store.ts';

describe('a store of texts', () => {
  it('gives back every text, of bytes or of wider units, in the order in which they were added', () => {
    const texts = fc.array(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), { maxLength: 60 });
    fc.assert(
      fc.property(texts, (all) => {
        const store = new TextStore();
        for (const text of all) store.add(text);
        expect(store.size).toBe(all.length);
        expect(all.map((_text, place) => store.at(place))).toEqual(all);
        expect(all.map((_text, place) => store.lengthAt(place))).toEqual(all.map(({ length }) => length));
        for (const [place, text] of all.entries()) {
          const list = new Uint16Array(text.length + 1);
          store.copyTo(list, 1, place);
          expect(textOf(list, 1, list.length)).toBe(text);
          expect(store.isAt(place, text)).toBe(true);
          expect(store.isAt(place, `${text}x`)).toBe(false);
          if (text !== '') expect(store.isAt(place, text.slice(1))).toBe(text.slice(1) === text);
        }
      }),
    );
  });

  it('grows with many texts and with long ones', () => {
    const store = new TextStore();
    const long = 'é€'.repeat(50_000);
    for (let number = 0; number < 5000; number += 1) store.add(`text ${String(number)}`);
    store.add(long);
    expect([store.at(0), store.at(4999), store.at(5000) === long]).toEqual(['text 0', 'text 4999', true]);
  });
});
