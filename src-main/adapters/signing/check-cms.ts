/**
 * Whether a CMS signature was made over a digest by the key of the certificate in it, and whether it is byte for byte
 * what a signer of ours writes.
 */
import { verify } from 'node:crypto';
import type { AsnType } from 'asn1js';
import type { ReportFinding } from '../../services/ports/signing.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { childAt, childrenOf, octetsOf, oidOf, parseTree, rawOf } from './asn1-tree.ts';
import type { ReadCertificate } from './certificate.ts';
import { readCertificate } from './certificate.ts';
import { encodeCms, encodeSignedAttributes, OID } from './cms-signature.ts';
import { decodeEcdsaValue } from './ecdsa-value.ts';

/** What the signature holds and what is wrong with it. */
export interface CheckedCms {
  /** The signer's certificate first; empty where the signature could not be read. */
  readonly certificates: readonly ReadCertificate[];
  readonly algorithm: string;
  /** True where the signer's key did sign this digest. */
  readonly isGenuine: boolean;
  readonly problems: readonly ReportFinding[];
}

interface CmsParts {
  readonly digestAlgorithm: string;
  readonly messageDigest: Buffer;
  readonly signature: Buffer;
  readonly certificates: readonly [ReadCertificate, ...ReadCertificate[]];
}

const MOST_CERTIFICATES = 16;

/** Checks the signature against the digest of the bytes that it covers. */
export function checkCms(cms: Uint8Array, digest: Uint8Array): CheckedCms {
  const parts = readParts(cms);
  if (!parts.ok) return { certificates: [], algorithm: '', isGenuine: false, problems: [parts.error] };
  const { certificates, messageDigest, signature, digestAlgorithm } = parts.value;
  const [signer] = certificates;
  const algorithm = signer.keyType === 'rsa' ? 'RSASSA-PKCS1-v1_5 with SHA-256' : 'ECDSA P-256 with SHA-256';
  const refuse = (code: string, message: string): CheckedCms => ({
    certificates,
    algorithm,
    isGenuine: false,
    problems: [{ code, message }],
  });
  if (digestAlgorithm !== OID.sha256) {
    return refuse(
      'hash-not-allowed',
      'The signature uses another hash than SHA-256, which no report of Tickmark does.',
    );
  }
  if (signer.keyType === 'other') {
    return refuse(
      'key-not-allowed',
      `The signature was made with a key of a kind not accepted (${signer.facts.key}).`,
    );
  }
  if (!messageDigest.equals(digest)) {
    return refuse(
      'content-changed',
      'The content of the document is not what was signed: its digest differs.',
    );
  }
  if (!isSignedBy(signer, encodeSignedAttributes(certificates, digest), signature)) {
    const message = `The signature was not made by the key of the certificate in it (${signer.facts.name}), or was changed.`;
    return refuse('signature-false', message);
  }
  if (!Buffer.from(encodeCms(certificates, digest, signature)).equals(cms)) {
    return refuse(
      'signature-altered',
      'Bytes inside the signature that it does not itself protect were changed.',
    );
  }
  return { certificates, algorithm, isGenuine: true, problems: [] };
}

function isSignedBy(signer: ReadCertificate, signed: Uint8Array, signature: Uint8Array): boolean {
  if (signer.keyType === 'rsa') return verify('sha256', signed, signer.publicKey, signature);
  const raw = decodeEcdsaValue(signature);
  return (
    raw !== undefined && verify('sha256', signed, { key: signer.publicKey, dsaEncoding: 'ieee-p1363' }, raw)
  );
}

/** Takes the signature apart leniently: whatever is odd about it shows when it is built again and compared. */
function readParts(cms: Uint8Array): Result<CmsParts, ReportFinding> {
  const signedData = childAt(childAt(parseTree(cms), 1), 0);
  const signerInfos = childrenOf(childrenOf(signedData).at(-1));
  const [, , digestAlgorithm, signedAttributes, , signature] = childrenOf(signerInfos[0]);
  const messageDigest = octetsOf(attributeValue(signedAttributes, OID.messageDigest));
  const signatureValue = octetsOf(signature);
  if (signerInfos.length !== 1 || messageDigest === undefined || signatureValue === undefined) {
    return err(unreadable('its parts are not those of one signature'));
  }
  const certificates = boundCertificates(
    readCertificates(childAt(signedData, 3)),
    attributeValue(signedAttributes, OID.signingCertificateV2),
  );
  const [signer, ...issuers] = certificates;
  if (signer === undefined) return err(unreadable('it does not name and hold the certificate of its signer'));
  return ok({
    digestAlgorithm: oidOf(childAt(digestAlgorithm, 0)),
    messageDigest,
    signature: signatureValue,
    certificates: [signer, ...issuers],
  });
}

function attributeValue(attributes: AsnType | undefined, type: string): AsnType | undefined {
  const attribute = childrenOf(attributes).find((item) => oidOf(childAt(item, 0)) === type);
  return childAt(childAt(attribute, 1), 0);
}

function readCertificates(set: AsnType | undefined): ReadCertificate[] {
  try {
    return childrenOf(set)
      .slice(0, MOST_CERTIFICATES)
      .map((child) => readCertificate(rawOf(child)));
  } catch {
    // What is no certificate cannot name a signer; the caller reports the signature as unreadable.
    return [];
  }
}

/** The certificates that signing-certificate-v2 names by hash, in its order: the signer's first (RFC 5035). */
function boundCertificates(
  all: readonly ReadCertificate[],
  attribute: AsnType | undefined,
): ReadCertificate[] {
  return childrenOf(childAt(attribute, 0)).flatMap((entry) => {
    const hash = octetsOf(childAt(entry, 0))?.toString('hex');
    return all.filter(({ facts }) => facts.fingerprint === hash);
  });
}

function unreadable(why: string): ReportFinding {
  return { code: 'signature-unreadable', message: `The signature cannot be read: ${why}.` };
}
