import type { ReportFinding, ReportVerification } from '../../services/ports/signing.ts';

/** No report comes near it. */
export const LARGEST_FILE = 512 * 1024 * 1024;

/** A report of which nothing is known but what is wrong with it. */
export function unverified(...problems: readonly ReportFinding[]): ReportVerification {
  return {
    unchanged: false,
    signedBy: null,
    signedAt: null,
    firmKnown: false,
    problems,
    remarks: [],
    signature: null,
  };
}

/** The answer about a file that is not worth reading. */
export function tooLarge(): ReportVerification {
  const message = `The file is larger than any report: more than ${LARGEST_FILE} bytes.`;
  return unverified({ code: 'file-too-large', message });
}
