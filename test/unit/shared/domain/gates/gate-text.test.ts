import { describe, expect, it } from 'vitest';
import { block, warning } from '../../../../../shared/domain/gates/gate-text.ts';

describe('the words of a gate', () => {
  it('say which kind of gate it is', () => {
    const words = { at: 'draw', title: 'Second person', message: 'Approve first.', next: 'Ask.' };
    const parts = [words.at, words.title, words.message, words.next] as const;
    expect(block(...parts)).toEqual({ kind: 'block', ...words });
    expect(warning(...parts)).toEqual({ kind: 'warning', ...words });
  });
});
