/** Signing a report: an incremental revision with the field, then the signature over everything but its own place. */
import { createHash } from 'node:crypto';
import type { FirmKeyHandle, SignatureRequest } from '../../services/ports/signing.ts';
import { readCertificate } from './certificate.ts';
import { encodeCms, encodeSignedAttributes } from './cms-signature.ts';
import { readPdfFile } from './pdf-file.ts';
import { prepareSignature, RESERVED_BYTES } from './signature-field.ts';
import { verifyReportBytes } from './verify-report.ts';

/**
 * Signs. What leaves here was read back by the checker that everyone will use; throws where the PDF is not one of our
 * typesetter or the check finds anything.
 */
export function signReport(pdf: Uint8Array, key: FirmKeyHandle, request: SignatureRequest): Uint8Array {
  const file = readPdfFile(pdf);
  if (!file.ok) throw new Error(`cannot sign: ${file.error.message}`);
  const { bytes, gapStart, gapEnd } = prepareSignature(file.value, key.certificate.name, request);
  const digest = createHash('sha256')
    .update(bytes.subarray(0, gapStart))
    .update(bytes.subarray(gapEnd))
    .digest();
  const certificates = key.certificates.map((der) => readCertificate(der));
  const signature = key.sign(encodeSignedAttributes(certificates, digest));
  const cms = Buffer.from(encodeCms(certificates, digest, signature));
  if (cms.length > RESERVED_BYTES)
    throw new Error(`the signature takes ${cms.length} bytes, more than the room for it`);
  bytes.write(cms.toString('hex'), gapStart + 1, 'latin1');
  const signed = new Uint8Array(bytes);
  const { problems } = verifyReportBytes(signed, { knownFirmFingerprints: [] });
  if (problems.length > 0)
    throw new Error(`the signed report does not verify: ${problems.map((p) => p.code).join(', ')}`);
  return signed;
}
