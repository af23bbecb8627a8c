/** How a sample is divided among the strata of a population (reference d.5). */
import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { compareCodePoints } from './code-point-order.ts';
import type { AllocationRefusal, StratumShare } from './draw.ts';

/** The number of records by stratum. */
export type StratumCounts = ReadonlyMap<string, number>;

/** The most strata a draw takes: more of them means the column holds something else than a stratum. */
export const LARGEST_NUMBER_OF_STRATA = 1000;

/**
 * Divides the size in proportion to the records, by largest remainder, with at least one item from each stratum where
 * the size allows it; equal remainders go by name. The size is at most the number of records.
 *
 * A stratum whose share is below one item gets its one first, and the rest is divided among the others.
 */
export function allocateByRecords(counts: StratumCounts, size: number): readonly StratumShare[] {
  const strata = [...counts.keys()].sort(compareCodePoints);
  const single = new Set<string>();
  for (;;) {
    const open = strata.filter((stratum) => !single.has(stratum));
    const shares = largestRemainder(open, counts, size - single.size);
    const empty = size < strata.length ? [] : open.filter((stratum) => shares.get(stratum) === 0);
    for (const stratum of empty) single.add(stratum);
    if (empty.length === 0) {
      return strata.map((stratum) => ({
        stratum,
        records: counts.get(stratum) ?? 0,
        items: single.has(stratum) ? 1 : (shares.get(stratum) ?? 0),
      }));
    }
  }
}

/** Takes the auditor's own division: it must add up to the size and name only strata with enough records. */
export function allocateAsGiven(
  counts: StratumCounts,
  size: number,
  given: StratumCounts,
): Result<readonly StratumShare[], AllocationRefusal> {
  let allocated = 0;
  for (const [stratum, items] of given) {
    const records = counts.get(stratum);
    if (records === undefined) return err({ code: 'allocation-names-unknown-stratum', stratum });
    const isCount = Number.isSafeInteger(items) && items >= 0 && items <= records;
    if (!isCount) return err({ code: 'allocation-exceeds-stratum', stratum, items, records });
    allocated += items;
  }
  if (allocated !== size) return err({ code: 'allocation-does-not-add-up', size, allocated });
  const strata = [...counts.keys()].sort(compareCodePoints);
  return ok(
    strata.map((stratum) => ({
      stratum,
      records: counts.get(stratum) ?? 0,
      items: given.get(stratum) ?? 0,
    })),
  );
}

function largestRemainder(
  strata: readonly string[],
  counts: StratumCounts,
  size: number,
): Map<string, number> {
  const total = strata.reduce((sum, stratum) => sum + (counts.get(stratum) ?? 0), 0);
  const shares = strata.map((stratum) => {
    const product = size * (counts.get(stratum) ?? 0);
    return { stratum, whole: Math.floor(product / total), remainder: product % total };
  });
  const left = size - shares.reduce((sum, share) => sum + share.whole, 0);
  // The sort is stable and the strata come in order of name, so equal remainders keep that order.
  const byRemainder = [...shares].sort((a, b) => b.remainder - a.remainder);
  return new Map(byRemainder.map(({ stratum, whole }, index) => [stratum, whole + (index < left ? 1 : 0)]));
}
