import { grown, TextStore } from './text-store.ts';

/**
 * Texts that are each found again, without an object for each: a list of a million keys is held in tens of megabytes, not
 * in hundreds.
 */
export interface KeyTable {
  /** Takes a text. Answers the place of the equal text that was taken before, or -1 where there was none. */
  add(text: string): number;
  /** The text at a place; places count from 0 and are given to texts that are new. */
  at(place: number): string;
  /** How many different texts were taken. */
  readonly size: number;
  /**
   * After a text was taken that is new: the places of those that share its mark, from the first taken. Equal marks say little of
   * two texts, unequal marks say that they differ in what the marks are made of.
   */
  readonly sharing: readonly number[];
}

const FIRST_TEXTS = 1024;

/**
 * An empty table of texts. They are compared exactly, unit by unit; `markOf` gives a number of 32 bits that equal texts share,
 * and that few others do.
 */
export function createKeyTable(markOf: (text: string) => number = keyMark): KeyTable {
  const texts = new TextStore();
  let marks = new Int32Array(FIRST_TEXTS);
  /** Places plus one by their mark, the next free slot where that is taken; 0 is free. At most half are taken. */
  let slots = new Int32Array(FIRST_TEXTS * 2);
  let size = 0;
  const sharing: number[] = [];

  const spread = (): void => {
    slots = new Int32Array(slots.length * 2);
    const last = slots.length - 1;
    for (let place = 0; place < size; place += 1) {
      let slot = spreadOf(marks[place] ?? 0) & last;
      while (slots[slot] !== 0) slot = (slot + 1) & last;
      slots[slot] = place + 1;
    }
  };

  const keep = (slot: number, mark: number, text: string): void => {
    if (size === marks.length) marks = new Int32Array(grown(marks.buffer));
    marks[size] = mark;
    texts.add(text);
    size += 1;
    slots[slot] = size;
    if (size * 2 > slots.length) spread();
  };

  return {
    add: (text) => {
      const mark = markOf(text);
      const last = slots.length - 1;
      if (sharing.length > 0) sharing.length = 0;
      let slot = spreadOf(mark) & last;
      for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
        if (marks[held - 1] === mark) {
          if (texts.isAt(held - 1, text)) return held - 1;
          sharing.push(held - 1);
        }
        slot = (slot + 1) & last;
      }
      keep(slot, mark, text);
      return -1;
    },
    at: (place) => texts.at(place),
    get size() {
      return size;
    },
    sharing,
  };
}

/** A number of 32 bits that equal texts share (FNV-1a over the text's units). */
export function keyMark(text: string): number {
  let mark = FIRST_MARK;
  for (let at = 0; at < text.length; at += 1) mark = nextMark(mark, text.charCodeAt(at));
  return mark;
}

/** The mark of the empty text. */
export const FIRST_MARK = 0x811c9dc5 | 0;

/** The mark of a text that is one unit longer. */
export const nextMark = (mark: number, unit: number): number => Math.imul(mark ^ unit, 0x01000193);

/** Lets every bit of a mark, also those in which keys that end alike differ, count where a slot is taken from. */
function spreadOf(mark: number): number {
  const mixed = Math.imul(mark ^ (mark >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) >>> 0;
}
