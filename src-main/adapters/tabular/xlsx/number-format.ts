import { tokenizeFormat } from './format-tokens.ts';
import type { FormatToken } from './format-tokens.ts';

/** What one section of a number format does to a number, as far as reading it needs. */
export interface FormatSection {
  /** `number` covers text sections and `General` too: the number is printed as it stands in the file. */
  readonly kind: 'number' | 'padded' | 'date' | 'elapsed' | 'nothing';
  /** For dates: which of the two are shown. */
  readonly showsDate: boolean;
  readonly showsTime: boolean;
  /** For dates: seconds are shown with fractions. */
  readonly showsFractions: boolean;
  /** For `padded`: digits before and after the decimal point that are always shown. */
  readonly integerDigits: number;
  readonly decimalDigits: number;
  /** For `padded`: the format adds characters of its own between or around the digits. */
  readonly addsText: boolean;
}

interface Condition {
  readonly operator: string;
  readonly operand: number;
}

interface Part extends FormatSection {
  readonly condition: Condition | null;
}

/** A number format, cut into its sections. */
export interface NumberFormat {
  /** The section that shows a number. */
  sectionFor(value: number): FormatSection;
}

const PLAIN: FormatSection = {
  kind: 'number',
  showsDate: false,
  showsTime: false,
  showsFractions: false,
  integerDigits: 0,
  decimalDigits: 0,
  addsText: false,
};

/** The format `General`. */
export const GENERAL: NumberFormat = { sectionFor: () => PLAIN };

const date = (showsDate: boolean, showsTime: boolean): NumberFormat => {
  const section: FormatSection = { ...PLAIN, kind: 'date', showsDate, showsTime };
  return { sectionFor: () => section };
};

const DAY = date(true, false);
const CLOCK = date(false, true);
const MOMENT = date(true, true);
const ELAPSED: NumberFormat = { sectionFor: () => ({ ...PLAIN, kind: 'elapsed', showsTime: true }) };

/** First and last number of built-in formats that show a date or a time, from sections 18.8.30 of the standard. */
const BUILT_IN: readonly (readonly [number, number, NumberFormat])[] = [
  [14, 17, DAY],
  [18, 21, CLOCK],
  [22, 22, MOMENT],
  [27, 31, DAY],
  [32, 33, CLOCK],
  [34, 36, DAY],
  [45, 45, CLOCK],
  [46, 46, ELAPSED],
  [47, 47, CLOCK],
  [50, 58, DAY],
  [71, 74, DAY],
  [75, 76, CLOCK],
  [77, 77, MOMENT],
  [78, 78, CLOCK],
  [79, 79, ELAPSED],
  [80, 80, CLOCK],
  [81, 81, DAY],
];

/**
 * Formats that a workbook may use by number without writing them out. 27 to 36 and 50 to 58 are the dates and times
 * of East Asian versions, 71 to 81 the Thai ones; where versions differ between date and time, the value decides.
 */
export function builtInFormat(id: number): NumberFormat {
  return BUILT_IN.find(([first, last]) => id >= first && id <= last)?.[2] ?? GENERAL;
}

/** Reads a format as it is written in a workbook. */
export function parseNumberFormat(code: string): NumberFormat {
  if (code.trim() === '') return GENERAL;
  const sections: FormatToken[][] = [[]];
  for (const token of tokenizeFormat(code)) {
    if (token.kind === 'section') sections.push([]);
    else sections.at(-1)?.push(token);
  }
  const parts = sections.slice(0, 3).map(readSection);
  const [only] = parts;
  if (parts.length === 1 && only?.condition === null) return { sectionFor: () => only };
  return { sectionFor: (value) => chooseSection(parts, value) };
}

/** One section serves all numbers, two those from 0 up and those below, three those above, below and at 0; conditions come first. */
function chooseSection(parts: readonly Part[], value: number): FormatSection {
  const hasConditions = parts.some((part) => part.condition !== null);
  const place = hasConditions
    ? parts.findIndex((part, index) => applies(part, index, parts.length, value))
    : signPlace(parts.length, value);
  return parts[place] ?? parts.at(-1) ?? PLAIN;
}

