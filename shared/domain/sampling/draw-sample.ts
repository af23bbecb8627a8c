/** One entry for every published algorithm, and the check that a recorded draw comes out the same again. */
import type { Result } from '../../lib/result.ts';
import { ok } from '../../lib/result.ts';
import { drawRandom } from './consistent-sampler.ts';
import type { Draw, DrawAlgorithm, DrawRefusal, DrawnItem, PopulationRecord, Sha256Hex } from './draw.ts';
import { drawStratified } from './stratified-sampler.ts';
import type { StratifiedRequest } from './stratified-sampler.ts';
import { drawSystematic } from './systematic-sampler.ts';

/** Everything on record that a draw depends on, besides the population. */
export type DrawRequest = StratifiedRequest & { readonly algorithm: DrawAlgorithm };

/** Whether a redraw gave the recorded items; if not, the first ordinal at which they part. */
export type Redraw =
  | { readonly same: true }
  | {
      readonly same: false;
      readonly ordinal: number;
      readonly recorded: string | undefined;
      readonly redrawn: string | undefined;
    };

/** Draws by the named algorithm; the same request over the same population gives the same items on every machine. */
export function drawSample(
  records: readonly PopulationRecord[],
  request: DrawRequest,
  sha256: Sha256Hex,
): Result<Draw, DrawRefusal> {
  switch (request.algorithm) {
    case 'consistent-sampler/1':
      return drawRandom(keysOf(records), request, sha256);
    case 'systematic-sampler/1':
      return drawSystematic(records, request, sha256);
    case 'stratified-sampler/1':
      return drawStratified(records, request, sha256);
  }
}

/** Draws again and compares with the items on record, key by key in order; refused where no draw is possible. */
export function redraw(
  records: readonly PopulationRecord[],
  request: DrawRequest,
  recorded: readonly Pick<DrawnItem, 'key'>[],
  sha256: Sha256Hex,
): Result<Redraw, DrawRefusal> {
  const drawn = drawSample(records, request, sha256);
  if (!drawn.ok) return drawn;
  const redrawn = drawn.value.items;
  const length = Math.max(recorded.length, redrawn.length);
  for (let index = 0; index < length; index += 1) {
    const [was, is] = [recorded[index]?.key, redrawn[index]?.key];
    if (was !== is) return ok({ same: false, ordinal: index + 1, recorded: was, redrawn: is });
  }
  return ok({ same: true });
}

function* keysOf(records: readonly PopulationRecord[]): Generator<string> {
  for (const { key } of records) yield key;
}
