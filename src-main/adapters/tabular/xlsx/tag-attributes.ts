import { decodeReferences } from './xml-references.ts';

const EQUALS = 61;
const QUOTE = 34;
const APOSTROPHE = 39;
const GREATER = 62;
const SLASH = 47;

/** The attributes of one tag; the object is used again for the next tag. */
export class TagAttributes {
  /** True where the tag declares a namespace. */
  declaresNamespaces = false;
  /** True where an attribute that is no declaration has a prefix. */
  hasPrefixes = false;
  /** How many of the places below belong to this tag: emptying and filling lists for each tag would be slow. */
  private count = 0;
  private readonly names: string[] = [];
  private readonly values: string[] = [];
  private part = '';

  /** Value of an attribute by its name as written, or undefined. */
  get(name: string): string | undefined {
    const place = this.placeOf(name);
    if (place === -1) return undefined;
    const value = this.values[place] ?? '';
    return decodeReferences(
      value.includes('\n') || value.includes('\t') ? value.replace(/[\n\t]/g, ' ') : value,
      this.part,
    );
  }

  /** Names and values as written. */
  *entries(): Generator<readonly [string, string]> {
    for (const name of this.names.slice(0, this.count)) yield [name, this.get(name) ?? ''];
  }

  /** Forgets the attributes of the tag before. */
  clear(part: string): void {
    this.count = 0;
    this.declaresNamespaces = false;
    this.hasPrefixes = false;
    this.part = part;
  }

  /**
   * Reads attributes of `text` from the end of the element's name up to the `>` or `/>` that ends the tag, and gives
   * its place; {@link INCOMPLETE} where the text ends before, {@link BROKEN} where it is no list of attributes.
   */
  read(text: string, from: number): number {
    let at = from;
    for (;;) {
      const start = skipSpaces(text, at);
      const code = text.charCodeAt(start);
      if (code === GREATER) return start;
      if (code === SLASH) return endOfEmpty(text, start);
      if (start >= text.length) return INCOMPLETE;
      if (start === at) return BROKEN;
      at = this.readOne(text, start);
      if (at < 0) return at;
    }
  }

  private readOne(text: string, start: number): number {
    let nameEnd = start;
    let code = text.charCodeAt(nameEnd);
    while (code !== EQUALS && !isDelimiter(code)) {
      nameEnd += 1;
      code = text.charCodeAt(nameEnd);
    }
    const open =
      code === EQUALS && text.charCodeAt(nameEnd + 1) === QUOTE ? nameEnd + 1 : openingQuote(text, nameEnd);
    if (open < 0 || nameEnd === start) return open === INCOMPLETE ? INCOMPLETE : BROKEN;
    const close = text.indexOf(text.charAt(open), open + 1);
    if (close === -1) return INCOMPLETE;
    return this.keep(text.slice(start, nameEnd), text.slice(open + 1, close)) ? close + 1 : BROKEN;
  }

  private keep(name: string, value: string): boolean {
    if (this.placeOf(name) !== -1 || value.includes('<')) return false;
    if (!USUAL_NAMES.has(name)) {
      if (!NAME.test(name)) return false;
      if (name === 'xmlns' || name.startsWith('xmlns:')) this.declaresNamespaces = true;
      else if (name.includes(':')) this.hasPrefixes = true;
    }
    this.names[this.count] = name;
    this.values[this.count] = value;
    this.count += 1;
    return true;
  }

  private placeOf(name: string): number {
    for (let place = 0; place < this.count; place += 1) if (this.names[place] === name) return place;
    return -1;
  }
}

/** Results of {@link TagAttributes.read} that are no place. */
export const INCOMPLETE = -1;
export const BROKEN = -2;

/** Attributes of cells and rows, which need no check of their names. */
const USUAL_NAMES: ReadonlySet<string> = new Set(['r', 's', 't', 'spans', 'ht', 'customHeight']);

/** A name as XML allows it, with at most one prefix. */
export const NAME =
  /^[A-Za-z_\u00C0-\u{EFFFF}][\w.\-\u00B7-\u{EFFFF}]*(?::[A-Za-z_\u00C0-\u{EFFFF}][\w.\-\u00B7-\u{EFFFF}]*)?$/u;

/** White space of XML. */
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13;

/** What cannot stand in an attribute's name; the end of the text (no number) among it. */
const isDelimiter = (code: number): boolean =>
  !(code > 32) || code === GREATER || code === SLASH || code === QUOTE || code === APOSTROPHE;

/** The quotation mark that opens a value, after the end of its name. */
function openingQuote(text: string, nameEnd: number): number {
  const equals = skipSpaces(text, nameEnd);
  const open = skipSpaces(text, equals + 1);
  if (open >= text.length) return INCOMPLETE;
  const quote = text.charCodeAt(open);
  return text.charCodeAt(equals) === EQUALS && (quote === QUOTE || quote === APOSTROPHE) ? open : BROKEN;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function endOfEmpty(text: string, slash: number): number {
  if (slash + 1 >= text.length) return INCOMPLETE;
  return text.charCodeAt(slash + 1) === GREATER ? slash + 1 : BROKEN;
}
