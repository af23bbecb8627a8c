/**
 * A secret under a passphrase, as one blob that carries all it takes to open it except the passphrase.
 *
 * Layout: magic "TMKW", version 1, log2(N), r, p, salt 16, nonce 12, ciphertext, GCM tag 16, checksum 8.
 * The bytes before the ciphertext are authenticated with it, so parameters cannot be changed unnoticed. The checksum
 * (SHA-256 of all before it, cut) is no security measure: it tells a damaged blob from a wrong passphrase, which
 * the GCM tag alone cannot.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto';
import type { UnwrapRefusal } from '../../services/ports/keys.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { err, ok } from '../../../shared/lib/result.ts';

interface ScryptParameters {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

const MAGIC = Buffer.from('TMKW', 'ascii');
const VERSION = 1;
const SALT_START = 8;
const NONCE_START = SALT_START + 16;
const HEADER_LENGTH = NONCE_START + 12;
const TAG_LENGTH = 16;
const CHECKSUM_LENGTH = 8;
const LARGEST_SECRET = 65_536;

const FLOOR: ScryptParameters = { logN: 17, r: 8, p: 1 };
/** Above this a blob is made to exhaust memory or time, not to protect anything: 128 · N · r stays within 1 GiB. */
const CEILING: ScryptParameters = { logN: 20, r: 8, p: 4 };

/** Wraps a secret under a passphrase, with a fresh salt and nonce. */
export async function wrapSecret(secret: Uint8Array, passphrase: string): Promise<Uint8Array> {
  if (secret.length === 0 || secret.length > LARGEST_SECRET) {
    throw new RangeError(`a secret has 1 to ${String(LARGEST_SECRET)} bytes, not ${String(secret.length)}`);
  }
  const parameters = Buffer.from([VERSION, FLOOR.logN, FLOOR.r, FLOOR.p]);
  const header = Buffer.concat([MAGIC, parameters, randomBytes(HEADER_LENGTH - SALT_START)]);
  const key = await deriveKey(passphrase, header.subarray(SALT_START, NONCE_START), FLOOR);
  const cipher = createCipheriv('aes-256-gcm', key, header.subarray(NONCE_START));
  cipher.setAAD(header);
  const sealed = Buffer.concat([header, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  key.fill(0);
  return new Uint8Array(Buffer.concat([sealed, checksumOf(sealed)]));
}

/** Opens a wrapped secret; refuses before deriving anything where the blob is damaged or its parameters are too weak. */
export async function unwrapSecret(
  blob: Uint8Array,
  passphrase: string,
): Promise<Result<Uint8Array, UnwrapRefusal>> {
  const bytes = Buffer.from(blob);
  const sealed = bytes.subarray(0, Math.max(0, bytes.length - CHECKSUM_LENGTH));
  if (
    sealed.length <= HEADER_LENGTH + TAG_LENGTH ||
    sealed.length > HEADER_LENGTH + LARGEST_SECRET + TAG_LENGTH
  ) {
    return err('damaged');
  }
  if (!sealed.subarray(0, 4).equals(MAGIC) || sealed[4] !== VERSION) return err('damaged');
  if (!checksumOf(sealed).equals(bytes.subarray(sealed.length))) return err('damaged');
  const parameters = readParameters(sealed);
  if (!isWithin(FLOOR, parameters)) return err('weak-parameters');
  if (!isWithin(parameters, CEILING)) return err('damaged');
  const key = await deriveKey(passphrase, sealed.subarray(SALT_START, NONCE_START), parameters);
  const secret = decrypt(sealed, key);
  key.fill(0);
  return secret === undefined ? err('wrong-passphrase') : ok(secret);
}

function decrypt(sealed: Buffer, key: Buffer): Uint8Array | undefined {
  const tagStart = sealed.length - TAG_LENGTH;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(NONCE_START, HEADER_LENGTH), {
    authTagLength: TAG_LENGTH,
  });
  decipher.setAAD(sealed.subarray(0, HEADER_LENGTH));
  decipher.setAuthTag(sealed.subarray(tagStart));
  const opened = decipher.update(sealed.subarray(HEADER_LENGTH, tagStart));
  try {
    decipher.final();
  } catch {
    // The only error final() has is a tag that does not match.
    return undefined;
  }
  return new Uint8Array(opened);
}

function readParameters(sealed: Buffer): ScryptParameters {
  return { logN: sealed.readUInt8(5), r: sealed.readUInt8(6), p: sealed.readUInt8(7) };
}

function isWithin(low: ScryptParameters, high: ScryptParameters): boolean {
  return low.logN <= high.logN && low.r <= high.r && low.p <= high.p;
}

function checksumOf(sealed: Buffer): Buffer {
  return createHash('sha256').update(sealed).digest().subarray(0, CHECKSUM_LENGTH);
}

function deriveKey(passphrase: string, salt: Buffer, { logN, r, p }: ScryptParameters): Promise<Buffer> {
  const N = 2 ** logN;
  const maxmem = 128 * N * r + 128 * r * p + 1_048_576;
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, { N, r, p, maxmem }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
