import { describe, expect, it } from 'vitest';
import { planExpansion, twoStageRisk } from '../../../../../shared/domain/sampling/expansion.ts';
import type { FirstStage } from '../../../../../shared/domain/sampling/expansion.ts';
import { compareFractions, fractionOf } from '../../../../../shared/domain/sampling/fraction.ts';

const FIVE_PERCENT = fractionOf(1, 20);
const stage = (items: number, allowedDeviations: number, population?: number): FirstStage => ({
  items,
  allowedDeviations,
  risk: FIVE_PERCENT,
  tolerable: FIVE_PERCENT,
  ...(population === undefined ? {} : { population }),
});

/** Every way the deviations of a small list can fall into first stage, second stage and rest. */
function enumeratedRisk(population: number, deviations: number, first: number, second: number): number {
  let [relied, total] = [0, 0];
  for (let pattern = 0; pattern < 2 ** population; pattern += 1) {
    const places = Array.from({ length: population }, (_, index) => index).filter(
      (index) => (pattern >> index) & 1,
    );
    if (places.length !== deviations) continue;
    total += 1;
    const inFirst = places.filter((place) => place < first).length;
    const inSecond = places.filter((place) => place >= first && place < first + second).length;
    if (inFirst === 0 || (inFirst === 1 && inSecond === 0)) relied += 1;
  }
  return relied / total;
}

describe('twoStageRisk', () => {
  it.each([
    [12, 4, 3],
    [12, 4, 8],
    [10, 5, 0],
    [8, 7, 1],
  ])('of %i records, %i then %i items, is the share of all ways to fall', (population, first, second) => {
    const risk = twoStageRisk({ ...stage(first, 0, population), tolerable: fractionOf(1, 4) }, second);
    const deviations = Math.floor(population / 4) + 1;
    const expected = enumeratedRisk(population, deviations, first, second);
    expect(Number(risk.numerator) / Number(risk.denominator)).toBeCloseTo(expected, 12);
  });
});

describe('planExpansion', () => {
  it('keeps the risk for plans that already allow a deviation', () => {
    const first = stage(93, 1);
    const { toTableSize, withinRisk } = planExpansion(first);
    expect(toTableSize).toMatchObject({ additional: 31, total: 124 });
    expect(compareFractions(toTableSize?.risk ?? FIVE_PERCENT, FIVE_PERCENT)).toBe(1);
    const additional = withinRisk?.additional ?? 0;
    expect(compareFractions(twoStageRisk(first, additional), FIVE_PERCENT)).toBeLessThanOrEqual(0);
    expect(compareFractions(twoStageRisk(first, additional - 1), FIVE_PERCENT)).toBe(1);
  });

  it('has no way within the risk where the first stage was too small for its plan', () => {
    expect(planExpansion(stage(40, 0)).withinRisk).toBeUndefined();
  });

  it('stays within a counted population', () => {
    const { toTableSize, withinRisk } = planExpansion(stage(19, 0, 24));
    expect([toTableSize?.total, withinRisk?.total]).toEqual([24, 24]);
  });

  it('has no table size where one deviation more cannot be tolerated at all', () => {
    expect(planExpansion(stage(10, 0, 12)).toTableSize).toBeUndefined();
  });
});
