import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../../shared/lib/result.ts';
import { keepFirmKey, keptFirmKey, type FirmKeyTools } from '../../../../src-main/services/kept-firm-key.ts';
import type { UnwrapRefusal } from '../../../../src-main/services/ports/keys.ts';
import type { FirmKeyHandle } from '../../../../src-main/services/ports/signing.ts';

const handle = { certificate: { fingerprint: 'aa' } } as FirmKeyHandle; // nothing else of it is looked at here

/** Tools whose key file opens by `secret` and whose profile answers `wrapping` until a key is kept. */
function tools(secret: string, wrapping: UnwrapRefusal | null = null) {
  const kept: { p12: Uint8Array; passphrase: string; fingerprint: string }[] = [];
  const profile = {
    firmKey: () => {
      const last = kept.at(-1);
      if (wrapping !== null) return Promise.resolve(err(wrapping));
      return Promise.resolve(last === undefined ? null : ok(last.p12));
    },
    saveFirmKey: (p12: Uint8Array, passphrase: string, fingerprint: string) => {
      kept.push({ p12, passphrase, fingerprint });
      return Promise.resolve();
    },
  };
  const signing = {
    openKey: (_: Uint8Array, passphrase: string) =>
      Promise.resolve(passphrase === secret ? ok(handle) : err('wrong-passphrase' as const)),
  };
  return { kept, tools: { profile, signing } as unknown as FirmKeyTools }; // the rest of both ports is not called
}

const p12 = Buffer.from('key file');
const messageOf = (result: { ok: boolean; error?: { message: string } }): string =>
  result.error?.message ?? 'ok';

describe('the firm’s key', () => {
  it('is kept under the passphrase that opens its file', async () => {
    const { kept, tools: own } = tools('long enough');
    expect(messageOf(await keptFirmKey(own, 'long enough'))).toBe('This computer holds no key of the firm.');
    expect(await keepFirmKey(own, p12, 'long enough')).toEqual(ok(handle.certificate));
    expect(kept).toEqual([{ p12, passphrase: 'long enough', fingerprint: 'aa' }]);
    expect(await keptFirmKey(own, 'long enough')).toEqual(ok(handle));
  });

  it('is not kept where its file is too large, does not open, or has a short passphrase', async () => {
    const { kept, tools: own } = tools('short');
    expect(messageOf(await keepFirmKey(own, p12, 'short'))).toBe(
      'The passphrase of the key file has fewer than 8 characters.',
    );
    expect(messageOf(await keepFirmKey(own, p12, 'another passphrase'))).toBe(
      'The passphrase does not open the key.',
    );
    expect(messageOf(await keepFirmKey(own, new Uint8Array(65_537), 'short'))).toBe(
      'This is not a key file.',
    );
    expect(kept).toEqual([]);
  });

  it('tells a wrong passphrase from a damaged wrapping', async () => {
    expect(messageOf(await keptFirmKey(tools('x', 'wrong-passphrase').tools, 'y'))).toBe(
      'The passphrase does not open the key.',
    );
    expect(messageOf(await keptFirmKey(tools('x', 'weak-parameters').tools, 'x'))).toBe(
      'The firm’s key on this computer is damaged or weakly protected.',
    );
  });
});
