import { describe, expect, it } from 'vitest';
import { bip39Words } from '../../../../../src-main/adapters/journal-words/bip39-words.ts';
import { hashWords } from '../../../../../src-renderer/ui/text/hash-words.ts';
import { sha256 } from '../../../../helpers/domain-fixture.ts';

describe('a digest as words', () => {
  it('starts with the words of the status bar', () => {
    for (const text of ['a', 'b', 'c'])
      expect(bip39Words(sha256(text), 3).join('-')).toBe(hashWords(sha256(text)));
  });
  it('gives twelve words, the first of the list for zeros', () => {
    expect(bip39Words('0'.repeat(64), 12)).toEqual(Array.from({ length: 12 }, () => 'abandon'));
  });
});
