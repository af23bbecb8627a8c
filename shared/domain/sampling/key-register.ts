/** The keys of a population as they come in: counted, and the first one that cannot stand for a record remembered. */
import { createKeyTable } from '../population/key-table.ts';
import type { DrawRefusal } from './draw.ts';
import { LARGEST_POPULATION } from './sample-size.ts';

/** Counts keys and remembers the first fault. */
export type KeyRegister = {
  /** Whether the key is usable and new; false from the first faulty key on. */
  readonly add: (key: string) => boolean;
  /** How many different keys came in. */
  readonly count: () => number;
  /** The first fault, or undefined. */
  readonly refusal: () => DrawRefusal | undefined;
};

/** An empty register. Keys are compared exactly as they stand: no trimming, no change of case. */
export function createKeyRegister(): KeyRegister {
  const keys = createKeyTable();
  let refusal: DrawRefusal | undefined;
  return {
    add: (key) => {
      if (refusal !== undefined) return false;
      const position = keys.size + 1;
      refusal = faultOf(key, position);
      if (refusal === undefined && keys.add(key) !== -1) refusal = { code: 'duplicate-key', key, position };
      return refusal === undefined;
    },
    count: () => keys.size,
    refusal: () => refusal,
  };
}

function faultOf(key: string, position: number): DrawRefusal | undefined {
  if (key.trim() === '') return { code: 'key-is-blank', position };
  // A lone surrogate has no UTF-8 form, so two different keys could get the same ticket.
  if (!key.isWellFormed()) return { code: 'key-is-not-text', position };
  return position > LARGEST_POPULATION
    ? { code: 'population-too-large', maximum: LARGEST_POPULATION }
    : undefined;
}
