import { describe, expect, it } from 'vitest';
import { drawKeys } from '../../../../src-main/demo/draw-keys.ts';

describe('drawKeys', () => {
  it('gives the published order for seed 314159', () => {
    expect(drawKeys('314159', ['A-1', 'A-2', 'A-3', 'B-1', 'B-2', 'B-3'], 4)).toEqual([
      'B-2',
      'B-3',
      'A-3',
      'A-2',
    ]);
  });

  it('begins a larger sample with the smaller one, whatever the order of the keys', () => {
    const keys = Array.from({ length: 300 }, (_, index) => `K${String(index)}`);
    expect(drawKeys('s', keys.toReversed(), 50).slice(0, 20)).toEqual(drawKeys('s', keys, 20));
  });
});
