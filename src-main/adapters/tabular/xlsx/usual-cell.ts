const QUOTE = 34;
const GREATER = 62;
const LESS = 60;
const SLASH = 47;
const AMPERSAND = 38;
const ZERO = 48;
const NINE = 57;
const A = 65;
const Z = 90;
const SPACE = 32;
const EQUALS = 61;
const LOWER_C = 99;
const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;
const LOWER_V = 118;

type Units = Uint16Array<ArrayBuffer>;

/** Whether ` n="` stands at a place. */
const opensAttribute = (units: Units, at: number, name: number): boolean =>
  units[at] === SPACE && units[at + 1] === name && units[at + 2] === EQUALS && units[at + 3] === QUOTE;

/** Whether `<c r="` stands at a place. */
const opensCell = (units: Units, at: number): boolean =>
  units[at] === LESS && units[at + 1] === LOWER_C && opensAttribute(units, at + 2, LOWER_R);

/** Whether `><v>` stands at a place. */
const opensValue = (units: Units, at: number): boolean =>
  units[at] === GREATER && units[at + 1] === LESS && units[at + 2] === LOWER_V && units[at + 3] === GREATER;

/** `</v></c>` */
const VALUE_END = Uint16Array.of(LESS, SLASH, LOWER_V, GREATER, LESS, SLASH, LOWER_C, GREATER);

function closesValue(units: Units, at: number): boolean {
  for (let place = 0; place < VALUE_END.length; place += 1)
    if (units[at + place] !== VALUE_END[place]) return false;
  return true;
}

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/**
 * The form in which spreadsheet programs write nearly all cells: `<c r="B7" s="3" t="s"><v>12</v></c>`, with style and
 * type left out at will. A cell of exactly this form is read in one go; any other goes the general way, with the
 * same result. Tests compare both.
 */
export class UsualCell {
  /** Column from 0, and the row that the cell names. */
  column = 0;
  row = 0;
  style = 0;
  /** `n`, `s`, `b`, `e` or `str`. */
  type = 'n';
  /** The value of a cell of type `s`, or of type `n` that is a whole number of at most nine digits with no zero before them; else -1. */
  whole = -1;
  /** The value as it is written, where `whole` is -1. */
  value = '';
  private at = 0;

  /**
   * Reads the cell at `start` of a text, of which these are the units; the place after it, or -1 where it has another form or
   * is not complete.
   */
  read(text: string, units: Units, start: number): number {
    this.at = start;
    if (!this.readReference(units)) return -1;
    this.style = 0;
    this.type = 'n';
    if (opensAttribute(units, this.at, LOWER_S) && !this.readStyle(units)) return -1;
    if (opensAttribute(units, this.at, LOWER_T) && !this.readType(text, units)) return -1;
    const end = opensValue(units, this.at) ? this.readValue(text, units) : -1;
    // Behind the end of the text may stand what looks like the rest of the cell.
    return end > text.length ? -1 : end;
  }

  /** `<c r="B7"` */
  private readReference(units: Units): boolean {
    if (!opensCell(units, this.at)) return false;
    let at = this.at + 6;
    let code = units[at] ?? 0;
    let column = 0;
    const letters = at;
    while (code >= A && code <= Z && at - letters < 4) {
      column = column * 26 + code - A + 1;
      at += 1;
      code = units[at] ?? 0;
    }
    if (at === letters) return false;
    this.column = column - 1;
    this.at = at;
    this.row = this.readNumber(units);
    return this.row > 0 && this.closesAttribute(units);
  }

  private readStyle(units: Units): boolean {
    this.at += 4;
    this.style = this.readNumber(units);
    return this.style >= 0 && this.closesAttribute(units);
  }

  private readType(text: string, units: Units): boolean {
    const start = this.at + 4;
    if (units[start] === LOWER_S && units[start + 1] === QUOTE) {
      this.type = 's';
      this.at = start + 2;
      return true;
    }
    const end = text.indexOf('"', start);
    if (end === -1 || end - start > 3) return false;
    const type = text.slice(start, end);
    if (type !== 's' && type !== 'n' && type !== 'str' && type !== 'b' && type !== 'e') return false;
    this.type = type;
    this.at = end + 1;
    return true;
  }

  private closesAttribute(units: Units): boolean {
    this.at += 1;
    return units[this.at - 1] === QUOTE;
  }

  /** A number of at most nine digits, or -1; ends at the first place that is no digit. */
  private readNumber(units: Units): number {
    const start = this.at;
    let at = start;
    let number = 0;
    let code = units[at] ?? 0;
    while (isDigit(code) && at - start < 9) {
      number = number * 10 + code - ZERO;
      at += 1;
      code = units[at] ?? 0;
    }
    this.at = at;
    return at === start ? -1 : number;
  }

  /** `><v>12</v></c>`; a value with references, or none at all, is not of the usual form. */
  private readValue(text: string, units: Units): number {
    const start = this.at + 4;
    this.at = start;
    const isCounted = this.type === 's' || this.type === 'n';
    this.whole = isCounted ? this.readNumber(units) : -1;
    if (this.whole === -1 || !closesValue(units, this.at)) return this.readOther(text, units, start);
    const hasZeros = units[start] === ZERO && this.at > start + 1;
    if (hasZeros && this.type === 'n') this.keepText(text, start, this.at);
    return this.at + VALUE_END.length;
  }

  /** A value that is not written as a whole number. */
  private readOther(text: string, units: Units, start: number): number {
    const end = endOfText(units, start, text.length);
    if (this.type === 's' || end === start || !closesValue(units, end)) return -1;
    this.keepText(text, start, end);
    return end + VALUE_END.length;
  }

  private keepText(text: string, start: number, end: number): void {
    this.whole = -1;
    this.value = text.slice(start, end);
  }
}

/** The end of a run of text without references. */
function endOfText(units: Units, start: number, length: number): number {
  let end = start;
  let code = units[end] ?? 0;
  while (code !== LESS && code !== AMPERSAND && code !== GREATER && end < length) {
    end += 1;
    code = units[end] ?? 0;
  }
  return end;
}
