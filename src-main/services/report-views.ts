import type { OutputOf } from '../../shared/contract/procedure.ts';
import type { reportContract } from '../../shared/contract/report.ts';
import { initialsOf } from '../../shared/domain/engagement/team.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { all, type EngagementState } from '../../shared/domain/journal/state.ts';
import { reportGates } from '../../shared/domain/report/gates-list.ts';
import type { ReadinessInput } from '../../shared/domain/report/gates-readiness.ts';
import { reportFileName } from '../../shared/domain/report/issue-report.ts';
import type { CertificateFacts, ReportVerification } from './ports/signing.ts';

type Contract = typeof reportContract;
type ReportOutput = OutputOf<Contract['report.get']>;

/** The versions of the report, newest first, and its gates. */
export function reportView(
  state: EngagementState,
  input: ReadinessInput,
  contentNumber: string | null,
): ReportOutput {
  return {
    versions: [...all(state, 'report')]
      .sort((a, b) => b.version - a.version)
      .map((report) => versionView(state, report)),
    gates: reportGates(state, input).map((line) => ({ ...line })),
    entries: state.entries,
    contentNumber,
  };
}

function versionView(state: EngagementState, report: Row<'report'>): ReportOutput['versions'][number] {
  const { id, revision, version, status, reportDate, releaseDate, otherInformation } = report;
  const { supersedesId, supersedeReason, statusReason, recordNumber, pdfSha256 } = report;
  const { signedAt, certificateFingerprint, journalHead, journalEntries } = report;
  return {
    ...{ id, revision, version, status, reportDate, releaseDate, otherInformation },
    ...{ supersedesId, supersedeReason, statusReason, recordNumber, pdfSha256 },
    ...{ signedAt, certificateFingerprint, journalHead, journalEntries },
    signedBy: report.signedBy === null ? null : initialsOf(state, report.signedBy),
    fileName: reportFileName(state, version),
  };
}

/** A certificate as it is shown. */
export function certificate(facts: CertificateFacts): OutputOf<Contract['firmKey.create']> {
  const { name, subject, issuer, serialNumber, fingerprint, validFrom, validTo, selfSigned, key } = facts;
  return { name, subject, issuer, serialNumber, fingerprint, validFrom, validTo, selfSigned, key };
}

/** The answer about a report file. */
export function verification(result: ReportVerification): OutputOf<Contract['report.verify']> {
  const { unchanged, signedBy, signedAt, firmKnown, problems, remarks, signature } = result;
  return {
    ...{ unchanged, signedBy, signedAt, firmKnown },
    problems: [...problems],
    remarks: [...remarks],
    signature:
      signature === null
        ? null
        : {
            ...signature,
            certificate: certificate(signature.certificate),
            issuers: signature.issuers.map(certificate),
          },
  };
}
