import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { unwrapSecret, wrapSecret } from '../../../../../src-main/adapters/keys/wrapped-secret.ts';

const SECRET = new Uint8Array(32).map((_, index) => index * 7);
const PASSPHRASE = 'plain words kept in a drawer';
let blob: Uint8Array;

/** Changes one byte and puts the checksum right again, as someone with a file editor would. */
function edited(original: Uint8Array, at: number, value: number): Uint8Array {
  const sealed = Buffer.from(original.subarray(0, original.length - 8));
  sealed[at] = value;
  return Buffer.concat([sealed, createHash('sha256').update(sealed).digest().subarray(0, 8)]);
}

beforeAll(async () => {
  blob = await wrapSecret(SECRET, PASSPHRASE);
});

describe('a secret under a passphrase', () => {
  it('comes back whole with the passphrase', async () => {
    expect(await unwrapSecret(blob, PASSPHRASE)).toEqual({ ok: true, value: SECRET });
  });

  it('stores scrypt N 2^17, r 8, p 1 with the blob and never the secret', () => {
    expect([...blob.subarray(4, 8)]).toEqual([1, 17, 8, 1]);
    expect(Buffer.from(blob).includes(Buffer.from(SECRET))).toBe(false);
  });

  it('has a new salt and nonce each time', async () => {
    const second = await wrapSecret(SECRET, PASSPHRASE);
    expect(Buffer.from(second.subarray(8, 24)).equals(Buffer.from(blob.subarray(8, 24)))).toBe(false);
    expect(Buffer.from(second.subarray(24, 36)).equals(Buffer.from(blob.subarray(24, 36)))).toBe(false);
  });

  it('says that another passphrase is wrong', async () => {
    expect(await unwrapSecret(blob, `${PASSPHRASE} `)).toEqual({ ok: false, error: 'wrong-passphrase' });
    expect(await unwrapSecret(blob, '')).toEqual({ ok: false, error: 'wrong-passphrase' });
  });

  it('opens with the same words in another Unicode form', async () => {
    const accented = await wrapSecret(SECRET, 'caf\u00e9 \ufb01le');
    expect(await unwrapSecret(accented, 'cafe\u0301 file')).toEqual({ ok: true, value: SECRET });
  });

  it.each([
    [5, 16],
    [5, 1],
    [6, 7],
    [7, 0],
  ])('refuses parameters below the floor (byte %i set to %i)', async (at, value) => {
    expect(await unwrapSecret(edited(blob, at, value), PASSPHRASE)).toEqual({
      ok: false,
      error: 'weak-parameters',
    });
  });

  it.each([
    [5, 30],
    [6, 255],
    [7, 200],
  ])('refuses parameters made to exhaust memory or time (byte %i set to %i)', async (at, value) => {
    expect(await unwrapSecret(edited(blob, at, value), PASSPHRASE)).toEqual({ ok: false, error: 'damaged' });
  });

  it('does not open where authenticated bytes were changed and the checksum put right', async () => {
    for (const at of [7, 30, 40, blob.length - 9]) {
      const opened = await unwrapSecret(edited(blob, at, (blob[at] ?? 0) ^ 3), PASSPHRASE);
      expect(opened).toEqual({ ok: false, error: 'wrong-passphrase' });
    }
  });

  it('calls every single flipped bit outside the parameters damaged', async () => {
    for (let at = 0; at < blob.length; at += 1) {
      const flipped = Uint8Array.from(blob);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(await unwrapSecret(flipped, PASSPHRASE)).toEqual({ ok: false, error: 'damaged' });
    }
  });

  it('calls every cut blob damaged', async () => {
    for (let length = 0; length < blob.length; length += 1) {
      expect(await unwrapSecret(blob.subarray(0, length), PASSPHRASE)).toEqual({
        ok: false,
        error: 'damaged',
      });
    }
    expect(await unwrapSecret(new Uint8Array(100_000), PASSPHRASE)).toEqual({ ok: false, error: 'damaged' });
  });

  it('takes no empty and no outsize secret', async () => {
    await expect(wrapSecret(new Uint8Array(0), PASSPHRASE)).rejects.toThrow(RangeError);
    await expect(wrapSecret(new Uint8Array(65_537), PASSPHRASE)).rejects.toThrow(RangeError);
  });
});
