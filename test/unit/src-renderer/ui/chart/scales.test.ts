import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks, barGroups } from '../../../../../src-renderer/ui/chart/bar-figures.ts';
import { cellSentence, heatStep } from '../../../../../src-renderer/ui/chart/heat-cell.ts';
import { placeLabels, rateScale } from '../../../../../src-renderer/ui/chart/rate-scale.ts';

describe('rateScale', () => {
  it('holds 17.4 per cent on a scale to 20, as the design page draws it', () => {
    expect(rateScale([5, 10, 17.4])).toEqual({ max: 20, ticks: [0, 5, 10, 15, 20] });
  });

  it('starts at 0, ends beyond the highest rate and never beyond 100', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (rate) => {
        const { max, ticks } = rateScale([rate]);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeCloseTo(max, 9);
        expect(max).toBeGreaterThanOrEqual(Math.min(100, rate));
        expect(max).toBeLessThanOrEqual(100);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe('placeLabels', () => {
  it('leaves labels where they want to stand when there is room', () => {
    expect(
      placeLabels([
        { at: 0.25, width: 0.2 },
        { at: 0.5, width: 0.2 },
        { at: 0.87, width: 0.2 },
      ]),
    ).toEqual([0.25, 0.5, 0.87]);
  });

  it('never lets one cover another nor leave the drawing', () => {
    const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(places, (wanted) => {
        const labels = wanted.toSorted((a, b) => a - b).map((at) => ({ at, width: 0.25 }));
        const placed = placeLabels(labels);
        placed.forEach((place, index) => {
          expect(place).toBeGreaterThanOrEqual(0.125 - 1e-9);
          expect(place).toBeLessThanOrEqual(0.875 + 1e-9);
          if (index > 0) expect(place - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(0.27 - 1e-9);
        });
      }),
    );
  });
});

describe('heat', () => {
  it('keeps none and all for the ends', () => {
    expect(
      [
        [0, 5],
        [1, 5],
        [3, 5],
        [4, 5],
        [5, 5],
        [0, 0],
      ].map(([done, total]) => heatStep(done ?? 0, total ?? 0)),
    ).toEqual([0, 1, 2, 3, 4, 0]);
  });

  it('reads a cell out', () => {
    const cell = {
      id: 'x',
      code: '9.2',
      fullCode: 'CC9.2',
      step: 0,
      words: '0 of 1 tests concluded',
      state: 'uncovered',
    } as const;
    expect(cellSentence(cell)).toBe('CC9.2: 0 of 1 tests concluded, no control');
  });
});

describe('bars', () => {
  it('sum quarters', () => {
    const bars = [14, 17, 16, 13].map((count, index) => ({ label: `m${String(index)}`, count }));
    expect(barGroups(bars, 3)).toEqual([
      { label: 'm0 to m2', from: 0, size: 3, sum: 47 },
      { label: 'm3', from: 3, size: 1, sum: 13 },
    ]);
  });

  it('have whole marks, at most three above 0, that reach the highest bar', () => {
    expect(axisTicks(19)).toEqual([0, 10, 20]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (most) => {
        const ticks = axisTicks(most);
        expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
        expect(ticks.length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
