const QUOTE = 34;
const GREATER = 62;
const LESS = 60;
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

/** Whether ` n="` stands at a place; comparing codes is faster than comparing texts, and this is asked for every cell. */
const opensAttribute = (text: string, at: number, name: number): boolean =>
  text.charCodeAt(at) === SPACE &&
  text.charCodeAt(at + 1) === name &&
  text.charCodeAt(at + 2) === EQUALS &&
  text.charCodeAt(at + 3) === QUOTE;

/** Whether `><v>` stands at a place. */
const opensValue = (text: string, at: number): boolean =>
  text.charCodeAt(at) === GREATER &&
  text.charCodeAt(at + 1) === LESS &&
  text.charCodeAt(at + 2) === LOWER_V &&
  text.charCodeAt(at + 3) === GREATER;

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
  value = '';
  /** The value as a whole number, for cells of type `s`; -1 where it is none. */
  index = -1;
  private at = 0;

  /** Reads the cell at `start`; the place after it, or -1 where it has another form or is not complete. */
  read(text: string, start: number): number {
    this.at = start;
    if (!this.readReference(text)) return -1;
    this.style = 0;
    this.type = 'n';
    if (opensAttribute(text, this.at, LOWER_S) && !this.readStyle(text)) return -1;
    if (opensAttribute(text, this.at, LOWER_T) && !this.readType(text)) return -1;
    return opensValue(text, this.at) ? this.readValue(text) : -1;
  }

  /** `<c r="B7"` */
  private readReference(text: string): boolean {
    let { at } = this;
    if (text.charCodeAt(at + 1) !== LOWER_C || !opensAttribute(text, at + 2, LOWER_R)) return false;
    at += 6;
    let code = text.charCodeAt(at);
    let column = 0;
    const letters = at;
    while (code >= A && code <= Z && at - letters < 4) {
      column = column * 26 + code - A + 1;
      at += 1;
      code = text.charCodeAt(at);
    }
    if (at === letters) return false;
    this.column = column - 1;
    this.at = at;
    this.row = this.readNumber(text);
    return this.row > 0 && this.closesAttribute(text);
  }

  private readStyle(text: string): boolean {
    this.at += 4;
    this.style = this.readNumber(text);
    return this.style >= 0 && this.closesAttribute(text);
  }

  private readType(text: string): boolean {
    const start = this.at + 4;
    const end = text.indexOf('"', start);
    if (end === -1 || end - start > 3) return false;
    const type = text.slice(start, end);
    if (type !== 's' && type !== 'n' && type !== 'str' && type !== 'b' && type !== 'e') return false;
    this.type = type;
    this.at = end + 1;
    return true;
  }

  private closesAttribute(text: string): boolean {
    this.at += 1;
    return text.charCodeAt(this.at - 1) === QUOTE;
  }

  /** A number of at most nine digits, or -1; ends at the first place that is no digit. */
  private readNumber(text: string): number {
    const start = this.at;
    let at = start;
    let number = 0;
    let code = text.charCodeAt(at);
    while (isDigit(code) && at - start < 9) {
      number = number * 10 + code - ZERO;
      at += 1;
      code = text.charCodeAt(at);
    }
    this.at = at;
    return at === start ? -1 : number;
  }

  /** `><v>12</v></c>`; a value with references, or none at all, is not of the usual form. */
  private readValue(text: string): number {
    const start = this.at + 4;
    this.at = start;
    this.index = this.type === 's' ? this.readNumber(text) : -1;
    const end = this.index === -1 ? endOfText(text, start) : this.at;
    if (end === start || !text.startsWith('</v></c>', end)) return -1;
    if (this.type !== 's') this.value = text.slice(start, end);
    return this.type === 's' && this.index === -1 ? -1 : end + 8;
  }
}

/** The end of a run of text without references. */
function endOfText(text: string, start: number): number {
  let end = start;
  let code = text.charCodeAt(end);
  while (code !== LESS && code !== AMPERSAND && code !== GREATER && end < text.length) {
    end += 1;
    code = text.charCodeAt(end);
  }
  return end;
}