function signPlace(count: number, value: number): number {
  if (value < 0) return Math.min(1, count - 1);
  return value === 0 && count > 2 ? 2 : 0;
}

function applies(part: Part, index: number, count: number, value: number): boolean {
  if (part.condition !== null) return meets(part.condition, value);
  if (index === 0) return value > 0;
  return index === count - 1 || value < 0;
}

function meets({ operator, operand }: Condition, value: number): boolean {
  switch (operator) {
    case '<':
      return value < operand;
    case '<=':
      return value <= operand;
    case '>':
      return value > operand;
    case '>=':
      return value >= operand;
    case '=':
      return value === operand;
    default:
      return value !== operand;
  }
}

function readSection(tokens: readonly FormatToken[]): Part {
  const condition = findCondition(tokens);
  if (tokens.some((token) => token.kind === 'elapsed')) {
    return { ...PLAIN, kind: 'elapsed', showsTime: true, showsFractions: hasFractions(tokens), condition };
  }
  if (tokens.some((token) => token.kind === 'date')) return { ...readDate(tokens), condition };
  const isEmpty = tokens.every((token) => token.kind === 'condition' || token.kind === 'colour');
  if (isEmpty) return { ...PLAIN, kind: 'nothing', condition };
  return { ...readPadding(tokens), condition };
}

function findCondition(tokens: readonly FormatToken[]): Condition | null {
  const token = tokens.find((candidate) => candidate.kind === 'condition');
  const found = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(token?.text ?? '');
  return found === null ? null : { operator: found[1] ?? '', operand: Number(found[2]) };
}

const hasFractions = (tokens: readonly FormatToken[]): boolean =>
  tokens.some((token) => token.kind === 'digit' && token.text === '0');

function readDate(tokens: readonly FormatToken[]): FormatSection {
  const units = tokens
    .filter((token) => token.kind === 'date')
    .map((token) => token.text.charAt(0).toLowerCase());
  const isMinute = (index: number): boolean => units[index - 1] === 'h' || units[index + 1] === 's';
  const isTime = (unit: string, index: number): boolean =>
    unit === 'h' || unit === 's' || unit === 'a' || (unit === 'm' && isMinute(index));
  return {
    ...PLAIN,
    kind: 'date',
    showsTime: units.some(isTime),
    showsDate: units.some((unit, index) => !isTime(unit, index)),
    showsFractions: hasFractions(tokens),
  };
}

/** Whether and how far a number is padded with zeros: at least two digits always shown before the decimal point. */
function readPadding(tokens: readonly FormatToken[]): FormatSection {
  if (tokens.some((token) => token.kind === 'scale')) return PLAIN;
  const point = tokens.findIndex((token) => token.kind === 'point');
  const before = digitsOf(point === -1 ? tokens : tokens.slice(0, point));
  const first = before.indexOf('0');
  const integerDigits = first === -1 ? 0 : before.length - first;
  // A comma after the last digit divides by a thousand: what is shown is not the number.
  const lastDigit = tokens.findLastIndex((token) => token.kind === 'digit');
  const isScaled = tokens[lastDigit + 1]?.kind === 'comma';
  if (integerDigits < 2 || isScaled) return PLAIN;
  const after = point === -1 ? '' : digitsOf(tokens.slice(point));
  return {
    ...PLAIN,
    kind: 'padded',
    integerDigits,
    decimalDigits: after.replaceAll(/[^0]/g, '').length,
    addsText: tokens.some((token) => token.kind === 'literal' && token.text.trim() !== ''),
  };
}

const digitsOf = (tokens: readonly FormatToken[]): string =>
  tokens.flatMap((token) => (token.kind === 'digit' ? [token.text] : [])).join('');
