/**
 * `stratified-sampler/1`: a random sample from each stratum.
 *
 * 1. The size is divided among the strata: in proportion to their records by largest remainder, with at least one item
 *    each where the size allows it, or as the auditor gives it.
 * 2. Within each stratum the items are those with the smallest tickets of `consistent-sampler/1` under the seed.
 * 3. The strata come in code point order of their names, the items within one in ascending order of ticket.
 * 4. The reserve are, in the same order, the next items of each stratum.
 */
import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { LARGEST_NUMBER_OF_STRATA, allocateAsGiven, allocateByRecords } from './allocation.ts';
import type { StratumCounts } from './allocation.ts';
import { checkDraw, checkSize, inTicketOrder } from './consistent-sampler.ts';
import type { DrawSize } from './consistent-sampler.ts';
import type { Draw, DrawRefusal, DrawnItem, PopulationRecord, Sha256Hex, StratumShare } from './draw.ts';
import { createKeyRegister } from './key-register.ts';

/** What is drawn; `reserve` counts per stratum, and `allocation` is the auditor's own division of the size. */
export type StratifiedRequest = DrawSize & { readonly allocation?: StratumCounts };

/** Draws from each stratum; a record with a blank stratum, a duplicate or a blank key are refused. */
export function drawStratified(
  records: readonly PopulationRecord[],
  request: StratifiedRequest,
  sha256: Sha256Hex,
): Result<Draw, DrawRefusal> {
  const refusal =
    checkDraw(request.seed, request.size) ?? faultOf(records) ?? checkSize(request.size, records.length);
  if (refusal !== undefined) return err(refusal);
  const keys = keysByStratum(records);
  if (keys.size > LARGEST_NUMBER_OF_STRATA) {
    return err({ code: 'too-many-strata', strata: keys.size, maximum: LARGEST_NUMBER_OF_STRATA });
  }
  const counts = new Map([...keys].map(([stratum, inStratum]) => [stratum, inStratum.length]));
  const shares = divide(counts, request);
  return shares.ok ? ok(drawShares(shares.value, keys, request, sha256)) : shares;
}

function divide(
  counts: StratumCounts,
  { size, allocation }: StratifiedRequest,
): Result<readonly StratumShare[], DrawRefusal> {
  return allocation === undefined
    ? ok(allocateByRecords(counts, size))
    : allocateAsGiven(counts, size, allocation);
}

function drawShares(
  strata: readonly StratumShare[],
  keys: ReadonlyMap<string, readonly string[]>,
  { seed, size, reserve = 0 }: StratifiedRequest,
  sha256: Sha256Hex,
): Draw {
  const items: DrawnItem[] = [];
  const spare: DrawnItem[] = [];
  for (const { stratum, items: share } of strata) {
    const records = (keys.get(stratum) ?? []).map((key) => ({ key }));
    for (const [index, { key }] of inTicketOrder(records, seed, sha256)
      .slice(0, share + reserve)
      .entries()) {
      if (index < share) items.push({ ordinal: items.length + 1, key, stratum });
      else spare.push({ ordinal: size + spare.length + 1, key, stratum });
    }
  }
  const population = strata.reduce((sum, { records }) => sum + records, 0);
  return { algorithm: 'stratified-sampler/1', population, items, reserve: spare, strata };
}

function faultOf(records: readonly PopulationRecord[]): DrawRefusal | undefined {
  const register = createKeyRegister();
  for (const { key } of records) register.add(key);
  const blank = records.findIndex(({ stratum = '' }) => stratum.trim() === '' || !stratum.isWellFormed());
  return register.refusal() ?? (blank === -1 ? undefined : { code: 'stratum-is-blank', position: blank + 1 });
}

function keysByStratum(records: readonly PopulationRecord[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const { key, stratum = '' } of records) {
    const known = keys.get(stratum);
    if (known === undefined) keys.set(stratum, [key]);
    else known.push(key);
  }
  return keys;
}
