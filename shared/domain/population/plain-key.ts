/** Keys as a person may have written them in another way: what two keys share that differ in nothing else. */

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
