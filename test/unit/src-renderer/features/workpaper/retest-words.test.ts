import { describe, expect, it } from 'vitest';
import { countTyped, retestWords } from '../../../../../src-renderer/features/workpaper/retest-words.ts';

describe('the words of a retest', () => {
  it('say what it showed', () => {
    expect(retestWords({ items: 5, deviating: 0 })).toBe('no deviation in 5 items');
    expect(retestWords({ items: 1, deviating: 0 })).toBe('no deviation in 1 item');
    expect(retestWords({ items: 5, deviating: 2 })).toBe('2 of 5 items deviated');
  });
});

describe('a typed count', () => {
  it('is digits alone', () => {
    expect(['5', ' 12 ', '0'].map(countTyped)).toEqual([5, 12, 0]);
    expect(['', '-1', '1.5', 'five', '12345678'].map(countTyped)).toEqual(Array(5).fill(undefined));
  });
});
