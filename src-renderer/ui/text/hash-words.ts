import { wordlist } from '@scure/bip39/wordlists/english.js';

const WORDS = 3;
const BITS_PER_WORD = 11;

/**
 * The first 33 bits of a digest as three words of the BIP-39 English list, such as `stock-pole-until`.
 * To recognise a digest, never to prove it. Text that is not a digest in hex gives `undefined`.
 */
export function hashWords(hex: string): string | undefined {
  const digits = Math.ceil((WORDS * BITS_PER_WORD) / 4);
  if (!/^[0-9a-f]+$/i.test(hex) || hex.length < digits) return undefined;
  // 36 bits fit a whole number exactly; the last three are dropped.
  const bits = Number.parseInt(hex.slice(0, digits), 16)
    .toString(2)
    .padStart(digits * 4, '0');
  const words: string[] = [];
  for (let index = 0; index < WORDS; index += 1) {
    const number = Number.parseInt(bits.slice(index * BITS_PER_WORD, (index + 1) * BITS_PER_WORD), 2);
    words.push(wordlist[number] ?? '');
  }
  return words.join('-');
}

/** A digest in groups of eight digits, for reading aloud. */
export function hexGroups(hex: string): string {
  return hex.match(/.{1,8}/g)?.join(' ') ?? '';
}
