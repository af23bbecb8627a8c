import { isAscii } from 'node:buffer';

const SPACE = 0x20;
/** Four spaces, and the highest bit of four bytes. */
const [SPACES, HIGHEST] = [0x20202020, 0x80808080] as const;
const WORD = 4;

/** Whether bytes are of ASCII alone and none is a control character, a tab or a line end: nothing in them needs a second look. */
export function arePlain(bytes: Uint8Array): boolean {
  if (!isAscii(bytes)) return false;
  const isPlain = (byte: number): boolean => byte >= SPACE;
  const lead = (WORD - (bytes.byteOffset % WORD)) % WORD;
  if (bytes.length < lead + WORD) return bytes.every(isPlain);
  const count = Math.floor((bytes.length - lead) / WORD);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + lead, count);
  // Four bytes at a time: a byte below the space borrows from its highest bit, which no byte of ASCII has.
  for (let at = 0; at < count; at += 1) {
    const word = words[at] ?? 0;
    if (((word - SPACES) & ~word & HIGHEST) !== 0) return false;
  }
  return bytes.subarray(0, lead).every(isPlain) && bytes.subarray(lead + count * WORD).every(isPlain);
}
