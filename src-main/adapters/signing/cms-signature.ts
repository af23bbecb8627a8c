/**
 * The detached CMS signature of a report (RFC 5652; CAdES baseline B as PAdES uses it), in exactly one encoding.
 *
 * Everything in it follows from the certificates, the digest of the document and the signature value: there are no
 * unsigned attributes, sets are in the order of DER, and signing-certificate-v2 binds every certificate. So a
 * checker can build it again and compare bytes, and nothing in it can be changed unnoticed.
 */
import { createHash } from 'node:crypto';
import type { ReadCertificate } from './certificate.ts';
import { encodeOid, encodeSetOf, encodeValue, TAG } from './der.ts';

/** Object identifiers that both sides of a signature know. */
export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

/** The bytes that the key signs. There is no signingTime among them: the time is M in the PDF, signed as well. */
export function encodeSignedAttributes(
  certificates: readonly ReadCertificate[],
  digest: Uint8Array,
): Uint8Array {
  return encodeSetOf(TAG.set, signedAttributes(certificates, digest));
}

/** The whole signature. The signer's certificate comes first; the others are bound in the order given. */
export function encodeCms(
  certificates: readonly ReadCertificate[],
  digest: Uint8Array,
  signature: Uint8Array,
): Uint8Array {
  const [signer] = certificates;
  if (signer === undefined) throw new Error('a signature needs the certificate of its signer');
  const version = encodeValue(TAG.integer, Uint8Array.of(1));
  const signerInfo = encodeValue(
    TAG.sequence,
    version,
    encodeValue(TAG.sequence, signer.issuer, encodeValue(TAG.integer, signer.serialNumber)),
    digestAlgorithm(),
    encodeSetOf(TAG.context0, signedAttributes(certificates, digest)),
    signatureAlgorithm(signer.keyType),
    encodeValue(TAG.octetString, signature),
  );
  const signedData = encodeValue(
    TAG.sequence,
    version,
    encodeValue(TAG.set, digestAlgorithm()),
    encodeValue(TAG.sequence, encodeOid(OID.data)),
    encodeSetOf(
      TAG.context0,
      certificates.map((certificate) => certificate.der),
    ),
    encodeValue(TAG.set, signerInfo),
  );
  return encodeValue(TAG.sequence, encodeOid(OID.signedData), encodeValue(TAG.context0, signedData));
}

function signedAttributes(certificates: readonly ReadCertificate[], digest: Uint8Array): Uint8Array[] {
  return [
    attribute(OID.contentType, encodeOid(OID.data)),
    attribute(OID.messageDigest, encodeValue(TAG.octetString, digest)),
    attribute(OID.signingCertificateV2, signingCertificate(certificates)),
  ];
}

/** RFC 5035: one hash per certificate; the hash algorithm is left out because SHA-256 is its default. */
function signingCertificate(certificates: readonly ReadCertificate[]): Uint8Array {
  const hashes = certificates.map(({ der }) =>
    encodeValue(TAG.sequence, encodeValue(TAG.octetString, createHash('sha256').update(der).digest())),
  );
  return encodeValue(TAG.sequence, encodeValue(TAG.sequence, ...hashes));
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return encodeValue(TAG.sequence, encodeOid(type), encodeValue(TAG.set, value));
}

function digestAlgorithm(): Uint8Array {
  return encodeValue(TAG.sequence, encodeOid(OID.sha256));
}

function signatureAlgorithm(keyType: ReadCertificate['keyType']): Uint8Array {
  return keyType === 'rsa'
    ? encodeValue(TAG.sequence, encodeOid(OID.sha256WithRsa), encodeValue(TAG.null))
    : encodeValue(TAG.sequence, encodeOid(OID.ecdsaWithSha256));
}
