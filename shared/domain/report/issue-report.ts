/** The life of a report: draft, review, ready, signed, issued. States of b.2. */
import { formatDate, type PlainDate } from '../../lib/plain-date.ts';
import { err } from '../../lib/result.ts';
import { engagementOf, refusalOfReadiness, refusalToActAs, refusalToWork } from '../engagement/team.ts';
import { gate, rule, together, type Refusal } from '../gates/refusal.ts';
import { statesInWords, stateWords } from '../gates/state-words.ts';
import { decided, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { notFound, staleness, type RowRef } from '../journal/row-decisions.ts';
import { all, find, type EngagementState } from '../journal/state.ts';
import { gateL12 } from './gates-signing.ts';

/** A state of a report. */
export type ReportStatus = FieldsOf<'report'>['status'];

/** The only moves (b.2). A signed report may be signed again before it is issued, where L13 or a change asks for it. */
export const reportMoves: Readonly<Record<ReportStatus, readonly ReportStatus[]>> = {
  draft: ['underReview'],
  underReview: ['readyToSign'],
  readyToSign: ['signed'],
  signed: ['issued', 'signed'],
  issued: ['superseded', 'withdrawn'],
  superseded: [],
  withdrawn: [],
};

/** The version that is worked on, else the latest. */
export function currentReport(state: EngagementState): Row<'report'> | undefined {
  return all(state, 'report').reduce<Row<'report'> | undefined>(
    (latest, row) => (latest === undefined || row.version > latest.version ? row : latest),
    undefined,
  );
}

/** Whether a version is before its issue. */
export const isOpenReport = (report: Row<'report'> | undefined): boolean =>
  report !== undefined && reportMoves[report.status].length > 0 && report.status !== 'issued';

/** L14: an issued report is not edited; `null` before the issue. */
export function gateL14(report: Row<'report'>): Refusal | null {
  const isOut = report.status === 'issued' || report.status === 'superseded' || report.status === 'withdrawn';
  return isOut ? gate('L14', {}, { entity: 'report', id: report.id }) : null;
}

/** Hands the draft to review by the team. */
export function submitReport(context: DecisionContext, ref: RowRef): Decided {
  return moveReport(context, ref, 'underReview', []);
}

/** Declares a report ready to sign: all gates L1 to L11 hold. A manager or above. */
export function markReady(context: DecisionContext, ref: RowRef, findings: readonly Refusal[]): Decided {
  const refusal =
    refusalToActAs(context, 'manager') ?? refusalOfReadiness(context.state) ?? refusalOfPhase(context.state);
  if (refusal !== null) return err(refusal);
  return moveReport(context, ref, 'readyToSign', findings);
}

function moveReport(
  context: DecisionContext,
  ref: RowRef,
  to: ReportStatus,
  findings: readonly Refusal[],
): Decided {
  const report = find(context.state, 'report', ref.id);
  if (report === undefined) return err(notFound('report', ref.id));
  const refusal = refusalToWork(context) ?? staleness(context, 'report', ref) ?? refusalOfMove(report, to);
  if (refusal !== null) return err(refusal);
  const blocked = together(findings);
  return blocked === null ? decided(set(context.state, 'report', ref.id, { status: to })) : err(blocked);
}

/** Why a report cannot move to a state; an issued one that is to change is gate L14. */
export function refusalOfMove(report: Row<'report'>, to: ReportStatus): Refusal | null {
  const moves = reportMoves[report.status];
  if (moves.includes(to)) return null;
  if (report.status === 'issued') return gateL14(report);
  return rule(
    'wrong-state',
    `The report is ${stateWords(report.status)} and cannot become ${stateWords(to)}.`,
    `From here it can become ${statesInWords(moves, 'nothing else')}.`,
    { from: report.status, to },
    { entity: 'report', id: report.id },
  );
}

/** Reports are finished in the wrap-up; a superseding version is finished after the issue of the one before. */
function refusalOfPhase(state: EngagementState): Refusal | null {
  const engagement = engagementOf(state);
  const isSuperseding = (currentReport(state)?.supersedesId ?? null) !== null;
  if (engagement === undefined || engagement.status === 'wrapUp' || isSuperseding) return null;
  return rule(
    'wrong-state',
    `The engagement is in the state ${stateWords(engagement.status)}; a report is finished in the wrap-up.`,
    'Take the engagement to wrap-up first.',
    { status: engagement.status },
    { entity: 'engagement', id: engagement.id },
  );
}

/** What a signature put on record. */
export interface SignedFacts {
  readonly recordNumber: string;
  readonly pdfSha256: string;
  readonly pdfSize: number;
  readonly certificateFingerprint: string;
  /** Journal head and number of entries before the signature, as printed in the report. */
  readonly journalHead: string;
  readonly journalEntries: number;
}

/** Why the acting person may not sign now: phase, state, readiness (L1 to L11 still hold) and gate L12. */
export function refusalToSign(
  context: DecisionContext,
  ref: RowRef,
  findings: readonly Refusal[],
): Refusal | null {
  const report = find(context.state, 'report', ref.id);
  if (report === undefined) return notFound('report', ref.id);
  return (
    refusalToWork(context) ??
    refusalOfReadiness(context.state) ??
    refusalOfMove(report, 'signed') ??
    staleness(context, 'report', ref) ??
    refusalOfPhase(context.state) ??
    together([...gateL12(context), ...findings])
  );
}

/** Records the signature; the signed bytes are kept as evidence, whose hash every verification of the file checks. */
export function signReport(
  context: DecisionContext,
  ref: RowRef,
  findings: readonly Refusal[],
  { pdfSize, ...facts }: SignedFacts,
): Decided {
  const { state } = context;
  const refusal = refusalToSign(context, ref, findings);
  if (refusal !== null) return err(refusal);
  const version = find(state, 'report', ref.id)?.version ?? 1;
  const bytes = add('evidenceFile', context.newId(), {
    sha256: facts.pdfSha256,
    originalName: reportFileName(state, version),
    size: pdfSize,
    mime: 'application/pdf',
    receivedOn: context.today,
    sourcePerson: 'Engagement partner',
    sourceSystem: 'Tickmark, signed report',
    ...{ asOf: context.today, coversFrom: null, coversTo: null, redacted: false, requestId: null },
  });
  const signed = { ...facts, status: 'signed', signedBy: context.actorId, signedAt: context.at } as const;
  return decided([bytes, ...set(state, 'report', ref.id, signed)]);
}

/** The name under which a report is saved: client, type and version. */
export function reportFileName(state: EngagementState, version: number): string {
  const engagement = engagementOf(state);
  const client = find(state, 'client', engagement?.clientId ?? null)?.shortName ?? 'report';
  const plain = client.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return `${plain}-SOC2-Type-${engagement?.type ?? 'II'}-v${String(version)}.pdf`;
}

/** What is known at the issue: whether the stored bytes are those signed, and whether the report would read the same. */
export interface IssueFacts {
  /** Hash of the stored bytes as read back, or `null` where they are missing or altered. */
  readonly storedSha256: string | null;
  /** Record number of a report built from the present state with the journal head that was signed. */
  readonly presentRecordNumber: string | null;
}

/**
 * Issues a signed report: the stored bytes are those signed (gate L13), the readiness gates still hold, and nothing that
 * the report says changed since. The engagement becomes issued; the version before is superseded.
 */
export function issueReport(
  context: DecisionContext,
  ref: RowRef,
  releaseDate: PlainDate,
  facts: IssueFacts,
  findings: readonly Refusal[],
): Decided {
  const { state } = context;
  const report = find(state, 'report', ref.id);
  const engagement = engagementOf(state);
  if (report === undefined || engagement === undefined) return err(notFound('report', ref.id));
  const refusal =
    refusalToActAs(context, 'manager') ??
    refusalOfMove(report, 'issued') ??
    staleness(context, 'report', ref) ??
    refusalOfRelease(context, report, releaseDate) ??
    together([...gateL13(report, facts), ...findings]);
  if (refusal !== null) return err(refusal);
  return decided([
    ...set(state, 'report', report.id, { status: 'issued', releaseDate }),
    ...(report.supersedesId === null
      ? []
      : set(state, 'report', report.supersedesId, { status: 'superseded' })),
    ...(engagement.status === 'wrapUp' ? set(state, 'engagement', engagement.id, { status: 'issued' }) : []),
  ]);
}

/** L13: the bytes are those that were signed, and the report would still say the same. */
function gateL13(report: Row<'report'>, facts: IssueFacts): readonly Refusal[] {
  const target = { entity: 'report' as const, id: report.id };
  if (facts.storedSha256 === null || facts.storedSha256 !== report.pdfSha256)
    return [gate('L13', {}, target)];
  if (facts.presentRecordNumber === report.recordNumber) return [];
  return [{ ...gate('L13', {}, target), message: 'The work was changed after the report was signed.' }];
}

function refusalOfRelease(
  context: DecisionContext,
  report: Row<'report'>,
  releaseDate: PlainDate,
): Refusal | null {
  const isFitting =
    releaseDate <= context.today && (report.reportDate === null || releaseDate >= report.reportDate);
  const printed = report.releaseDate;
  if (isFitting && (printed === null || printed === releaseDate)) return null;
  if (isFitting && printed !== null)
    return rule(
      'invalid-value',
      `The signed report prints ${formatDate(printed)} as its issue date, not ${formatDate(releaseDate)}.`,
      `Issue it as of ${formatDate(printed)}, or change the issue date and sign the report again.`,
      { printed, releaseDate },
      { entity: 'report', id: report.id },
    );
  return rule(
    'invalid-value',
    'The release date lies before the report date or in the future.',
    'Give the day on which the client receives the report.',
  );
}
