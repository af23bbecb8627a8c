import { describe, expect, it } from 'vitest';
import { neighbourIndex } from '../../../../../src-renderer/ui/keys/neighbour-index.ts';

describe('neighbourIndex', () => {
  it('moves by one and joins the ends', () => {
    expect(
      ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'].map((key) => neighbourIndex(key, 2, 3)),
    ).toEqual([0, 0, 1, 1]);
    expect(neighbourIndex('ArrowLeft', 0, 3)).toBe(2);
  });

  it('knows Home and End, and nothing else', () => {
    expect([neighbourIndex('Home', 1, 3), neighbourIndex('End', 1, 3), neighbourIndex('x', 1, 3)]).toEqual([
      0,
      2,
      undefined,
    ]);
    expect(neighbourIndex('ArrowRight', 0, 0)).toBeUndefined();
  });
});
