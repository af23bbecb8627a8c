const [SPACE, QUOTE, APOSTROPHE, SLASH, EQUALS, GREATER] = [32, 34, 39, 47, 61, 62] as const;
const [ZERO, NINE] = [48, 57] as const;
/** `<row r="` */
const HEAD = Uint16Array.of(60, 114, 111, 119, SPACE, 114, EQUALS, QUOTE);
const MOST_DIGITS = 7;

type Units = Uint16Array<ArrayBuffer>;

/**
 * The tags that begin the rows of a sheet, which differ in nothing but the row's number: `<row r="7" spans="1:12">`. One is
 * read the general way; those with the same text behind the number then say the same.
 */
export class UsualRow {
  /** The number of the row that was read. */
  row = 0;
  isHidden = false;
  /** What stood behind the number of the latest tag that was read the general way. */
  private known: string | null = null;
  private candidate: string | null = null;

  private at = 0;

  /** Reads the tag at `start` of a text, of which these are the units; the place after it, or -1 where the general way has to. */
  read(text: string, units: Units, start: number): number {
    this.candidate = null;
    for (let place = 0; place < HEAD.length; place += 1) if (units[start + place] !== HEAD[place]) return -1;
    this.at = start + HEAD.length;
    this.row = this.readNumber(units);
    if (units[this.at] !== QUOTE) return -1;
    if (this.known !== null && text.startsWith(this.known, this.at)) return this.at + this.known.length;
    this.candidate = plainTail(text, units, this.at);
    return -1;
  }

  /** The tag at which `read` was tried last was read the general way, and said this. */
  learn(isHidden: boolean): void {
    if (this.candidate === null) return;
    this.known = this.candidate;
    this.isHidden = isHidden;
  }

  /** A number of at most seven digits; 0, which is the number of no row, where there is none. */
  private readNumber(units: Units): number {
    const start = this.at;
    let number = 0;
    let code = units[start] ?? 0;
    while (code >= ZERO && code <= NINE && this.at - start < MOST_DIGITS) {
      number = number * 10 + code - ZERO;
      this.at += 1;
      code = units[this.at] ?? 0;
    }
    return number;
  }
}

/** A tag from the quotation mark behind its number to its end, where its text alone shows where it ends, and that it opens a row. */
function plainTail(text: string, units: Units, start: number): string | null {
  let quotes = 0;
  for (let at = start; at < text.length; at += 1) {
    const unit = units[at];
    if (unit === APOSTROPHE) return null;
    if (unit === QUOTE) quotes += 1;
    if (unit !== GREATER) continue;
    const isWhole = quotes % 2 === 1 && units[at - 1] !== SLASH;
    return isWhole ? text.slice(start, at + 1) : null;
  }
  return null;
}
