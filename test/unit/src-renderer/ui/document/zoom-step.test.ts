import { describe, expect, it } from 'vitest';
import { zoomStep, zoomToFit } from '../../../../../src-renderer/ui/document/zoom-step.ts';

describe('zoom', () => {
  it('goes to the next step from wherever it is, and stays at the ends', () => {
    expect([zoomStep(1, 1), zoomStep(1, -1), zoomStep(0.63, 1), zoomStep(3, 1), zoomStep(0.25, -1)]).toEqual([
      1.25, 0.85, 0.7, 3, 0.25,
    ]);
  });

  it('fits the width of a page', () => {
    expect(zoomToFit(612, 408)).toBeCloseTo(0.5, 10);
    expect(zoomToFit(612, 10)).toBe(0.25);
  });
});
