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
}

/** Places of texts that are kept elsewhere. */
export interface PlaceTable {
  /** Takes a text. Answers the place of the equal text that was taken before, or -1 where it is given the next place. */
  add(text: string): number;
  readonly size: number;
}

const FIRST_TEXTS = 1024;
const FIRST_UNITS = 16 * FIRST_TEXTS;
/** `String.fromCharCode` takes its units as arguments, of which there may not be too many. */
const UNITS_AT_ONCE = 4096;

/**
 * An empty table. `isAt` says whether a text is the one that was given this place; `markOf` gives a number of 32 bits that
 * equal texts share.
 */
export function createPlaceTable(
  isAt: (place: number, text: string) => boolean,
  markOf: (text: string) => number = keyMark,
): PlaceTable {
  let marks = new Int32Array(FIRST_TEXTS);
  /** Places plus one by their mark, the next free slot where that is taken; 0 is free. At most half are taken. */
  let slots = new Int32Array(FIRST_TEXTS * 2);
  let size = 0;

  const spread = (): void => {
    slots = new Int32Array(slots.length * 2);
    const last = slots.length - 1;
    for (let place = 0; place < size; place += 1) {
      let slot = spreadOf(marks[place] ?? 0) & last;
      while (slots[slot] !== 0) slot = (slot + 1) & last;
      slots[slot] = place + 1;
    }
  };

  return {
    add: (text) => {
      const mark = markOf(text);
      const last = slots.length - 1;
      let slot = spreadOf(mark) & last;
      for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
        if (marks[held - 1] === mark && isAt(held - 1, text)) return held - 1;
        slot = (slot + 1) & last;
      }
      if (size === marks.length) marks = new Int32Array(grown(marks.buffer));
      marks[size] = mark;
      size += 1;
      slots[slot] = size;
      if (size * 2 > slots.length) spread();
      return -1;
    },
    get size() {
      return size;
    },
  };
}

/** An empty table of texts. They are compared exactly, unit by unit. */
export function createKeyTable(): KeyTable {
  let units = new Uint16Array(FIRST_UNITS);
  /** Where the text of each place ends. */
  let ends = new Uint32Array(FIRST_TEXTS);
  const startOf = (place: number): number => (place === 0 ? 0 : (ends[place - 1] ?? 0));

  const places = createPlaceTable((place, text) => {
    const start = startOf(place);
    if ((ends[place] ?? 0) - start !== text.length) return false;
    for (let at = 0; at < text.length; at += 1) if (units[start + at] !== text.charCodeAt(at)) return false;
    return true;
  });

  const keep = (place: number, text: string): void => {
    const start = startOf(place);
    while (start + text.length > units.length) units = new Uint16Array(grown(units.buffer));
    for (let at = 0; at < text.length; at += 1) units[start + at] = text.charCodeAt(at);
    if (place === ends.length) ends = new Uint32Array(grown(ends.buffer));
    ends[place] = start + text.length;
  };

  return {
    add: (text) => {
      const before = places.add(text);
      if (before === -1) keep(places.size - 1, text);
      return before;
    },
    at: (place) => {
      const [start, end] = [startOf(place), ends[place] ?? 0];
      let text = '';
      for (let from = start; from < end; from += UNITS_AT_ONCE)
        text += String.fromCharCode(...units.subarray(from, Math.min(end, from + UNITS_AT_ONCE)));
      return text;
    },
    get size() {
      return places.size;
    },
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

/** The same bytes with as much room again; the old room is given back at once. */
const grown = (buffer: ArrayBuffer): ArrayBuffer => buffer.transfer(buffer.byteLength * 2);
