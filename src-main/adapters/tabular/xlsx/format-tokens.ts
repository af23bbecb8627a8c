/** A piece of a number format. */
export interface FormatToken {
  readonly kind:
    /** A digit place: `0`, `#` or `?`. */
    | 'digit'
    | 'point'
    | 'comma'
    /** Percent, exponent or fraction: what is shown is not the plain number. */
    | 'scale'
    /** A unit of date or time, or AM/PM; the text is its letters. */
    | 'date'
    /** Elapsed hours, minutes or seconds. */
    | 'elapsed'
    | 'condition'
    /** Colour, locale or currency in brackets. */
    | 'colour'
    | 'literal'
    /** `General` or the place of a text. */
    | 'word'
    | 'section';
  readonly text: string;
}

type Rule = readonly [RegExp, FormatToken['kind'] | 'skip'];

/** Tried in order at each place of a format; the rules of section 18.8.31 of the standard. */
const RULES: readonly Rule[] = [
  [/"[^"]*"?/y, 'literal'],
  [/\\./suy, 'literal'],
  [/_./suy, 'skip'],
  [/\*./suy, 'skip'],
  [/\[(?:h+|m+|s+)\]/iy, 'elapsed'],
  [/\[(?:<=|>=|<>|<|>|=)[^\]]*\]/y, 'condition'],
  [/\[[^\]]*\]?/y, 'colour'],
  [/;/y, 'section'],
  [/General/iy, 'word'],
  [/@/y, 'word'],
  [/AM\/PM|A\/P/iy, 'date'],
  [/E[+-]/y, 'scale'],
  [/e[+-]/y, 'scale'],
  [/y+|m+|d+|h+|s+|e+|g+|b+/iy, 'date'],
  [/[0#?]/y, 'digit'],
  [/\./y, 'point'],
  [/,/y, 'comma'],
  [/[%/]/y, 'scale'],
  [/./suy, 'literal'],
];

/** Cuts a number format into its pieces. */
export function tokenizeFormat(code: string): readonly FormatToken[] {
  const tokens: FormatToken[] = [];
  let at = 0;
  while (at < code.length) {
    const [kind, text] = tokenAt(code, at);
    at += text.length;
    if (kind !== 'skip') tokens.push({ kind, text: textOf(kind, text) });
  }
  return tokens;
}

function tokenAt(code: string, at: number): readonly [FormatToken['kind'] | 'skip', string] {
  for (const [pattern, kind] of RULES) {
    pattern.lastIndex = at;
    const found = pattern.exec(code)?.[0];
    if (found !== undefined && found !== '') return [kind, found];
  }
  return ['literal', code.charAt(at)];
}

function textOf(kind: FormatToken['kind'], text: string): string {
  if (kind === 'condition') return text.slice(1, -1);
  return kind === 'literal' ? text.replace(/^"|"$|^\\/g, '') : text;
}
