import type { Result } from '../../../shared/lib/result.ts';

/** What a certificate says about its holder. Text from a certificate is cleaned of control characters and cut at 200. */
export interface CertificateFacts {
  /** The holder as shown to people: the common name, else the organization, else the whole subject. */
  readonly name: string;
  /** The whole subject on one line, as `CN=Harbor & Finch LLP, O=Harbor & Finch LLP, L=Akron`; a comma in a part is `\\,`. */
  readonly subject: string;
  /** The whole issuer on one line. */
  readonly issuer: string;
  /** Lower-case hexadecimal digits. */
  readonly serialNumber: string;
  /** SHA-256 of the certificate's bytes, 64 lower-case hexadecimal digits: what a firm record pins. */
  readonly fingerprint: string;
  /** Instant, ISO 8601 UTC. */
  readonly validFrom: string;
  /** Instant, ISO 8601 UTC. */
  readonly validTo: string;
  /** True where the certificate was issued by its own key: nobody but the firm vouches for the name in it. */
  readonly selfSigned: boolean;
  /** As `P-256` or `RSA-3072`. */
  readonly key: string;
}

/** What goes into a key made by the program. */
export interface FirmKeyRequest {
  readonly firmName: string;
  /** Left out of the certificate where empty. */
  readonly city: string;
  /** Left out of the certificate where empty. */
  readonly state: string;
  readonly passphrase: string;
  /** Instant, ISO 8601 UTC; the certificate is valid for ten years from then. */
  readonly createdAt: string;
}

/** A new key as a PKCS#12 file that other programs open too, with its self-signed certificate. */
export interface FirmKeyFile {
  readonly p12: Uint8Array;
  readonly certificate: CertificateFacts;
}

/**
 * Why a key file was not opened.
 *
 * - `wrong-passphrase`: the passphrase does not open it (a file with changed bytes looks the same).
 * - `not-a-key-file`: not a PKCS#12 file, or cut short.
 * - `unsupported-encryption`: protected by a scheme that is no longer sound (RC2, triple DES); export it again.
 * - `no-private-key`, `several-private-keys`, `no-certificate`: it does not hold exactly one key and its certificate.
 * - `unsupported-key`: neither RSA of 2,048 to 8,192 bits nor P-256.
 */
export type OpenKeyRefusal =
  | 'wrong-passphrase'
  | 'not-a-key-file'
  | 'unsupported-encryption'
  | 'no-private-key'
  | 'several-private-keys'
  | 'no-certificate'
  | 'unsupported-key';

/** A firm's opened signing key. It stays in memory only as long as a report is being issued. */
export interface FirmKeyHandle {
  readonly certificate: CertificateFacts;
  /** DER, the signer's first, then its issuers in order as far as the key file holds them. */
  readonly certificates: readonly Uint8Array[];
  readonly keyType: 'p-256' | 'rsa';
  /** The signature over the bytes with SHA-256, as CMS carries it. P-256 answers in the lower half of the order. */
  sign(bytes: Uint8Array): Uint8Array;
}

/** What the signature says besides who made it. */
export interface SignatureRequest {
  /** As `Issued as the independent service auditor's report`. */
  readonly reason: string;
  /** Instant, ISO 8601 UTC, as `2026-07-14T15:30:00Z`; whole seconds are kept. */
  readonly signedAt: string;
  /** City and state of the firm; left out where empty. */
  readonly location: string;
}

/** One thing found: a stable kebab-case code, and what and where in plain words. */
export interface ReportFinding {
  readonly code: string;
  readonly message: string;
}

/** More about a signature that could be read. */
export interface SignatureFacts {
  readonly certificate: CertificateFacts;
  /** Further certificates inside the signature, all bound by it. */
  readonly issuers: readonly CertificateFacts[];
  /** As `ECDSA P-256 with SHA-256`. */
  readonly algorithm: string;
  readonly reason: string | null;
  readonly location: string | null;
  /** True where the signed bytes and the signature itself make up the whole file. */
  readonly coversWholeFile: boolean;
  /** True where the signature certifies the document and permits no change (DocMDP, P 1). */
  readonly permitsNoChange: boolean;
}

/**
 * Three separate answers about a report file: unchanged, who, when.
 *
 * `unchanged` is true exactly where `problems` is empty. `signedBy` and `signedAt` are null unless the signature was
 * made by the key of the certificate over the bytes that it names; `signedAt` is the signer's own clock. `firmKnown`
 * is never true for a changed file. `remarks` concern who and when (an expired certificate), not whether the file
 * is as signed.
 */
export interface ReportVerification {
  readonly unchanged: boolean;
  readonly signedBy: string | null;
  /** Instant, ISO 8601 UTC. */
  readonly signedAt: string | null;
  readonly firmKnown: boolean;
  readonly problems: readonly ReportFinding[];
  readonly remarks: readonly ReportFinding[];
  readonly signature: SignatureFacts | null;
}

/** What the checker holds against the file. */
export interface VerifyContext {
  /** SHA-256 of the certificates of firms on record, 64 lower-case hexadecimal digits each. */
  readonly knownFirmFingerprints: readonly string[];
}

/**
 * Signs a report so that any later change shows, and checks a report that came from anywhere.
 *
 * PAdES baseline B-B (ETSI EN 319 142-1) as a certification that permits no change (ISO 32000-1, 12.8.2.2).
 */
export interface SigningPort {
  /** Makes a P-256 key with a self-signed document-signing certificate (RFC 9336). */
  createFirmKey(request: FirmKeyRequest): Promise<FirmKeyFile>;
  /** Opens a PKCS#12 file. Never throws on its content. */
  openKey(p12: Uint8Array, passphrase: string): Promise<Result<FirmKeyHandle, OpenKeyRefusal>>;
  /** Signs a PDF of our own typesetting and reads the result back before answering. Rejects where that fails: a defect. */
  signPdf(pdf: Uint8Array, key: FirmKeyHandle, request: SignatureRequest): Promise<Uint8Array>;
  /** Checks any bytes at all, within limits of time and memory. Never rejects. */
  verifyReport(bytes: Uint8Array, context: VerifyContext): Promise<ReportVerification>;
}
