import { gate, rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import type { DecisionContext } from '../../shared/domain/journal/decision.ts';
import type { RowRef } from '../../shared/domain/journal/row-decisions.ts';
import { find, type EngagementState } from '../../shared/domain/journal/state.ts';
import { readinessFindings } from '../../shared/domain/report/gates-readiness.ts';
import { issueReport, refusalToSign, signReport } from '../../shared/domain/report/issue-report.ts';
import type { PlainDate } from '../../shared/lib/plain-date.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { keptFirmKey } from './kept-firm-key.ts';
import type { ProfilePort } from './ports/profile.ts';
import type { CertificateFacts, FirmKeyHandle, SigningPort } from './ports/signing.ts';
import {
  buildReport,
  renderReport,
  snapshotOf,
  type BuildTools,
  type BuiltReport,
} from './report-building.ts';
import type { Session } from './session.ts';

/** What signing and issuing need. */
export interface SigningTools extends BuildTools {
  readonly session: Session;
  readonly profile: ProfilePort;
  readonly signing: SigningPort;
}

/** What a signature gives. */
export interface SignedReport {
  readonly recordNumber: string;
  readonly pdfSha256: string;
  readonly certificate: CertificateFacts;
  readonly pages: number;
}

/** The gates L1 to L11 for a report built from the same state. */
export function readinessOf(context: DecisionContext, built: BuiltReport): readonly Refusal[] {
  const { today, sha256 } = context;
  return readinessFindings(context.state, { today, sha256, facts: built.facts });
}

/**
 * Signs the report: one snapshot of the state is checked, built, typeset, signed, read back and stored, and the entry is
 * written only if the state is still that snapshot.
 */
export async function signWithFirmKey(
  tools: SigningTools,
  ref: RowRef,
  passphrase: string,
  signal: AbortSignal,
): Promise<Result<SignedReport, Refusal>> {
  const { session } = tools;
  const context = session.contextOn(session.state(), []);
  if (!context.ok) return context;
  const { state, at } = context.value;
  const key = await keptFirmKey(tools, passphrase);
  if (!key.ok) return key;
  const { fingerprint } = key.value.certificate;
  const built = buildReport(state, tools, snapshotOf(state, fingerprint));
  if (!built.ok) return built;
  const findings = readinessOf(context.value, built.value);
  const refusal = refusalToSign(context.value, ref, findings);
  if (refusal !== null) return err(refusal);
  const rendered = await renderReport(state, built.value, 'final', tools, signal);
  if (!rendered.ok) return rendered;
  const signed = await signedBytes(tools, rendered.value.pdf, key.value, {
    at,
    firm: built.value.facts.firm,
  });
  if (session.state().head !== state.head)
    return err(rule('wrong-state', 'The work changed while the report was made.', 'Sign the report again.'));
  const stored = await session.store().evidence.put(oneChunk(signed));
  const { recordNumber } = built.value;
  const facts = {
    ...{ recordNumber, pdfSha256: stored.sha256, pdfSize: stored.size, certificateFingerprint: fingerprint },
    ...{ journalHead: state.head, journalEntries: state.entries },
  };
  const recorded = session.commit('report.sign', [], (now) => signReport(now, ref, findings, facts));
  if (!recorded.ok) return recorded;
  const { pages } = rendered.value;
  return ok({ recordNumber, pdfSha256: stored.sha256, certificate: key.value.certificate, pages });
}

async function signedBytes(
  { signing }: SigningTools,
  pdf: Uint8Array,
  key: FirmKeyHandle,
  { at, firm }: { readonly at: string; readonly firm: { readonly city: string; readonly state: string } },
): Promise<Uint8Array> {
  const location = [firm.city, firm.state].filter((part) => part !== '').join(', ');
  const reason = 'Signed as the report of the independent service auditor';
  const signed = await signing.signPdf(pdf, key, { reason, signedAt: at, location });
  const context = { knownFirmFingerprints: [key.certificate.fingerprint] };
  const verified = await signing.verifyReport(signed, context);
  if (!verified.unchanged || !verified.firmKnown)
    throw new Error(
      `the signed report does not verify: ${verified.problems.map(({ code }) => code).join(', ')}`,
    );
  return signed;
}

// eslint wants a promise in an async generator; the bytes are here already.
async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** Issues a signed report: its stored bytes are hashed again (L13), and the report is built once more and compared. */
export function issueSigned(
  tools: SigningTools,
  ref: RowRef,
  releaseDate: PlainDate | null,
): Result<null, Refusal> {
  const { session } = tools;
  return session.commit('report.issue', [], (context) => {
    const report = find(context.state, 'report', ref.id);
    const bytes = storedBytes(session, report?.pdfSha256 ?? null);
    const rebuilt = rebuild(context.state, tools, ref.id);
    const facts = {
      storedSha256: bytes === null ? null : tools.hash.sha256Hex(bytes),
      presentRecordNumber: rebuilt?.recordNumber ?? null,
    };
    const findings = rebuilt === null ? [gate('L13')] : readinessOf(context, rebuilt);
    return issueReport(context, ref, releaseDate ?? report?.releaseDate ?? context.today, facts, findings);
  });
}

const storedBytes = (session: Session, sha256: string | null): Uint8Array | null =>
  sha256 === null ? null : session.store().evidence.get(sha256);

/** The report built from the present state as it was built to be signed: with the head and the key of the signature. */
function rebuild(state: EngagementState, tools: BuildTools, reportId: string): BuiltReport | null {
  const report = find(state, 'report', reportId);
  if (report === undefined || report.journalHead === null || report.journalEntries === null) return null;
  const { journalHead: head, journalEntries: entries, certificateFingerprint: keyFingerprint } = report;
  const built = buildReport(state, tools, { head, entries, keyFingerprint });
  return built.ok ? built.value : null;
}
