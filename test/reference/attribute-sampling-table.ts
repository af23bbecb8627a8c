import { readFileSync } from 'node:fs';
import { parseRate } from '../../shared/domain/sampling/fraction.ts';
import type { Fraction } from '../../shared/domain/sampling/fraction.ts';

/** The published cells as they stand in resources/reference/attribute-sampling.json; rates there are in percent. */
export type AttributeSamplingTable = {
  readonly maxSampleSize: number;
  readonly sampleSize: readonly {
    readonly riskPct: number;
    readonly cells: readonly {
      readonly edr: number;
      readonly tdr: number;
      readonly n: number | null;
      readonly maxDeviations: number | null;
    }[];
  }[];
  readonly upperLimit: readonly {
    readonly riskPct: number;
    readonly k: readonly number[];
    readonly fractionByN: Readonly<Record<string, readonly number[]>>;
  }[];
  readonly hypergeometric: {
    readonly sampleSize: {
      readonly k: readonly number[];
      readonly cells: readonly {
        readonly riskPct: number;
        readonly tdr: number;
        readonly N: number;
        readonly nByK: readonly (number | null)[];
      }[];
    };
    readonly upperLimit: {
      readonly k: readonly number[];
      readonly cells: readonly {
        readonly riskPct: number;
        readonly N: number;
        readonly n: number;
        readonly upperDeviationCountByK: readonly number[];
      }[];
    };
  };
  readonly expansionAfterOneDeviation: {
    readonly cells: readonly {
      readonly riskPct: number;
      readonly tdr: number;
      readonly firstStage: number;
      readonly tableSizeForOne: number;
      readonly actualRiskIfExpandedToTableSizePct: number;
      readonly exactAdditionalItems: number;
      readonly exactTotal: number;
    }[];
  };
  readonly anchors: readonly {
    readonly riskPct: number;
    readonly edr: number;
    readonly tdr: number;
    readonly n: number;
    readonly maxDeviations: number;
  }[];
};

const file = new URL('../../resources/reference/attribute-sampling.json', import.meta.url);

// The file is our own data; a wrong shape makes the tests that walk through it fail.
export const table = JSON.parse(readFileSync(file, 'utf8')) as AttributeSamplingTable;

/** The exact rate of a percentage as printed: 0.25 is 25 basis points, not 0.0025 in floating point. */
export function percent(printed: number): Fraction {
  const [whole = '', decimals = ''] = String(printed).split('.');
  const digits = `${whole.padStart(3, '0')}${decimals}`;
  const point = digits.length - decimals.length - 2;
  const rate = parseRate(`${digits.slice(0, point)}.${digits.slice(point)}`.replace(/^00?(?=\d)/, ''));
  if (!rate.ok) throw new Error(`not a percentage: ${String(printed)}`);
  return rate.value;
}
