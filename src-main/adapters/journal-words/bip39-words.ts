import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { JournalWords } from '../../services/ports/journal-words.ts';

const bitsPerWord = 11;

/** The first bits of a digest as words; a digest of 256 bits gives up to 23. The first three are those of the status bar. */
export const bip39Words: JournalWords = (hex, count) => {
  const bits = hex.replace(/[0-9a-f]/g, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0'));
  return Array.from({ length: count }, (_, index) => {
    const number = Number.parseInt(bits.slice(index * bitsPerWord, (index + 1) * bitsPerWord), 2);
    return wordlist[number] ?? '';
  });
};
