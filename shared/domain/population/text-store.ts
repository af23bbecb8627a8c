const FIRST_TEXTS = 1024;
const FIRST_UNITS = 16 * FIRST_TEXTS;
/** Units up to this one fit in a byte. */
const LAST_OF_BYTE = 0xff;

type Units = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

/**
 * Many texts by the order in which they were added, one behind the other: a byte for each unit as long as all fit, and no object
 * for each.
 */
export class TextStore {
  /** How many texts there are. */
  size = 0;
  private units: Units = new Uint8Array(FIRST_UNITS);
  /** Where the text of each place ends. */
  private ends = new Uint32Array(FIRST_TEXTS);

  add(text: string): void {
    const start = this.startOf(this.size);
    this.makeRoom(start + text.length);
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit > LAST_OF_BYTE && this.units instanceof Uint8Array) this.units = Uint16Array.from(this.units);
      this.units[start + at] = unit;
    }
    if (this.size === this.ends.length) this.ends = new Uint32Array(grown(this.ends.buffer));
    this.ends[this.size] = start + text.length;
    this.size += 1;
  }

  /** Whether the text at a place is this one. */
  isAt(place: number, text: string): boolean {
    const start = this.startOf(place);
    if ((this.ends[place] ?? 0) - start !== text.length) return false;
    const { units } = this;
    for (let at = 0; at < text.length; at += 1) if (units[start + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** The text at a place from 0. */
  at(place: number): string {
    return textOf(this.units, this.startOf(place), this.ends[place] ?? 0);
  }

  /** Units of the text at a place. */
  lengthAt(place: number): number {
    return (this.ends[place] ?? 0) - this.startOf(place);
  }

  /** Writes the units of the text at a place into a list, from `at` on, where there is room for them. */
  copyTo(list: Uint16Array<ArrayBuffer>, at: number, place: number): void {
    const { units } = this;
    const start = this.startOf(place);
    const length = this.lengthAt(place);
    for (let index = 0; index < length; index += 1) list[at + index] = units[start + index] ?? 0;
  }

  private startOf(place: number): number {
    return place === 0 ? 0 : (this.ends[place - 1] ?? 0);
  }

  private makeRoom(length: number): void {
    while (length > this.units.length) {
      const { units } = this;
      const room = grown(units.buffer);
      this.units = units instanceof Uint8Array ? new Uint8Array(room) : new Uint16Array(room);
    }
  }
}

/** The text that units stand for, from one place to another. Made by fours: spreading a list costs five times as much. */
export function textOf(units: Units, start: number, end: number): string {
  const unit = (place: number): number => units[place] ?? 0;
  let text = '';
  let at = start;
  for (; at + 4 <= end; at += 4)
    text += String.fromCharCode(unit(at), unit(at + 1), unit(at + 2), unit(at + 3));
  for (; at < end; at += 1) text += String.fromCharCode(unit(at));
  return text;
}

/** The same bytes with as much room again; the old room is given back at once. */
export const grown = (buffer: ArrayBuffer): ArrayBuffer => buffer.transfer(buffer.byteLength * 2);
