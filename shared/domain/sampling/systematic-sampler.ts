/**
 * `systematic-sampler/1`: every so many-th record of the list sorted by key, from a random start.
 *
 * 1. The records are sorted by key, in code point order.
 * 2. The interval is the number of records divided by the size, rounded down.
 * 3. The start, counted from 0, is the integer SHA-256(hex(SHA-256(seed)) + "systematic-sampler/1") modulo the interval.
 * 4. The items stand at start, start + interval, start + 2 x interval and so on, and are drawn in that order.
 * 5. The reserve are the other records in the ticket order of `consistent-sampler/1` under the same seed.
 *
 * The last N - size x interval records of the list can never be taken; the draw says how many, because a list that
 * leaves many out of reach is better drawn at random. A larger size does not begin with the items of the smaller.
 */
import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { compareCodePoints } from './code-point-order.ts';
import { checkDraw, checkSize, inTicketOrder } from './consistent-sampler.ts';
import type { DrawSize } from './consistent-sampler.ts';
import type { Draw, DrawRefusal, DrawnItem, PopulationRecord, Sha256Hex } from './draw.ts';
import { createKeyRegister } from './key-register.ts';
import { integerOf } from './ticket.ts';

const ALGORITHM = 'systematic-sampler/1';

/** Draws at a fixed interval from a random start (reference d.5); duplicate and blank keys are refused. */
export function drawSystematic(
  records: readonly PopulationRecord[],
  { seed, size, reserve = 0 }: DrawSize,
  sha256: Sha256Hex,
): Result<Draw, DrawRefusal> {
  const register = createKeyRegister();
  for (const { key } of records) register.add(key);
  const refusal = checkDraw(seed, size) ?? register.refusal() ?? checkSize(size, records.length);
  if (refusal !== undefined) return err(refusal);
  const sorted = [...records].sort((a, b) => compareCodePoints(a.key, b.key));
  const interval = Math.floor(sorted.length / size);
  const start = Number(integerOf(sha256(sha256(seed) + ALGORITHM)) % BigInt(interval));
  const isTaken = (index: number) => index % interval === start && Math.floor(index / interval) < size;
  const taken = sorted.filter((_, index) => isTaken(index));
  const others =
    reserve === 0
      ? []
      : inTicketOrder(
          sorted.filter((_, index) => !isTaken(index)),
          seed,
          sha256,
        );
  return ok({
    algorithm: ALGORITHM,
    population: sorted.length,
    items: taken.map(({ key }, index): DrawnItem => ({ ordinal: index + 1, key })),
    reserve: others
      .slice(0, reserve)
      .map(({ key }, index): DrawnItem => ({ ordinal: size + index + 1, key })),
    systematic: { interval, start: start + 1, unreachable: sorted.length - size * interval },
  });
}

/**
 * Whether a fixed interval runs in step with the week: seven records a week, or five on working days. Then every item may
 * fall on the same weekday, and the selection is no longer random in what matters (reference d.5).
 */
export function isIntervalWeekly(interval: number): boolean {
  return interval > 1 && (interval % 7 === 0 || interval % 5 === 0);
}
