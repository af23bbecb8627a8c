import { expect, it } from 'vitest';
import { createNodeHash } from '../../../../../src-main/adapters/hash/node-hash.ts';

const hash = createNodeHash();

// FIPS 180-4 example: the one-block message "abc".
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

it('gives the published digest for text and for bytes', () => {
  expect(hash.sha256Hex('abc')).toBe(ABC);
  expect(hash.sha256Hex(new TextEncoder().encode('abc'))).toBe(ABC);
  expect(Buffer.from(hash.sha256Bytes('abc')).toString('hex')).toBe(ABC);
});

it('hashes text as UTF-8', () => {
  expect(hash.sha256Hex('\u00e9')).toBe(hash.sha256Hex(Uint8Array.of(0xc3, 0xa9)));
});
