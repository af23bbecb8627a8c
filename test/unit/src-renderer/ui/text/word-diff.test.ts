import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from '../../../../../src-renderer/ui/text/word-diff.ts';

describe('wordDiff', () => {
  it('marks the words that changed and keeps the rest', () => {
    expect(wordDiff('approval for 20 of 312 accounts', 'approval for 25 of 312 new accounts')).toEqual([
      { kind: 'same', text: 'approval for ' },
      { kind: 'removed', text: '20' },
      { kind: 'added', text: '25' },
      { kind: 'same', text: ' of 312 ' },
      { kind: 'added', text: 'new ' },
      { kind: 'same', text: 'accounts' },
    ]);
  });

  it('says nothing changed, everything came, everything went', () => {
    expect(wordDiff('as is', 'as is')).toEqual([{ kind: 'same', text: 'as is' }]);
    expect(wordDiff('', 'new')).toEqual([{ kind: 'added', text: 'new' }]);
    expect(wordDiff('old', '')).toEqual([{ kind: 'removed', text: 'old' }]);
    expect(wordDiff('', '')).toEqual([]);
  });

  it('shows very long texts as replaced', () => {
    const long = 'word '.repeat(1500);
    expect(wordDiff(long, `${long}x`)).toEqual([
      { kind: 'removed', text: long },
      { kind: 'added', text: `${long}x` },
    ]);
  });

  it('gives back both texts', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'of', ' ', '  ', '\n', 'x.'))
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        const without = (kind: string): string =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });
});
