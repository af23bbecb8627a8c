import { describe, expect, it } from 'vitest';
import { placedTexts } from '../../../../../src-main/adapters/typeset/model-texts.ts';

describe('placedTexts', () => {
  it('gives every text with its path, in order, and leaves out what is not printed', () => {
    const model = { a: 'one', rows: [{ b: 'two', n: 3 }, { b: null }], logo: { base64: 'AAAA' } };
    expect(placedTexts(model)).toEqual([
      { where: 'a', text: 'one' },
      { where: 'rows[0].b', text: 'two' },
    ]);
  });
});
