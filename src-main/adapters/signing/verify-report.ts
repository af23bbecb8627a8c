/**
 * Checking a report in this process, in the seven steps of engineering/report-pdf.md section 4: find the signature
 * with a parser; the bytes it covers; digest, signature and its one encoding; the firm on record; (no timestamps
 * are written, so none is accepted); certification and nothing active; three separate answers.
 */
import type {
  CertificateFacts,
  ReportFinding,
  ReportVerification,
  SignatureFacts,
  VerifyContext,
} from '../../services/ports/signing.ts';
import type { CheckedCms } from './check-cms.ts';
import { checkCms } from './check-cms.ts';
import type { FoundSignature } from './find-signature.ts';
import { findSignature } from './find-signature.ts';
import { fromPdfDate } from './pdf-date.ts';
import { readPdfFile } from './pdf-file.ts';
import { plainText } from './plain-text.ts';
import type { SignedBytes } from './signed-bytes.ts';
import { readSignedBytes } from './signed-bytes.ts';
import { LARGEST_FILE, tooLarge, unverified } from './unverified.ts';

/** Checks the bytes; whatever they are, the answer is a value. */
export function verifyReportBytes(bytes: Uint8Array, context: VerifyContext): ReportVerification {
  if (bytes.length > LARGEST_FILE) return tooLarge();
  try {
    return verify(bytes, context);
  } catch {
    // A file made to break the parser is by that no report as signed; saying so is the answer, not an error.
    return unverified({
      code: 'file-unreadable',
      message: 'The file cannot be read to its end: its structure is broken.',
    });
  }
}

function verify(bytes: Uint8Array, context: VerifyContext): ReportVerification {
  const file = readPdfFile(bytes);
  if (!file.ok) return unverified(file.error);
  const found = findSignature(file.value);
  if (!found.ok) return unverified(...file.value.findings, found.error);
  const signedBytes = readSignedBytes(file.value.bytes, found.value);
  const { cms, digest } = signedBytes;
  const checked = cms === undefined || digest === undefined ? undefined : checkCms(cms, digest);
  const problems = [
    ...file.value.findings,
    ...signedBytes.problems,
    ...(checked?.problems ?? []),
    ...formProblems(found.value),
  ];
  return conclude(found.value, signedBytes, checked, problems, context);
}

/** What a report signed by this program has besides a genuine signature. */
function formProblems(found: FoundSignature): ReportFinding[] {
  const problems: ReportFinding[] = [];
  if (found.subFilter !== 'ETSI.CAdES.detached') {
    problems.push({
      code: 'signature-kind',
      message: 'The signature is not of the kind that reports carry (PAdES).',
    });
  }
  if (fromPdfDate(found.date) === undefined) {
    problems.push({
      code: 'date-unreadable',
      message: 'The signature does not say when it was made in the way reports do.',
    });
  }
  if (!found.permitsNoChange) {
    const message = 'The signature does not certify the document against every change (DocMDP level 1).';
    problems.push({ code: 'not-certified', message });
  }
  if (found.hasActiveContent) {
    const message = 'The document runs scripts or actions when it is opened, which no report does.';
    problems.push({ code: 'active-content', message });
  }
  return problems;
}

function conclude(
  found: FoundSignature,
  signedBytes: SignedBytes,
  checked: CheckedCms | undefined,
  problems: readonly ReportFinding[],
  context: VerifyContext,
): ReportVerification {
  const signature = signatureFacts(found, signedBytes, checked);
  const answer = { ...unverified(...problems), unchanged: problems.length === 0, signature };
  if (checked?.isGenuine !== true || signature === null) return answer;
  const { certificate } = signature;
  const signedAt = fromPdfDate(found.date) ?? null;
  return {
    ...answer,
    signedBy: certificate.name,
    signedAt,
    firmKnown: answer.unchanged && context.knownFirmFingerprints.includes(certificate.fingerprint),
    remarks: remarksOn(certificate, signedAt),
  };
}

function signatureFacts(
  found: FoundSignature,
  { coversWholeFile }: SignedBytes,
  checked: CheckedCms | undefined,
): SignatureFacts | null {
  const [signer, ...issuers] = checked?.certificates ?? [];
  if (checked === undefined || signer === undefined) return null;
  return {
    certificate: signer.facts,
    issuers: issuers.map(({ facts }) => facts),
    algorithm: checked.algorithm,
    reason: found.reason === null ? null : plainText(found.reason),
    location: found.location === null ? null : plainText(found.location),
    coversWholeFile,
    permitsNoChange: found.permitsNoChange,
  };
}

function remarksOn(certificate: CertificateFacts, signedAt: string | null): ReportFinding[] {
  const remarks: ReportFinding[] = [];
  if (certificate.selfSigned) {
    const message = `The certificate is self-signed: only ${certificate.name} vouches for the name in it. Compare its fingerprint with one received from the firm.`;
    remarks.push({ code: 'certificate-self-signed', message });
  }
  if (signedAt !== null && (signedAt < certificate.validFrom || signedAt > certificate.validTo)) {
    const message = `The certificate was valid from ${certificate.validFrom} to ${certificate.validTo}, but the signature says ${signedAt}.`;
    remarks.push({ code: 'certificate-outside-validity', message });
  }
  return remarks;
}
