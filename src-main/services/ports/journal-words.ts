/** A digest as words, easy to read out and to compare: eleven bits a word, BIP-39 English list. */
export type JournalWords = (hex: string, count: number) => readonly string[];
