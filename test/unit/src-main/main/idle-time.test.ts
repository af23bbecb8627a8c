import { describe, expect, it } from 'vitest';
import { isIdle } from '../../../../src-main/main/idle-time.ts';

const now = 1_800_000_000_000;
const minutes = (count: number): number => count * 60_000;

describe('a user who seems to have gone', () => {
  it('has neither touched the computer nor asked the program for fifteen minutes', () => {
    expect(isIdle(now, now - minutes(15), 15 * 60)).toBe(true);
    expect(isIdle(now, now - minutes(15) + 1, 15 * 60)).toBe(false);
    expect(isIdle(now, now - minutes(60), 15 * 60 - 1)).toBe(false);
  });
});
