import { beforeAll, describe, expect, it } from 'vitest';
import { nodeKeys } from '../../../../../src-main/adapters/keys/node-keys.ts';
import type { PersonKey, WrappedPersonKey } from '../../../../../src-main/services/ports/keys.ts';

const PASSPHRASE = 'another drawer, other words';
const MESSAGE = new TextEncoder().encode('tickmark/sign-off/1\nworkpaper 12');
let made: WrappedPersonKey;
let key: PersonKey;

beforeAll(async () => {
  made = await nodeKeys.createPersonKey(PASSPHRASE);
  const opened = await nodeKeys.openPersonKey(made.wrapped, PASSPHRASE);
  if (!opened.ok) throw new Error(opened.error);
  key = opened.value;
});

describe("a person's key", () => {
  it('opens to the public key it was made with', () => {
    expect(made.publicKey).toMatch(/^[0-9a-f]{64}$/);
    expect(key.publicKey).toBe(made.publicKey);
  });

  it('signs so that the public key alone can check it', () => {
    const signature = key.sign(MESSAGE);
    expect(signature).toMatch(/^[0-9a-f]{128}$/);
    expect(key.sign(MESSAGE)).toBe(signature);
    expect(nodeKeys.verifySignature(made.publicKey, MESSAGE, signature)).toBe(true);
  });

  it('notices another message, signature or person', async () => {
    const signature = key.sign(MESSAGE);
    const other = await nodeKeys.createPersonKey(PASSPHRASE);
    expect(nodeKeys.verifySignature(made.publicKey, MESSAGE.subarray(1), signature)).toBe(false);
    expect(nodeKeys.verifySignature(other.publicKey, MESSAGE, signature)).toBe(false);
    const changed = `${signature.startsWith('0') ? '1' : '0'}${signature.slice(1)}`;
    expect(nodeKeys.verifySignature(made.publicKey, MESSAGE, changed)).toBe(false);
    expect(nodeKeys.verifySignature(made.publicKey, MESSAGE, `${signature.slice(0, -2)}ff`)).toBe(false);
  });

  it.each(['', 'zz', 'f'.repeat(64), '0'.repeat(63), 'A'.repeat(64)])(
    'takes %j for nobody’s key',
    (publicKey) => {
      expect(nodeKeys.verifySignature(publicKey, MESSAGE, key.sign(MESSAGE))).toBe(false);
    },
  );

  it.each(['', 'f'.repeat(128), '0'.repeat(126)])('takes %j for no signature', (signature) => {
    expect(nodeKeys.verifySignature(made.publicKey, MESSAGE, signature)).toBe(false);
  });

  it('agrees with RFC 8032 section 7.1, test 2', () => {
    const publicKey = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c';
    const signature =
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';
    expect(nodeKeys.verifySignature(publicKey, Uint8Array.of(0x72), signature)).toBe(true);
    expect(nodeKeys.verifySignature(publicKey, Uint8Array.of(0x73), signature)).toBe(false);
  });

  it('keeps its refusals apart', async () => {
    expect(await nodeKeys.openPersonKey(made.wrapped, 'not it')).toEqual({
      ok: false,
      error: 'wrong-passphrase',
    });
    expect(await nodeKeys.openPersonKey(made.wrapped.subarray(1), PASSPHRASE)).toEqual({
      ok: false,
      error: 'damaged',
    });
    const fileKey = await nodeKeys.wrapSecret(new Uint8Array(32).fill(9), PASSPHRASE);
    expect(await nodeKeys.openPersonKey(fileKey, PASSPHRASE)).toEqual({ ok: false, error: 'damaged' });
  });
});
