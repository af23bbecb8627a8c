import { describe, expect, it } from 'vitest';
import { planSampleSize, sizeAllowing } from '../../shared/domain/sampling/sample-size.ts';
import type { SizeBasis } from '../../shared/domain/sampling/sample-size.ts';
import { percent, table } from './attribute-sampling-table.ts';

function planned(riskPct: number, edr: number, tdr: number): string {
  const basis: SizeBasis = { risk: percent(riskPct), expected: percent(edr), tolerable: percent(tdr) };
  const plan = planSampleSize(basis);
  if (!plan.ok) return plan.error.code;
  return `${String(plan.value.size)} (${String(plan.value.allowedDeviations)})`;
}

describe.each(table.sampleSize)(
  'attribute-sampling.json, sampleSize, risk $riskPct %',
  ({ riskPct, cells }) => {
    const printed = cells.filter((cell) => cell.n !== null);
    const above = cells.filter((cell) => cell.n === null);

    it(`reproduces all ${String(printed.length)} printed cells`, () => {
      const ours = printed.map(({ edr, tdr }) => ({ edr, tdr, cell: planned(riskPct, edr, tdr) }));
      const theirs = printed.map(({ edr, tdr, n, maxDeviations }) => ({
        edr,
        tdr,
        cell: `${String(n)} (${String(maxDeviations)})`,
      }));
      expect(ours).toEqual(theirs);
    });

    it.each(above)(
      'gives more than the printed limit for the empty cell EDR $edr %, TDR $tdr %',
      ({ edr, tdr }) => {
        const plan = planSampleSize({
          risk: percent(riskPct),
          expected: percent(edr),
          tolerable: percent(tdr),
        });
        const size = plan.ok ? plan.value.size : Infinity;
        expect(size).toBeGreaterThan(table.maxSampleSize);
      },
    );
  },
);

describe('attribute-sampling.json, anchors', () => {
  it.each(table.anchors)('risk $riskPct %, EDR $edr %, TDR $tdr %: $n ($maxDeviations)', (anchor) => {
    expect(planned(anchor.riskPct, anchor.edr, anchor.tdr)).toBe(
      `${String(anchor.n)} (${String(anchor.maxDeviations)})`,
    );
  });
});

describe('attribute-sampling.json, hypergeometric.sampleSize', () => {
  const { k, cells } = table.hypergeometric.sampleSize;

  it(`reproduces all ${String(cells.length)} rows for ${k.join(', ')} allowed deviations`, () => {
    const ours = cells.map(({ riskPct, tdr, N }) => ({
      riskPct,
      tdr,
      N,
      nByK: k.map((allowed) => {
        const basis = { risk: percent(riskPct), tolerable: percent(tdr), population: N };
        return sizeAllowing(allowed, basis) ?? null;
      }),
    }));
    expect(ours).toEqual(cells.map(({ riskPct, tdr, N, nByK }) => ({ riskPct, tdr, N, nByK })));
  });
});

/** Reference section d.2, "Finite N, 0 allowed", and the sizes of storage-and-import.md section 4. */
describe('finite populations, no deviation expected', () => {
  const POPULATIONS = [6, 12, 26, 52, 100, 250, 365, 1000, 5000];

  it.each([
    [5, 10, [6, 9, 16, 20, 23, 26, 27, 28, 29]],
    [10, 10, [6, 8, 14, 16, 18, 21, 21, 22, 22]],
    [5, 5, [6, 12, 20, 33, 39, 51, 52, 56, 58]],
  ])('risk %i percent, TDR %i percent', (riskPct, tdr, sizes) => {
    const ours = POPULATIONS.map((population) => {
      const plan = planSampleSize({
        risk: percent(riskPct),
        expected: percent(0),
        tolerable: percent(tdr),
        population,
      });
      return plan.ok ? plan.value.size : plan.error.code;
    });
    expect(ours).toEqual(sizes);
  });

  it('is not monotone in the population: 51 items of 250, 49 of 260', () => {
    const sizeFor = (population: number) =>
      sizeAllowing(0, { risk: percent(5), tolerable: percent(5), population });
    expect([sizeFor(250), sizeFor(260)]).toEqual([51, 49]);
  });

  it('gives 20 of 184 at 10 % risk and 10 % tolerable, against 22 for a large population', () => {
    const basis = { risk: percent(10), tolerable: percent(10) };
    expect([sizeAllowing(0, { ...basis, population: 184 }), sizeAllowing(0, basis)]).toEqual([20, 22]);
  });
});
