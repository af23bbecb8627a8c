/** `report verify REPORT.pdf`: what is printed and which exit code ends it. Reads and prints nothing itself. */
import type { ReportFinding, ReportVerification } from '../services/ports/signing.ts';

/** One JSON value for `--json`, text for people, and the exit code. */
export interface CommandOutcome {
  readonly json: object;
  readonly text: string;
  readonly exitCode: 0 | 3 | 4;
}

/**
 * Checks a file. Exit 0: as signed; 4: anything else that could be read; 3: it cannot be opened at all. `verify` rejects
 * with the operating system's error only where the file cannot be opened.
 */
export async function runReportVerify(
  path: string,
  verify: (path: string) => Promise<ReportVerification>,
): Promise<CommandOutcome> {
  try {
    return describeVerification(await verify(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return describeUnreadable(path, String(error.code));
    throw error;
  }
}

/** The answer about a file that was checked. */
export function describeVerification(verification: ReportVerification): CommandOutcome {
  const { unchanged, problems } = verification;
  const text = unchanged ? unchangedText(verification) : changedText(problems, verification);
  return { json: verification, text, exitCode: unchanged ? 0 : 4 };
}

function describeUnreadable(path: string, reason: string): CommandOutcome {
  return {
    json: { error: 'file-unreadable', path, reason },
    text: `The file cannot be opened (${reason}): ${path}\nCheck the path and whether you may read it.`,
    exitCode: 3,
  };
}

function unchangedText(verification: ReportVerification): string {
  const { signedBy, signedAt, firmKnown, remarks, signature } = verification;
  const lines = [
    'Unchanged: the file is byte for byte as it was signed.',
    `Signed by: ${signedBy ?? 'unknown'} (${firmKnown ? 'a firm on record' : 'not a firm on record here'})`,
    `Signed at: ${signedAt ?? 'unknown'}, by the clock of the signer`,
    ...(signature === null
      ? []
      : [
          `Certificate: ${signature.certificate.subject}${signature.certificate.selfSigned ? ', self-signed' : `, issued by ${signature.certificate.issuer}`}`,
          `Fingerprint (SHA-256): ${signature.certificate.fingerprint}`,
        ]),
    ...remarks.map(({ message }) => `Note: ${message}`),
  ];
  return lines.join('\n');
}

function changedText(problems: readonly ReportFinding[], { signedBy }: ReportVerification): string {
  const lines = [
    'Changed or not a signed report: do not rely on this file.',
    ...problems.map(({ code, message }) => `- ${message} (${code})`),
    ...(signedBy === null
      ? []
      : [`It contains a signature of ${signedBy}, but the file is not as it was signed.`]),
    'Ask the firm for the report again.',
  ];
  return lines.join('\n');
}
