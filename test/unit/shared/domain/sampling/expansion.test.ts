import { describe, expect, it } from 'vitest';
import {
  cleanSampleConfidence,
  planExpansion,
  twoStageRisk,
} from '../../../../../shared/domain/sampling/expansion.ts';
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

describe('the limits of an expansion', () => {
  it('needs no further item where the first stage keeps the risk with one deviation more', () => {
    expect(planExpansion(stage(200, 0)).withinRisk).toMatchObject({ additional: 0, total: 200 });
    expect(planExpansion(stage(200, 0)).toTableSize).toBeUndefined();
  });

  it('takes no more than 10,000 further items', () => {
    const close = { ...stage(59, 0), risk: fractionOf(48_496, 1_000_000) };
    const { withinRisk } = planExpansion(close);
    expect(withinRisk === undefined || withinRisk.additional <= 10_000).toBe(true);
  });

  it('takes the whole of a list where only that keeps the risk, and has no way beyond it', () => {
    // 24 records, 2 of them intolerable: after one deviation in 19, only all five that are left rule the other out.
    expect(planExpansion(stage(19, 0, 24)).withinRisk).toMatchObject({ additional: 5, total: 24 });
    const strict = { ...stage(19, 0, 24), risk: fractionOf(1, 1_000_000) };
    expect(planExpansion(strict).withinRisk).toBeUndefined();
  });

  it('is to the table size where that is more than was tested', () => {
    expect(planExpansion(stage(59, 0)).toTableSize).toMatchObject({ additional: 34, total: 93 });
    expect(planExpansion(stage(93, 0)).toTableSize).toBeUndefined();
    expect(planExpansion(stage(92, 0)).toTableSize).toMatchObject({ additional: 1, total: 93 });
  });

  it('gives the items of the reference: 90 at 5 % and 5 %, 118 at 10 % and 5 %', () => {
    expect(planExpansion(stage(59, 0)).withinRisk?.additional).toBe(90);
    const tenPercent = { ...stage(45, 0), risk: fractionOf(1, 10) };
    expect(planExpansion(tenPercent).withinRisk?.additional).toBe(118);
  });
});

describe('cleanSampleConfidence', () => {
  const percent = (items: number, rate: number) => {
    const { numerator, denominator } = cleanSampleConfidence(items, fractionOf(rate, 100));
    return Math.round((Number((numerator * 1_000_000n) / denominator) / 1_000_000) * 1000) / 10;
  };

  it('is what a clean sample would have meant (reference d.4)', () => {
    expect([percent(25, 10), percent(25, 5), percent(40, 10), percent(60, 5)]).toEqual([
      92.8, 72.3, 98.5, 95.4,
    ]);
    expect(cleanSampleConfidence(0, FIVE_PERCENT)).toEqual({ numerator: 0n, denominator: 1n });
  });
});
