import { describe, expect, it } from 'vitest';
import { toNumber } from '../../shared/domain/sampling/fraction.ts';
import { upperLimitOf } from '../../shared/domain/sampling/upper-limit.ts';
import { percent, table } from './attribute-sampling-table.ts';

function limit(riskPct: number, items: number, deviations: number): number {
  const found = upperLimitOf({ items, deviations, risk: percent(riskPct) });
  return found.ok ? toNumber(found.value.rate) : NaN;
}

function countLimit(riskPct: number, population: number, items: number, deviations: number): number {
  const found = upperLimitOf({ items, deviations, risk: percent(riskPct), population });
  return found.ok && found.value.distribution === 'hypergeometric' ? found.value.count : NaN;
}

describe.each(table.upperLimit)(
  'attribute-sampling.json, upperLimit, risk $riskPct %',
  ({ riskPct, k, fractionByN }) => {
    const rows = Object.entries(fractionByN);

    it(`reproduces all ${String(rows.length * k.length)} limits to the last printed decimal`, () => {
      const ours = rows.map(([n]) => [n, k.map((deviations) => limit(riskPct, Number(n), deviations))]);
      expect(Object.fromEntries(ours)).toEqual(fractionByN);
    });
  },
);

describe('attribute-sampling.json, hypergeometric.upperLimit', () => {
  const { k, cells } = table.hypergeometric.upperLimit;

  it(`reproduces all ${String(cells.length)} rows`, () => {
    const ours = cells.map(({ riskPct, N, n, upperDeviationCountByK }) => ({
      riskPct,
      N,
      n,
      upperDeviationCountByK: k
        .slice(0, upperDeviationCountByK.length)
        .map((deviations) => countLimit(riskPct, N, n, deviations)),
    }));
    expect(ours).toEqual(cells);
  });
});

describe('reference section d.2, upper limits in percent', () => {
  it.each([
    [20, [13.91, 21.61, 28.26, 34.37], [10.88, 18.1, 24.48, 30.42]],
    [25, [11.29, 17.61, 23.1, 28.17], [8.8, 14.69, 19.91, 24.8]],
    [30, [9.5, 14.86, 19.53, 23.86], [7.39, 12.36, 16.78, 20.93]],
    [40, [7.22, 11.32, 14.92, 18.26], [5.59, 9.38, 12.76, 15.95]],
    [60, [4.87, 7.66, 10.12, 12.42], [3.77, 6.33, 8.63, 10.8]],
    [100, [2.95, 4.66, 6.16, 7.57], [2.28, 3.83, 5.23, 6.56]],
  ])('%i items', (items, atFive, atTen) => {
    const printed = (riskPct: number) =>
      [0, 1, 2, 3].map((k) => Math.round(limit(riskPct, items, k) * 10_000) / 100);
    expect([printed(5), printed(10)]).toEqual([atFive, atTen]);
  });
});

describe('storage-and-import.md section 4, golden figures', () => {
  it.each([
    [5, 25, 0, 11.2928],
    [5, 25, 1, 17.6121],
    [5, 60, 0, 4.8703],
    [5, 60, 1, 7.664],
    [10, 25, 0, 8.7989],
    [10, 60, 0, 3.7649],
  ])('risk %i percent, %i items, %i deviations: %f percent', (riskPct, items, deviations, printed) => {
    // The figures there are rounded to the nearest ten-thousandth of a percent, ours up to the next millionth.
    expect(Math.abs(limit(riskPct, items, deviations) * 100 - printed)).toBeLessThanOrEqual(0.000_15);
  });

  it('rules out 5 of 52 and 27 of 250 records, and no fewer, by 25 clean items at 5 % risk', () => {
    // That section prints the fewest deviations ruled out; the limit is the largest number not ruled out, one less.
    expect([countLimit(5, 52, 25, 0) + 1, countLimit(5, 250, 25, 0) + 1]).toEqual([5, 27]);
  });
});

describe('reference section d.4, what small samples would mean', () => {
  it.each([
    ['monthly, 2 of 12 clean, 90 %', 10, 12, 2, 58.3],
    ['weekly, 5 of 52 clean, 90 %', 10, 52, 5, 34.6],
    ['weekly, 5 of 52 clean, 95 %', 5, 52, 5, 42.3],
    ['monthly, 5 of 12 clean, 90 %', 10, 12, 5, 25],
  ])('%s', (_, riskPct, population, items, printed) => {
    const rate = countLimit(riskPct, population, items, 0) / population;
    expect(Math.round(rate * 1000) / 10).toBe(printed);
  });

  it('gives 32 of 184 for 1 deviation in 20 items at 10 % risk (story G1)', () => {
    expect(countLimit(10, 184, 20, 1)).toBe(32);
  });
});
