/** Changes inside the signature itself, where no digest of the document covers the bytes. */
import type { ReadCertificate } from '../../../src-main/adapters/signing/certificate.ts';
import { encodeCms } from '../../../src-main/adapters/signing/cms-signature.ts';
import { encodeOid, encodeSetOf, encodeValue, TAG } from '../../../src-main/adapters/signing/der.ts';
import type { Attack } from './attacks.ts';
import { overwrite, partsOf } from './attacks.ts';

/** The signature of a report and its digest, to be put together otherwise. */
export interface CmsMaterial {
  readonly certificates: readonly ReadCertificate[];
  readonly digest: Uint8Array;
  readonly signature: Uint8Array;
  /** The certificate of somebody else. */
  readonly stranger: ReadCertificate;
}

/** Puts another CMS into the place of the signature. */
export function withCms(signed: Uint8Array, cms: Uint8Array): Uint8Array {
  const { gapStart, gapEnd } = partsOf(signed);
  const digits = Buffer.from(cms)
    .toString('hex')
    .padEnd(gapEnd - gapStart - 2, '0');
  return overwrite(signed, gapStart + 1, digits);
}

/** The signature of the report, rebuilt with changes. */
export function changesInsideSignature(signed: Uint8Array, material: CmsMaterial): Attack[] {
  const { certificates, digest, signature, stranger } = material;
  const [signer] = certificates;
  if (signer === undefined) throw new Error('no signer');
  const honest = Buffer.from(encodeCms(certificates, digest, signature));
  const both = [signer.der, stranger.der];
  const [sha256, sha512] = [encodeOid('2.16.840.1.101.3.4.2.1'), encodeOid('2.16.840.1.101.3.4.2.3')];
  const otherVersion = Buffer.from(honest);
  otherVersion.writeUInt8(3, honest.indexOf(Buffer.of(2, 1, 1)) + 2);
  const zeros = new Uint8Array(signature.length);
  const nested = Uint8Array.from({ length: 20_000 }, (_, at) => [0x30, 0x82, 0x40, 0x00][at % 4] ?? 0);
  const changes: readonly (readonly [name: string, code: string, cms: Uint8Array])[] = [
    ['an unsigned attribute', 'signature-altered', insertAtEnd(honest, unsignedAttribute())],
    ['a further certificate', 'signature-altered', replaceCertificates(honest, both)],
    ['no certificate', 'signature-unreadable', replaceCertificates(honest, [])],
    ['the certificate of a stranger', 'signature-unreadable', replaceCertificates(honest, [stranger.der])],
    ['a claim for a stranger', 'signature-false', encodeCms([stranger], digest, signature)],
    ['another digest inside', 'content-changed', encodeCms(certificates, Buffer.alloc(32, 7), signature)],
    ['another hash', 'hash-not-allowed', swap(honest, sha256, sha512)],
    ['another version', 'signature-altered', otherVersion],
    ['no signature value', 'signature-false', encodeCms(certificates, digest, new Uint8Array(0))],
    ['a value of zeros', 'signature-false', encodeCms(certificates, digest, zeros)],
    ['half of it', 'signature-unreadable', honest.subarray(0, honest.length / 2)],
    ['nothing but a sequence', 'signature-unreadable', Uint8Array.of(0x30, 0)],
    ['an endless length', 'signature-unreadable', Uint8Array.of(0x30, 0x80, 0x30, 0x80, 0, 0, 0, 0)],
    ['nesting without end', 'signature-unreadable', nested],
  ];
  return changes.map(([name, code, cms]) => ({ name, code, bytes: withCms(signed, cms) }));
}

function unsignedAttribute(): Uint8Array {
  const timestamp = encodeOid('1.2.840.113549.1.9.16.2.14');
  const value = encodeValue(TAG.set, encodeValue(TAG.null));
  return encodeSetOf(0xa1, [encodeValue(TAG.sequence, timestamp, value)]);
}

/** For P-256 only: the other valid half of every signature, (r, n - s). */
export function mirroredSignature(signature: Uint8Array): Uint8Array {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const bytes = Buffer.from(signature);
  const secondAt = 4 + bytes.readUInt8(3);
  const s = BigInt(`0x${bytes.subarray(secondAt + 2).toString('hex')}`);
  const mirrored = Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex');
  const unsigned = mirrored.readUInt8(0) >= 0x80 ? Buffer.concat([Buffer.of(0), mirrored]) : mirrored;
  return encodeValue(TAG.sequence, bytes.subarray(2, secondAt), encodeValue(TAG.integer, unsigned));
}

function swap(bytes: Buffer, from: Uint8Array, to: Uint8Array): Uint8Array {
  return Buffer.from(
    bytes.toString('hex').replaceAll(Buffer.from(from).toString('hex'), Buffer.from(to).toString('hex')),
    'hex',
  );
}

/** Adds a value at the end of the signer's information and puts the lengths above right. */
function insertAtEnd(cms: Buffer, value: Uint8Array): Uint8Array {
  const bytes = Buffer.concat([cms, value]);
  // ContentInfo, [0], SignedData, the set of signers and the signer all end where the whole ends.
  for (const at of enclosing(cms)) bytes.writeUInt16BE(bytes.readUInt16BE(at + 2) + value.length, at + 2);
  return bytes;
}

/** Where the values begin that end with the whole; all of them are long enough for two octets of length. */
function enclosing(cms: Buffer): number[] {
  const places: number[] = [];
  for (let at = 0; at < cms.length - 4; at += 1) {
    const isLong = cms[at + 1] === 0x82 && at + 4 + cms.readUInt16BE(at + 2) === cms.length;
    if (isLong && [0x30, 0x31, 0xa0].includes(cms[at] ?? 0)) places.push(at);
  }
  return places;
}

function replaceCertificates(cms: Buffer, certificates: readonly Uint8Array[]): Uint8Array {
  const setAt = cms.indexOf(0xa0, 40);
  const setEnd = setAt + 4 + cms.readUInt16BE(setAt + 2);
  const rest = cms.subarray(setEnd);
  const head = cms.subarray(cms.indexOf(Buffer.of(2, 1, 1)), setAt);
  const signedData = encodeValue(TAG.sequence, head, encodeSetOf(TAG.context0, certificates), rest);
  return encodeValue(TAG.sequence, encodeOid('1.2.840.113549.1.7.2'), encodeValue(TAG.context0, signedData));
}
