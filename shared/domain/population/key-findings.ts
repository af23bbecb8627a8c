/** What the keys of a list show before a draw: numbers that are missing, and keys that may be one record written twice. */

import { createKeyTable, type KeyTable } from './key-table.ts';
import { NumberList } from './number-list.ts';
import { plainKey } from './plain-key.ts';

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
/** Figures at the end of a key that are read as its number: all of them are exact. */
const MOST_FIGURES = 15;
const FIGURE_ZERO = 48;

/** Numbers at the ends of keys, noted as the keys pass in any order. */
export interface SequenceTally {
  take(key: string): void;
  findings(): SequenceFindings;
}

/** Looks for the runs of numbers that are missing under each prefix. */
export function tallySequence(): SequenceTally {
  // Keys drawn at random have nearly as many prefixes as there are keys: a prefix with one number is held as small as it is.
  const prefixes = createKeyTable();
  const first: number[] = [];
  const lists = new Map<number, PrefixNumbers>();
  /** The list of the key before, which is nearly always that of the next as well. */
  let latest = { prefix: '', list: listOf(0) };
  return {
    take: (key) => {
      const at = numberStart(key);
      if (at === key.length) return;
      const prefix = key.slice(0, prefixEnd(key, at));
      const number = numberFrom(key, at);
      if (prefix === latest.prefix && latest.list.count > 1) {
        addTo(latest.list, number);
        return;
      }
      const place = prefixes.add(prefix);
      if (place === -1) {
        first.push(number);
        return;
      }
      latest = { prefix: prefixes.at(place), list: listAt(place) };
      addTo(latest.list, number);
    },
    findings: () => {
      const inOrder = [...lists].sort(([a], [b]) => a - b);
      const gaps = inOrder.flatMap(([place, found]) => gapsIn(prefixes.at(place), found));
      const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
      return { gapCount: gaps.length, missing, gaps: gaps.slice(0, LISTED) };
    },
  };

  function listAt(place: number): PrefixNumbers {
    const list = lists.get(place) ?? listOf(first[place] ?? 0);
    lists.set(place, list);
    return list;
  }
}

/** Keys by what they share with those that are written alike. */
export interface NearDuplicateTally {
  /** Takes a key that has just been given its place in the table, before the next is; `isKept` where the filters keep its record. */
  take(key: string, place: number, isKept: boolean): void;
  findings(): NearDuplicateFindings;
}

/** Looks for keys of a table that are written alike. The table's marks are those of plain keys (`plainMark`). */
export function tallyNearDuplicates(keys: KeyTable): NearDuplicateTally {
  /** 1 at the places of keys whose records the filters leave out. */
  const leftOut = new NumberList();
  /** Keys that are written alike, by the place of the first of them. */
  const alike = new Map<number, string[]>();
  return {
    take: (key, place, isKept) => {
      if (!isKept) leftOut.set(place, 1);
      else if (keys.sharing.length > 0) compare(key);
    },
    findings: () => ({
      nearDuplicateCount: alike.size,
      nearDuplicates: [...alike.values()].slice(0, LISTED),
    }),
  };

  function compare(key: string): void {
    const plain = plainKey(key);
    const isAlike = (place: number): boolean => leftOut.at(place) === 0 && plainKey(keys.at(place)) === plain;
    const first = keys.sharing.find(isAlike);
    if (first === undefined) return;
    const written = alike.get(first) ?? [keys.at(first)];
    written.push(key);
    alike.set(first, written);
  }
}

/** Where the number at the end of a key begins: its last figures, which are at most fifteen. */
function numberStart(key: string): number {
  let at = key.length;
  while (at > key.length - MOST_FIGURES && isFigure(key.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** Where the text before a number ends: without the zeros that lead it. */
function prefixEnd(key: string, numberAt: number): number {
  let end = numberAt;
  while (end > 0 && key.charCodeAt(end - 1) === FIGURE_ZERO) end -= 1;
  return end;
}

/** The figures from a place to the end of a key, at most fifteen, as a number. */
function numberFrom(key: string, start: number): number {
  let number = 0;
  for (let at = start; at < key.length; at += 1) number = number * 10 + key.charCodeAt(at) - FIGURE_ZERO;
  return number;
}

const isFigure = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Numbers of a prefix; a prefix may have a million. */
interface PrefixNumbers {
  numbers: Float64Array<ArrayBuffer>;
  count: number;
}

const listOf = (first: number): PrefixNumbers => ({ numbers: new Float64Array([first]), count: 1 });

function addTo(list: PrefixNumbers, number: number): void {
  if (list.count === list.numbers.length) {
    const { numbers } = list;
    list.numbers = new Float64Array(numbers.buffer.transfer(numbers.byteLength * 2));
  }
  list.numbers[list.count] = number;
  list.count += 1;
}

function gapsIn(prefix: string, found: PrefixNumbers): readonly SequenceGap[] {
  const numbers = differentOf(found);
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  const isSequence = numbers.length >= FEWEST_IN_SEQUENCE && last - first < numbers.length * WIDEST_SPREAD;
  if (!isSequence) return [];
  const gaps: SequenceGap[] = [];
  let before = first;
  for (const number of numbers) {
    const missing = number - before - 1;
    if (missing > 0) gaps.push({ prefix, from: before + 1, to: number - 1, missing });
    before = number;
  }
  return gaps;
}

/** The numbers of a list, each once, from the smallest. */
function differentOf({ numbers, count }: PrefixNumbers): Float64Array {
  const sorted = numbers.slice(0, count).sort();
  let kept = 0;
  for (const number of sorted) {
    if (kept > 0 && sorted[kept - 1] === number) continue;
    sorted[kept] = number;
    kept += 1;
  }
  return sorted.subarray(0, kept);
}
