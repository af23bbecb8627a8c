/** What the keys of a list show before a draw: numbers that are missing, and keys that may be one record written twice. */

/** A run of numbers that no key has. */
export interface SequenceGap {
  /** What stands before the number: `CHG-`. */
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
  readonly missing: number;
}

/** Keys that differ only in case, spaces, marks or leading zeros. */
export type NearDuplicates = readonly string[];

/** Numbers that no key has; the list ends after the first hundred, the counts do not. */
export interface SequenceFindings {
  readonly gapCount: number;
  /** Numbers that no key has, over all gaps. */
  readonly missing: number;
  readonly gaps: readonly SequenceGap[];
}

/** Keys that may be one record written twice; the list ends after the first hundred, the count does not. */
export interface NearDuplicateFindings {
  readonly nearDuplicateCount: number;
  readonly nearDuplicates: readonly NearDuplicates[];
}

const LISTED = 100;
/** Fewer keys than this under one prefix are no sequence. */
const FEWEST_IN_SEQUENCE = 5;
/** A prefix of whose numbers more than half would be missing is no sequence: they are drawn from another one, or at random. */
const WIDEST_SPREAD = 2;
const NUMBERED = /^(.*?)0*(\d{1,15})$/;

/** The runs of numbers that are missing under each prefix; keys in any order. */
export function sequenceFindings(keys: Iterable<string>): SequenceFindings {
  const numbers = new Map<string, number[]>();
  for (const key of keys) {
    const [, prefix = '', digits] = NUMBERED.exec(key) ?? [];
    if (digits !== undefined) listIn(numbers, prefix).push(Number(digits));
  }
  const gaps = [...numbers].flatMap(([prefix, found]) => gapsIn(prefix, found));
  const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  return { gapCount: gaps.length, missing, gaps: gaps.slice(0, LISTED) };
}

/** The keys that are written alike; keys in any order. */
export function nearDuplicateFindings(keys: Iterable<string>): NearDuplicateFindings {
  const alike = new Map<string, Set<string>>();
  for (const key of keys) setIn(alike, plainKey(key)).add(key);
  const pairs = [...alike.values()].filter((written) => written.size > 1).map((written) => [...written]);
  return { nearDuplicateCount: pairs.length, nearDuplicates: pairs.slice(0, LISTED) };
}

/** A key without what a person may write differently: case, spaces and marks, leading zeros of its numbers. */
function plainKey(key: string): string {
  const folded = key.normalize('NFKC').toLowerCase();
  return folded
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b0+(?=\d)/g, '')
    .replaceAll(' ', '');
}

function gapsIn(prefix: string, found: readonly number[]): readonly SequenceGap[] {
  const numbers = [...new Set(found)].sort((a, b) => a - b);
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  const isSequence = numbers.length >= FEWEST_IN_SEQUENCE && last - first < numbers.length * WIDEST_SPREAD;
  if (!isSequence) return [];
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1] ?? number - 1;
    const missing = number - before - 1;
    return missing === 0 ? [] : [{ prefix, from: before + 1, to: number - 1, missing }];
  });
}

function listIn(map: Map<string, number[]>, key: string): number[] {
  const known = map.get(key) ?? [];
  map.set(key, known);
  return known;
}

function setIn(map: Map<string, Set<string>>, key: string): Set<string> {
  const known = map.get(key) ?? new Set<string>();
  map.set(key, known);
  return known;
}
