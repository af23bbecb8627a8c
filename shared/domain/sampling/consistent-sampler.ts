/**
 * `consistent-sampler/1`: simple random selection without replacement. The items are the records with the smallest
 * tickets in ascending order, so the order of the population does not matter and a larger sample begins with the items
 * of the smaller.
 */
import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import type { Draw, DrawRefusal, DrawnItem, PopulationRecord, Sha256Hex } from './draw.ts';
import { createKeyRegister } from './key-register.ts';
import { LARGEST_POPULATION } from './sample-size.ts';
import { createTicketHeap } from './ticket-heap.ts';
import { leadingDigits, ticketOf } from './ticket.ts';

/** A draw in progress: every key of the population is offered once, in any order, then the result is taken. */
export type Sampler = {
  /** Takes in the next key of the population. */
  readonly offer: (key: string) => void;
  /** The draw over all keys offered so far, or the first reason why there is none. */
  readonly result: () => Result<Draw, DrawRefusal>;
};

/** What is drawn: the seed as text, how many items, and how many reserve items after them (none unless asked for). */
export type DrawSize = { readonly seed: string; readonly size: number; readonly reserve?: number };

/**
 * A sampler that keeps only the smallest tickets, so that a million keys need little more memory than the keys.
 * Duplicate and blank keys are refused, because an item must name exactly one record.
 */
export function createSampler({ seed, size, reserve = 0 }: DrawSize, sha256: Sha256Hex): Sampler {
  const refusal = checkDraw(seed, size);
  const register = createKeyRegister();
  const heap = createTicketHeap(size + reserve);
  const prefix = sha256(seed);
  return {
    offer: (key) => {
      if (refusal !== undefined || !register.add(key)) return;
      const digest = sha256(prefix + key);
      const leading = leadingDigits(digest);
      if (heap.mayTake(leading)) heap.take({ leading, ticket: ticketOf(digest), key });
    },
    result: () => {
      const reason = refusal ?? register.refusal() ?? checkSize(size, register.count());
      if (reason !== undefined) return err(reason);
      const drawn = heap.inOrder().map((entry, index): DrawnItem => ({ ordinal: index + 1, key: entry.key }));
      return ok({
        algorithm: 'consistent-sampler/1',
        population: register.count(),
        items: drawn.slice(0, size),
        reserve: drawn.slice(size),
      });
    },
  };
}

/** The whole draw at once, for a population that is in memory. */
export function drawRandom(
  keys: Iterable<string>,
  request: DrawSize,
  sha256: Sha256Hex,
): Result<Draw, DrawRefusal> {
  const sampler = createSampler(request, sha256);
  for (const key of keys) sampler.offer(key);
  return sampler.result();
}

/** The records in ascending order of ticket: the sequence from which strata and reserves take their items. */
export function inTicketOrder(
  records: readonly PopulationRecord[],
  seed: string,
  sha256: Sha256Hex,
): readonly PopulationRecord[] {
  const prefix = sha256(seed);
  return records
    .map((record) => ({ record, ticket: ticketOf(sha256(prefix + record.key)) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .map(({ record }) => record);
}

/** Refuses a seed that could not be written down and typed in again, or a size that is no count. */
export function checkDraw(seed: string, size: number): DrawRefusal | undefined {
  if (seed.trim() === '') return { code: 'seed-is-blank' };
  if (!seed.isWellFormed()) return { code: 'seed-is-not-text' };
  const isCount = Number.isSafeInteger(size) && size >= 1 && size <= LARGEST_POPULATION;
  return isCount ? undefined : { code: 'size-out-of-range', size };
}

/** Refuses a sample that the population cannot fill (gate S3). */
export function checkSize(size: number, population: number): DrawRefusal | undefined {
  return size > population ? { code: 'sample-larger-than-population', size, population } : undefined;
}
