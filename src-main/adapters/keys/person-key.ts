/** Ed25519 keys of persons, kept in the profile as PKCS#8 under the person's passphrase. */
import type { KeyObject } from 'node:crypto';
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { PersonKey, UnwrapRefusal, WrappedPersonKey } from '../../services/ports/keys.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { unwrapSecret, wrapSecret } from './wrapped-secret.ts';

/** What stands before the 32 raw bytes in the SubjectPublicKeyInfo of every Ed25519 key (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PUBLIC_KEY = /^[0-9a-f]{64}$/;
const SIGNATURE = /^[0-9a-f]{128}$/;

/** Makes a key for a person. */
export async function createPersonKey(passphrase: string): Promise<WrappedPersonKey> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
  const wrapped = await wrapSecret(pkcs8, passphrase);
  pkcs8.fill(0);
  return { publicKey: rawPublicKey(publicKey), wrapped };
}

/** Opens a person's key for signing. */
export async function openPersonKey(
  wrapped: Uint8Array,
  passphrase: string,
): Promise<Result<PersonKey, UnwrapRefusal>> {
  const secret = await unwrapSecret(wrapped, passphrase);
  if (!secret.ok) return secret;
  const privateKey = readPrivateKey(secret.value);
  secret.value.fill(0);
  if (privateKey?.asymmetricKeyType !== 'ed25519') return err('damaged');
  return ok({
    publicKey: rawPublicKey(createPublicKey(privateKey)),
    sign: (bytes) => sign(null, bytes, privateKey).toString('hex'),
  });
}

/** Checks a person's signature over the bytes as they stand. */
export function verifySignature(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  if (!PUBLIC_KEY.test(publicKey) || !SIGNATURE.test(signature)) return false;
  try {
    const key = createPublicKey({
      key: Buffer.concat([SPKI_PREFIX, Buffer.from(publicKey, 'hex')]),
      format: 'der',
      type: 'spki',
    });
    return verify(null, bytes, key, Buffer.from(signature, 'hex'));
  } catch {
    // Some builds of the crypto library refuse 32 bytes that are no point of the curve: nobody's key, so nobody's signature.
    return false;
  }
}

function readPrivateKey(pkcs8: Uint8Array): KeyObject | undefined {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}

function rawPublicKey(publicKey: KeyObject): string {
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length).toString('hex');
}
