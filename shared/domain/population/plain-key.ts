/** Keys as a person may have written them in another way: what two keys share that differ in nothing else. */

import { createKeyTable, FIRST_MARK, keyMark, nextMark, type KeyTable } from './key-table.ts';

const ASCII_ONLY = /^[\u0000-\u007f]*$/;
const MARKS = /[^\p{L}\p{N}]+/gu;
const LEADING_ZEROS = /\b0+(?=\d)/g;
const ASCII_MARKS = /[^A-Za-z0-9]+/g;

/** A key without what a person may write differently: case, spaces and marks, leading zeros of its numbers. */
export function plainKey(key: string): string {
  // Folding a key of ASCII alone changes its capital letters only; lists of a million keys are of ASCII alone.
  const isAscii = ASCII_ONLY.test(key);
  const folded = isAscii ? key.toLowerCase() : key.normalize('NFKC').toLowerCase();
  const spaced = folded.replace(isAscii ? ASCII_MARKS : MARKS, ' ');
  return spaced.replace(LEADING_ZEROS, '').replaceAll(' ', '');
}

/** The mark of a plain key, without making it where the key is of ASCII alone. */
export function plainMark(key: string): number {
  let mark = FIRST_MARK;
  /** Whether a number may begin here: at the start, and after a mark. */
  let isApart = true;
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    if (unit > LAST_ASCII) return keyMark(plainKey(key));
    if (!isLetterOrFigure(unit)) isApart = true;
    else if (!isApart || unit !== ZERO || !isFigure(key.charCodeAt(at + 1))) {
      mark = nextMark(mark, isCapital(unit) ? unit | SMALL : unit);
      isApart = false;
    }
  }
  return mark;
}

/** An empty table of keys in which those that are written alike share their mark. */
export const createAlikeTable = (): KeyTable => createKeyTable(plainMark);

const LAST_ASCII = 0x7f;
const ZERO = 48;
/** The bit in which a small letter differs from its capital. */
const SMALL = 0x20;
const isFigure = (unit: number): boolean => unit >= 48 && unit <= 57;
const isCapital = (unit: number): boolean => unit >= 65 && unit <= 90;
const isLetterOrFigure = (unit: number): boolean =>
  isFigure(unit) || isCapital(unit) || (unit >= 97 && unit <= 122);
