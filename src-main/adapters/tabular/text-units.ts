/** Units of texts, one text after another: a list of numbers is walked through faster than a text, which may be glued or cut. */
export class TextUnits {
  private room = new Uint16Array(FIRST_UNITS);

  /** The units of a text, which stand until the next is asked for. What stands behind its end is no unit of it. */
  of(text: string): Uint16Array<ArrayBuffer> {
    if (text.length > this.room.length) this.room = new Uint16Array(text.length * 2);
    Buffer.from(this.room.buffer).write(text, 'utf16le');
    return this.room;
  }
}

const FIRST_UNITS = 64 * 1024;
