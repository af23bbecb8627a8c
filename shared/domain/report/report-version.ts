/** The versions of a report: drafted and edited, superseded, withdrawn. Gate L14. */
import type { PlainDate } from '../../lib/plain-date.ts';
import { err } from '../../lib/result.ts';
import { refusalToActAs, refusalToWork } from '../engagement/team.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import { decided, decidedWith, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { notFound, staleness, type RowRef } from '../journal/row-decisions.ts';
import { find } from '../journal/state.ts';
import { currentReport, gateL14 } from './issue-report.ts';

const emptyReport: Omit<
  FieldsOf<'report'>,
  'version' | 'supersedesId' | 'supersedeReason' | 'otherInformation'
> = {
  status: 'draft',
  reportDate: null,
  releaseDate: null,
  statusReason: null,
  recordNumber: null,
  pdfSha256: null,
  signedBy: null,
  signedAt: null,
  certificateFingerprint: null,
  journalHead: null,
  journalEntries: null,
};

/** What a person sets on a report before it is signed. */
export interface ReportEdit {
  readonly reportDate?: PlainDate | null;
  /** The day on which the client is to receive the report, where it is known before the signature: it is then printed. */
  readonly releaseDate?: PlainDate | null;
  readonly otherInformation?: string;
}

/** Starts the first version as a draft, or changes the one that is worked on. An issued one is never edited (gate L14). */
export function editReport(
  context: DecisionContext,
  revision: number | null,
  edit: ReportEdit,
): Decided<{ id: string }> {
  const { state } = context;
  const refusal = refusalToWork(context);
  if (refusal !== null) return err(refusal);
  const report = currentReport(state);
  if (report === undefined) {
    const wrong = refusalOfDates(edit);
    if (wrong !== null) return err(wrong);
    const id = context.newId();
    const fields = { ...emptyReport, otherInformation: '', ...edit };
    return decidedWith(
      [add('report', id, { ...fields, version: 1, supersedesId: null, supersedeReason: '' })],
      { id },
    );
  }
  const blocked =
    gateL14(report) ??
    refusalOfSigned(report, edit) ??
    staleness(context, 'report', { id: report.id, revision }) ??
    refusalOfDates({ ...report, ...edit });
  if (blocked !== null) return err(blocked);
  return decidedWith(set(state, 'report', report.id, edit), { id: report.id });
}

/** Once signed, only the day of the issue may still change; the report is then signed again, because it prints the day (L13). */
function refusalOfSigned(report: Row<'report'>, edit: ReportEdit): Refusal | null {
  const isOfIssue = Object.keys(edit).every((field) => field === 'releaseDate');
  if (report.status !== 'signed' || isOfIssue) return null;
  return rule(
    'wrong-state',
    'The report is signed.',
    'Issue it, or sign it again after a change of the work.',
  );
}

/** A report is issued on its date or later. */
function refusalOfDates({
  reportDate,
  releaseDate,
}: Pick<ReportEdit, 'reportDate' | 'releaseDate'>): Refusal | null {
  const isFitting =
    releaseDate === undefined ||
    releaseDate === null ||
    reportDate === undefined ||
    reportDate === null ||
    releaseDate >= reportDate;
  if (isFitting) return null;
  return rule(
    'invalid-value',
    'The issue date lies before the report date.',
    'Give the day on which the client receives the report.',
    { field: 'releaseDate' },
  );
}

/** Starts a version that will take the place of an issued one, with the reason (gate L14). A partner. */
export function supersedeReport(context: DecisionContext, reason: string): Decided<{ id: string }> {
  const { state } = context;
  const report = currentReport(state);
  const refusal = refusalToActAs(context, 'partner') ?? refusalOfIssued(report) ?? refusalOfReason(reason);
  if (refusal !== null || report === undefined) return err(refusal ?? notFound('report', ''));
  const id = context.newId();
  const row = add('report', id, {
    ...emptyReport,
    version: report.version + 1,
    supersedesId: report.id,
    supersedeReason: reason.trim(),
    otherInformation: report.otherInformation,
  });
  return decidedWith([row], { id });
}

/** Withdraws an issued report, with the reason. A partner. */
export function withdrawReport(context: DecisionContext, ref: RowRef, reason: string): Decided {
  const { state } = context;
  const report = find(state, 'report', ref.id);
  const refusal =
    refusalToActAs(context, 'partner') ??
    refusalOfIssued(report) ??
    staleness(context, 'report', ref) ??
    refusalOfReason(reason);
  if (refusal !== null) return err(refusal);
  return decided(set(state, 'report', ref.id, { status: 'withdrawn', statusReason: reason.trim() }));
}

function refusalOfIssued(report: Row<'report'> | undefined): Refusal | null {
  if (report?.status === 'issued') return null;
  return rule(
    'wrong-state',
    'No issued report stands here.',
    'Only an issued report is superseded or withdrawn.',
  );
}

const refusalOfReason = (reason: string): Refusal | null =>
  reason.trim().length >= 10
    ? null
    : rule('invalid-value', 'A reason of at least 10 characters is needed.', 'Type the reason.', {
        field: 'reason',
      });
