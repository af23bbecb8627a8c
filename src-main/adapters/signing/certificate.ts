/** Reading X.509 certificates: what they say, and whether their key is of a kind we sign and verify with. */
import type { KeyObject } from 'node:crypto';
import { createHash, X509Certificate } from 'node:crypto';
import type { RelativeDistinguishedNames } from 'pkijs';
import { Certificate } from 'pkijs';
import type { CertificateFacts } from '../../services/ports/signing.ts';
import { plainText } from './plain-text.ts';

/** A certificate that could be read. */
export interface ReadCertificate {
  readonly der: Uint8Array;
  readonly facts: CertificateFacts;
  readonly publicKey: KeyObject;
  readonly keyType: 'p-256' | 'rsa' | 'other';
  /** The names of holder and issuer as encoded in the certificate. */
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  /** The content bytes of the serial number. */
  readonly serialNumber: Uint8Array;
}

const ATTRIBUTE_NAMES: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.5', 'SERIALNUMBER'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.97', 'ORGANIZATIONID'],
  ['1.2.840.113549.1.9.1', 'E'],
]);
const SMALLEST_RSA = 2048;
const LARGEST_RSA = 8192;

/** Reads a certificate; throws where the bytes are none. */
export function readCertificate(der: Uint8Array): ReadCertificate {
  const x509 = new X509Certificate(der);
  if (x509.raw.length !== der.length) throw new Error('bytes stand after the certificate');
  const parsed = Certificate.fromBER(Uint8Array.from(der));
  const { publicKey } = x509;
  return {
    der: new Uint8Array(x509.raw),
    facts: factsOf(x509, parsed),
    publicKey,
    keyType: keyTypeOf(publicKey),
    subject: encodeName(parsed.subject),
    issuer: encodeName(parsed.issuer),
    serialNumber: Uint8Array.from(parsed.serialNumber.valueBlock.valueHexView),
  };
}

/**
 * True where `issuer` is named as the issuer of `certificate` and its key made the signature in it. Key usage is not
 * asked: a self-signed signing certificate may not sign certificates, yet it did sign itself.
 */
export function isIssuedBy(certificate: ReadCertificate, issuer: ReadCertificate): boolean {
  if (!Buffer.from(certificate.issuer).equals(issuer.subject)) return false;
  try {
    return new X509Certificate(certificate.der).verify(issuer.publicKey);
  } catch {
    // A key of another kind than the signature cannot have made it.
    return false;
  }
}

/** The kind of a public or private key, `other` for all that we neither sign nor verify with. */
export function keyTypeOf(key: KeyObject): ReadCertificate['keyType'] {
  const details = key.asymmetricKeyDetails;
  if (key.asymmetricKeyType === 'ec' && details?.namedCurve === 'prime256v1') return 'p-256';
  const bits = details?.modulusLength ?? 0;
  return key.asymmetricKeyType === 'rsa' && bits >= SMALLEST_RSA && bits <= LARGEST_RSA ? 'rsa' : 'other';
}

function factsOf(x509: X509Certificate, parsed: Certificate): CertificateFacts {
  const subject = describeName(parsed.subject);
  return {
    name: nameOf(parsed.subject, '2.5.4.3') ?? nameOf(parsed.subject, '2.5.4.10') ?? subject,
    subject,
    issuer: describeName(parsed.issuer),
    serialNumber: Buffer.from(parsed.serialNumber.valueBlock.valueHexView).toString('hex'),
    fingerprint: createHash('sha256').update(x509.raw).digest('hex'),
    validFrom: instantText(parsed.notBefore.value),
    validTo: instantText(parsed.notAfter.value),
    selfSigned: isSelfSigned(x509, parsed),
    key: describeKey(x509.publicKey),
  };
}

function isSelfSigned(x509: X509Certificate, parsed: Certificate): boolean {
  return (
    Buffer.from(encodeName(parsed.subject)).equals(encodeName(parsed.issuer)) && x509.verify(x509.publicKey)
  );
}

function encodeName(name: RelativeDistinguishedNames): Uint8Array {
  return new Uint8Array(name.toSchema().toBER(false));
}

function nameOf(name: RelativeDistinguishedNames, type: string): string | undefined {
  const found = name.typesAndValues.find((entry) => entry.type === type);
  const text = found === undefined ? '' : plainText(found.value.valueBlock.value);
  return text === '' ? undefined : text;
}

function describeName(name: RelativeDistinguishedNames): string {
  const parts = name.typesAndValues.map(({ type, value }) => {
    const text = plainText(value.valueBlock.value).replace(/[\\,=+]/g, (character) => `\\${character}`);
    return `${ATTRIBUTE_NAMES.get(type) ?? type}=${text}`;
  });
  return plainText(parts.join(', '));
}

function describeKey(key: KeyObject): string {
  const type = keyTypeOf(key);
  if (type === 'p-256') return 'P-256';
  const details = key.asymmetricKeyDetails;
  if (key.asymmetricKeyType === 'rsa') return `RSA-${details?.modulusLength ?? 0}`;
  return details?.namedCurve ?? key.asymmetricKeyType ?? 'unknown';
}

function instantText(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
