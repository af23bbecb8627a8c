import { describe, expect, it } from 'vitest';
import {
  cleanSampleConfidence,
  planExpansion,
  twoStageRisk,
} from '../../shared/domain/sampling/expansion.ts';
import { compareFractions, toNumber } from '../../shared/domain/sampling/fraction.ts';
import type { Fraction } from '../../shared/domain/sampling/fraction.ts';
import { percent, table } from './attribute-sampling-table.ts';

const inPercent = (value: Fraction, decimals: number) => toNumber(value, decimals + 2) * 100;

describe('attribute-sampling.json, expansionAfterOneDeviation', () => {
  it.each(table.expansionAfterOneDeviation.cells)(
    'risk $riskPct %, TDR $tdr %: $firstStage, then $tableSizeForOne or $exactTotal',
    (cell) => {
      const { riskPct, tdr, firstStage: items } = cell;
      const first = { items, allowedDeviations: 0, risk: percent(riskPct), tolerable: percent(tdr) };
      const { toTableSize, withinRisk } = planExpansion(first);
      expect(toTableSize?.total).toBe(cell.tableSizeForOne);
      expect(inPercent(toTableSize?.risk ?? percent(0), 3)).toBeCloseTo(
        cell.actualRiskIfExpandedToTableSizePct,
        9,
      );
      expect(withinRisk).toMatchObject({ additional: cell.exactAdditionalItems, total: cell.exactTotal });
      expect(
        compareFractions(twoStageRisk(first, cell.exactAdditionalItems), first.risk),
      ).toBeLessThanOrEqual(0);
      expect(compareFractions(twoStageRisk(first, cell.exactAdditionalItems - 1), first.risk)).toBe(1);
    },
  );
});

describe('mockup "After one deviation", 20 of 184, risk 10 %, TDR 10 %', () => {
  it('adds 14 at 14.7 % or 45 at 10.0 %', () => {
    const first = {
      items: 20,
      allowedDeviations: 0,
      risk: percent(10),
      tolerable: percent(10),
      population: 184,
    };
    const { toTableSize, withinRisk } = planExpansion(first);
    expect([toTableSize?.additional, toTableSize?.total, withinRisk?.additional, withinRisk?.total]).toEqual([
      14, 34, 45, 65,
    ]);
    expect(inPercent(toTableSize?.risk ?? percent(0), 1)).toBeCloseTo(14.7, 9);
    expect(inPercent(withinRisk?.risk ?? percent(0), 1)).toBeCloseTo(10, 9);
  });
});

describe('reference section d.4, confidence that clean items would give', () => {
  it.each([
    [25, 10, 92.8],
    [25, 5, 72.3],
    [40, 10, 98.5],
    [40, 5, 87.1],
    [45, 5, 90.1],
    [60, 5, 95.4],
  ])('%i items, rate below %i percent: %f percent', (items, ratePct, printed) => {
    expect(inPercent(cleanSampleConfidence(items, percent(ratePct)), 1)).toBeCloseTo(printed, 9);
  });
});
