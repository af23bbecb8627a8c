/** Opening a firm's PKCS#12 key file, as OpenSSL 3, Windows and this program write them. */
import type { KeyObject } from 'node:crypto';
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { OctetString } from 'asn1js';
import type { SafeBag } from 'pkijs';
import {
  AuthenticatedSafe,
  CertBag,
  EncryptedContentInfo,
  EncryptedData,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
} from 'pkijs';
import type { FirmKeyHandle, OpenKeyRefusal } from '../../services/ports/signing.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { ReadCertificate } from './certificate.ts';
import { isIssuedBy, keyTypeOf, readCertificate } from './certificate.ts';
import { encodeEcdsaValue } from './ecdsa-value.ts';

/** Beyond this the file was made to keep us busy. */
const MOST_ITERATIONS = 10_000_000;
const LARGEST_FILE = 1_048_576;
/** Issuers carried along; the reserved room of a signature holds many more than any real chain has. */
const LONGEST_CHAIN = 5;

interface KeyFileContent {
  readonly privateKeys: readonly KeyObject[];
  readonly certificates: readonly ReadCertificate[];
}

/** Opens the file; every refusal is a value. */
export async function openFirmKey(
  p12: Uint8Array,
  passphrase: string,
): Promise<Result<FirmKeyHandle, OpenKeyRefusal>> {
  const pfx = readPfx(p12);
  if (pfx === undefined) return err('not-a-key-file');
  const iterations = pfx.macData?.iterations ?? 1;
  if (iterations > MOST_ITERATIONS) return err('unsupported-encryption');
  const password = new TextEncoder().encode(passphrase).buffer;
  const safe = await openSafe(pfx, password);
  if (!safe.ok) return safe;
  const content = await readContent(safe.value, password);
  return content.ok ? handleOf(content.value) : content;
}

/** A handle over a key and its certificates, the signer's first. */
function createKeyHandle(
  privateKey: KeyObject,
  certificates: readonly [ReadCertificate, ...ReadCertificate[]],
): Result<FirmKeyHandle, OpenKeyRefusal> {
  const keyType = keyTypeOf(privateKey);
  if (keyType === 'other') return err('unsupported-key');
  return ok({
    certificate: certificates[0].facts,
    certificates: certificates.map(({ der }) => der),
    keyType,
    sign: (bytes) =>
      keyType === 'rsa'
        ? new Uint8Array(sign('sha256', bytes, privateKey))
        : encodeEcdsaValue(sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  });
}

function readPfx(p12: Uint8Array): PFX | undefined {
  if (p12.length > LARGEST_FILE) return undefined;
  try {
    return PFX.fromBER(Uint8Array.from(p12));
  } catch {
    return undefined;
  }
}

async function openSafe(
  pfx: PFX,
  password: ArrayBuffer,
): Promise<Result<AuthenticatedSafe, 'wrong-passphrase' | 'not-a-key-file'>> {
  try {
    await pfx.parseInternalValues({ checkIntegrity: true, password });
  } catch (error) {
    // The library tells a false check value only by its message; anything else is a file that is no PKCS#12.
    const isCheckFalse = error instanceof Error && error.message.startsWith('Integrity for the PKCS#12');
    return err(isCheckFalse ? 'wrong-passphrase' : 'not-a-key-file');
  }
  const safe: unknown = pfx.parsedValue?.authenticatedSafe;
  return safe instanceof AuthenticatedSafe ? ok(safe) : err('not-a-key-file');
}

/** After the check value was right, what still cannot be decrypted is under a scheme that we do not take. */
async function readContent(
  safe: AuthenticatedSafe,
  password: ArrayBuffer,
): Promise<Result<KeyFileContent, OpenKeyRefusal>> {
  const privateKeys: KeyObject[] = [];
  const certificates: ReadCertificate[] = [];
  try {
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) });
    for (const bag of bagsOf(safe)) {
      const value: unknown = bag.bagValue;
      if (value instanceof CertBag) certificates.push(readCertificate(certificateBytes(value)));
      const pkcs8 = await privateKeyBytes(value, password);
      if (pkcs8 !== undefined) privateKeys.push(readPrivateKey(pkcs8));
    }
  } catch {
    return err('unsupported-encryption');
  }
  return ok({ privateKeys, certificates });
}

function bagsOf(safe: AuthenticatedSafe): readonly SafeBag[] {
  // pkijs types what it parsed as `any`; it puts SafeContents there.
  const parsed = safe.parsedValue as { safeContents: { value: { safeBags: SafeBag[] } }[] };
  return parsed.safeContents.flatMap((content) => content.value.safeBags);
}

function certificateBytes(bag: CertBag): Uint8Array {
  const value: unknown = bag.certValue;
  if (!(value instanceof OctetString)) throw new Error('a certificate of another kind than X.509');
  return new Uint8Array(value.getValue());
}

async function privateKeyBytes(value: unknown, password: ArrayBuffer): Promise<ArrayBuffer | undefined> {
  if (value instanceof PrivateKeyInfo) return value.toSchema().toBER(false);
  if (!(value instanceof PKCS8ShroudedKeyBag)) return undefined;
  const encryptedContentInfo = new EncryptedContentInfo({
    contentEncryptionAlgorithm: value.encryptionAlgorithm,
    encryptedContent: value.encryptedData,
  });
  return new EncryptedData({ encryptedContentInfo }).decrypt({ password });
}

function readPrivateKey(pkcs8: ArrayBuffer): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
}

function handleOf({ privateKeys, certificates }: KeyFileContent): Result<FirmKeyHandle, OpenKeyRefusal> {
  const [privateKey, ...others] = privateKeys;
  if (privateKey === undefined) return err('no-private-key');
  if (others.length > 0) return err('several-private-keys');
  const publicKey = createPublicKey(privateKey);
  const signer = certificates.find((certificate) => certificate.publicKey.equals(publicKey));
  if (signer === undefined) return err('no-certificate');
  return createKeyHandle(privateKey, [signer, ...issuersOf(signer, certificates)]);
}

function issuersOf(signer: ReadCertificate, all: readonly ReadCertificate[]): ReadCertificate[] {
  const chain: ReadCertificate[] = [];
  let current: ReadCertificate | undefined = signer;
  while (current !== undefined && !current.facts.selfSigned && chain.length < LONGEST_CHAIN) {
    const below: ReadCertificate = current;
    current = all.find((candidate) => candidate !== below && isIssuedBy(below, candidate));
    if (current !== undefined && !chain.includes(current)) chain.push(current);
  }
  return chain;
}
