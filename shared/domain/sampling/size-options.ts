/** The ways to a sample size that a plan puts side by side, and which exact figure decides. */
import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { guidedSize } from './frequency-guidance.ts';
import type { ControlFrequency, ControlRisk, GuidanceTable } from './frequency-guidance.ts';
import { planSampleSize } from './sample-size.ts';
import type { SampleSize, SizeBasis, SizeRefusal } from './sample-size.ts';

/** A plan for a counted population, with the control's frequency where guidance is to be shown beside it. */
export type SizeQuestion = SizeBasis & {
  readonly population: number;
  readonly guidance?: {
    readonly frequency: ControlFrequency;
    readonly risk: ControlRisk;
    readonly table?: GuidanceTable;
  };
};

/** The sizes; `large` is missing where more than 10,000 items would be needed, `guided` where no frequency is given. */
export type SizeOptions = {
  readonly recommended: 'counted' | 'large';
  readonly counted: SampleSize;
  readonly large: SampleSize | undefined;
  readonly guided: number | undefined;
};

/** Below this many records a sample noticeably uses up the population (reference d.1). */
const SMALL_POPULATION = 2000;

/** One item in twenty: from this share on a sample noticeably uses up the population (reference d.1). */
const LARGE_SHARE = 20;

/**
 * Whether the figures of a sample should use the number of records: in a population below 2,000, or where more than 5 %
 * of it are sampled (reference d.1). Plan and evaluation ask the same question, so they agree.
 */
export function isPopulationCounted(items: number, population: number): boolean {
  return population < SMALL_POPULATION || items * LARGE_SHARE > population;
}

/** The sizes by exact figures for the counted and for a large population, and by guidance. */
export function sizeOptions(question: SizeQuestion): Result<SizeOptions, SizeRefusal> {
  const { risk, tolerable, expected, population, guidance } = question;
  const counted = planSampleSize({ risk, tolerable, expected, population });
  const large = planSampleSize({ risk, tolerable, expected });
  if (!counted.ok) return counted;
  if (!large.ok && large.error.code !== 'sample-size-not-practical') return err(large.error);
  const isCounted = !large.ok || isPopulationCounted(counted.value.size, population);
  return ok({
    recommended: isCounted ? 'counted' : 'large',
    counted: counted.value,
    large: large.ok ? large.value : undefined,
    guided:
      guidance === undefined
        ? undefined
        : guidedSize(guidance.frequency, guidance.risk, population, guidance.table),
  });
}
