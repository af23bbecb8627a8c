/**
 * A small seeded generator (mulberry32) for the content of sample files.
 *
 * It only makes sample data look alive and repeatable. Audit samples are drawn by the published algorithm, never by this.
 */
export interface PseudoRandom {
  /** A whole number from `low` to `high`, both included. */
  readonly integer: (low: number, high: number) => number;
  /** One entry of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** True in about `percent` of the calls. */
  readonly chance: (percent: number) => boolean;
}

/** A generator whose numbers follow from the seed text alone. */
export function pseudoRandom(seed: string): PseudoRandom {
  let state = hashText(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    integer,
    pick: (list) => at(list, integer(0, list.length - 1)),
    chance: (percent) => next() * 100 < percent,
  };
}

/** The entry at a position that must exist; a wrong position is a defect of the sample data. */
export function at<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new Error(`sample data: no entry at position ${String(index)}`);
  return entry;
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}
