import { createHash, randomBytes, scrypt } from 'node:crypto';

/**
 * The first sixteen bytes of an engagement file. SQLite's encryption leaves them readable as its salt, so they can tell
 * what the file is before any key is tried: three letters, the version of the key derivation, eight bytes of salt and
 * four bytes by which a wrong passphrase is told from a damaged file.
 *
 * The derivation parameters belong to the version and cannot be weakened from outside (scrypt N=2^17, r=8, p=1).
 */
const magic = Buffer.from('TKM', 'ascii');
const version = 1;
const saltBytes = 8;
const checkBytes = 4;
/** Length in bytes of the envelope: what a file starts with, before the head that SQLite itself needs. */
export const envelopeBytes = magic.length + 1 + saltBytes + checkBytes;
/** The envelope and what SQLite keeps readable behind it: page size, journal mode, and three numbers that never vary. */
export const headBytes = envelopeBytes + 8;

const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 } as const;

/** The database key and the envelope that goes with it. */
export interface FileKey {
  readonly key: Buffer;
  readonly envelope: Buffer;
}

/** What the first bytes of a file say. */
export type EnvelopeReading =
  | { readonly kind: 'engagement'; readonly salt: Buffer; readonly check: Buffer }
  | { readonly kind: 'newer' | 'foreign' | 'damaged' };

/** Reads the first bytes of a file. */
export function readEnvelope(bytes: Buffer): EnvelopeReading {
  if (bytes.length < envelopeBytes || !bytes.subarray(0, magic.length).equals(magic))
    return { kind: 'foreign' };
  if (bytes[magic.length] !== version) return { kind: 'newer' };
  if (!isOurHead(bytes.subarray(envelopeBytes, headBytes))) return { kind: 'damaged' };
  const salt = bytes.subarray(magic.length + 1, magic.length + 1 + saltBytes);
  return { kind: 'engagement', salt, check: bytes.subarray(envelopeBytes - checkBytes, envelopeBytes) };
}

/**
 * Whether the readable numbers behind the envelope are those of a file that SQLite may write: it would take a changed
 * format number for a file of a later version and call it read-only. They are the only bytes without a check value.
 */
function isOurHead(head: Buffer): boolean {
  const [, , write = 0, read = 0, , ...payload] = head;
  const isWritable = [write, read].every((format) => format === 1 || format === 2);
  return (
    head.length === headBytes - envelopeBytes && isWritable && Buffer.from(payload).equals(payloadFractions)
  );
}

/** Fixed by SQLite's file format: maximum and minimum embedded payload, leaf payload. */
const payloadFractions = Buffer.from([64, 32, 32]);

/** Makes the key and envelope of a new file. Takes most of a second. */
export async function makeFileKey(passphrase: string): Promise<FileKey> {
  const salt = randomBytes(saltBytes);
  const key = await derive(passphrase, salt);
  const envelope = Buffer.concat([magic, Buffer.from([version]), salt, checkOf(key)]);
  return { key, envelope };
}

/** The key of an existing file, or `null` where the passphrase is another one. */
export async function openFileKey(
  passphrase: string,
  envelope: { readonly salt: Buffer; readonly check: Buffer },
): Promise<Buffer | null> {
  const key = await derive(passphrase, envelope.salt);
  return checkOf(key).equals(envelope.check) ? key : null;
}

function derive(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, cost, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

function checkOf(key: Buffer): Buffer {
  return createHash('sha256').update('tickmark-file-key/1').update(key).digest().subarray(0, checkBytes);
}
