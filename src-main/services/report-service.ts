import type { InputOf, OutputOf } from '../../shared/contract/procedure.ts';
import type { reportContract } from '../../shared/contract/report.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { all, find } from '../../shared/domain/journal/state.ts';
import {
  currentReport,
  markReady,
  reportFileName,
  submitReport,
} from '../../shared/domain/report/issue-report.ts';
import { editReport, supersedeReport, withdrawReport } from '../../shared/domain/report/report-version.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { ConfirmActor } from './confirm-actor.ts';
import { fileRefusal, refusalOfStream } from './file-refusal.ts';
import type { CallContext, Handlers } from './handlers.ts';
import { checkedDates, given, plainDateOf } from './inputs.ts';
import { keepFirmKey } from './kept-firm-key.ts';
import type { ClockPort } from './ports/clock.ts';
import type { JournalLine } from './ports/engagement-store.ts';
import type { FilesPort } from './ports/files.ts';
import type { WorkbookPort } from './ports/workbook.ts';
import { buildReport, renderReport, snapshotOf } from './report-building.ts';
import { issueSigned, readinessOf, signWithFirmKey, type SigningTools } from './report-signing.ts';
import { certificate, reportView, verification } from './report-views.ts';
import { workpaperSheets } from './workpapers-workbook.ts';

type Report = Handlers<typeof reportContract>;
type Contract = typeof reportContract;

/** What the service needs. */
export interface ReportServicePorts extends SigningTools {
  readonly files: FilesPort;
  readonly clock: ClockPort;
  readonly workbook: WorkbookPort;
  readonly confirmActor: ConfirmActor;
}

/** The report from its first draft to its issue, checking of reports, the firm's key, and the workbook. */
export function createReportService(ports: ReportServicePorts): Report {
  return { ...lifeHandlers(ports), ...outputHandlers(ports), ...keyHandlers(ports) };
}

type Life = Pick<
  Report,
  | 'report.get'
  | 'report.edit'
  | 'report.submit'
  | 'report.markReady'
  | 'report.sign'
  | 'report.issue'
  | 'report.supersede'
  | 'report.withdraw'
>;

function lifeHandlers(ports: ReportServicePorts): Life {
  const { session, hash } = ports;
  return {
    'report.get': () => {
      const state = session.state();
      const built = buildReport(state, ports, snapshotOf(state, null));
      const facts = built.ok ? built.value.facts : null;
      const input = { today: session.today(), sha256: (text: string) => hash.sha256Hex(text), facts };
      return ok(reportView(state, input, built.ok ? built.value.recordNumber : null));
    },
    'report.edit': ({ revision, ...edit }) =>
      session.commit('report.edit', [], (context) =>
        editReport(context, revision, given(checkedDates(edit))),
      ),
    'report.submit': (ref) => session.commit('report.submit', [], (context) => submitReport(context, ref)),
    'report.markReady': (ref) => {
      const built = buildReport(session.state(), ports, snapshotOf(session.state(), null));
      if (!built.ok) return built;
      return session.commit('report.markReady', [], (context) =>
        markReady(context, ref, readinessOf(context, built.value)),
      );
    },
    'report.sign': async ({ id, revision, passphrase }, call) => {
      const signed = await signWithFirmKey(ports, { id, revision }, passphrase, call.signal);
      return signed.ok ? ok({ ...signed.value, certificate: certificate(signed.value.certificate) }) : signed;
    },
    'report.issue': async ({ id, revision, releaseDate, passphrase }) => {
      const confirmed = await ports.confirmActor(passphrase);
      if (!confirmed.ok) return confirmed;
      return issueSigned(ports, { id, revision }, releaseDate === null ? null : plainDateOf(releaseDate));
    },
    'report.supersede': ({ reason }) =>
      session.commit('report.supersede', [], (context) => supersedeReport(context, reason)),
    'report.withdraw': ({ id, revision, reason }) =>
      session.commit('report.withdraw', [], (context) => withdrawReport(context, { id, revision }, reason)),
  };
}

type Outputs = Pick<Report, 'report.preview' | 'report.export' | 'report.verify' | 'workpapers.export'>;

function outputHandlers(ports: ReportServicePorts): Outputs {
  return {
    'report.preview': async (_, call) => {
      const state = ports.session.state();
      const draft = await renderDraft(ports, call);
      if (!draft.ok) return draft;
      const fileName = reportFileName(state, currentReport(state)?.version ?? 1);
      return ok({ ...draft.value, fileName: fileName.replace(/\.pdf$/, '-draft.pdf') });
    },
    'report.export': (input, call) => exportReport(ports, input, call),
    'report.verify': async ({ token }) => {
      const bytes = await bytesOf(ports.files, token);
      if (!bytes.ok) return bytes;
      ports.files.spend(token);
      return ok(verification(await ports.signing.verifyReport(bytes.value, knownFirms(ports))));
    },
    'workpapers.export': ({ token }) => exportWorkbook(ports, token),
  };
}

async function renderDraft(
  ports: ReportServicePorts,
  call: CallContext,
): Promise<Result<{ readonly pages: number; readonly pdf: Uint8Array }, Refusal>> {
  const state = ports.session.state();
  const built = buildReport(state, ports, snapshotOf(state, null));
  if (!built.ok) return built;
  const rendered = await renderReport(state, built.value, 'draft', ports, call.signal);
  return rendered.ok ? ok({ pages: rendered.value.pages, pdf: rendered.value.pdf }) : rendered;
}

async function exportReport(
  ports: ReportServicePorts,
  input: InputOf<Contract['report.export']>,
  call: CallContext,
): Promise<Result<OutputOf<Contract['report.export']>, Refusal>> {
  if (input.what === 'draft') {
    const draft = await renderDraft(ports, call);
    return draft.ok ? save(ports, input.token, draft.value.pdf) : draft;
  }
  const state = ports.session.state();
  const report = input.id === null ? currentReport(state) : find(state, 'report', input.id);
  const digest = report?.pdfSha256 ?? null;
  if (digest === null)
    return err(rule('wrong-state', 'No signed report is on file.', 'Sign the report first.'));
  const bytes = ports.session.store().evidence.get(digest);
  if (bytes === null)
    return err(
      rule('evidence-altered', 'The stored report is not as it was signed.', 'Restore the file from a copy.'),
    );
  return save(ports, input.token, bytes);
}

/** Writes bytes whole under another name, renames, and reads the file back. */
async function save(
  { files, hash }: ReportServicePorts,
  token: string,
  bytes: Uint8Array,
): Promise<Result<{ sha256: string; size: number }, Refusal>> {
  const sha256 = hash.sha256Hex(bytes);
  const target = files.saveTarget(token);
  if (!target.ok) return err(fileRefusal(target.error));
  const written = await target.value.write([bytes], sha256);
  if (!written.ok) return err(fileRefusal(written.error));
  const back = await bytesOf(files, token);
  if (!back.ok) return back;
  if (hash.sha256Hex(back.value) !== sha256)
    return err(
      rule('unreadable-file', 'The saved file does not read back as written.', 'Save it elsewhere.'),
    );
  files.spend(token);
  return ok({ sha256, size: bytes.length });
}

/** Reports are at most this large; a larger file is none of ours. */
const largestFile = 200 * 1024 * 1024;

async function bytesOf(files: FilesPort, token: string): Promise<Result<Uint8Array, Refusal>> {
  const source = await files.open(token);
  if (!source.ok) return err(fileRefusal(source.error));
  if (source.value.size > largestFile)
    return err(rule('unreadable-file', 'The file is larger than 200 MB.', 'Choose a report.'));
  const bytes = new Uint8Array(source.value.size);
  let at = 0;
  try {
    for await (const chunk of source.value.chunks()) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
  } catch (error) {
    return err(refusalOfStream(error));
  }
  return ok(bytes);
}

/** Certificates that this computer knows, and those that signed reports of the open engagement. */
function knownFirms({ session, profile }: ReportServicePorts): {
  readonly knownFirmFingerprints: readonly string[];
} {
  const reports = session.isOpen() ? all(session.state(), 'report') : [];
  const signed = reports.flatMap((report) => report.certificateFingerprint ?? []);
  return { knownFirmFingerprints: [...profile.knownFirmFingerprints(), ...signed] };
}

async function exportWorkbook(
  ports: ReportServicePorts,
  token: string,
): Promise<Result<OutputOf<Contract['workpapers.export']>, Refusal>> {
  const { session, clock, hash, workbook } = ports;
  const state = session.state();
  const journal = journalOf(ports);
  const sheets = workpaperSheets({ state, journal, sha256: (text) => hash.sha256Hex(text) });
  const client = all(state, 'client')[0]?.legalName ?? '';
  const bytes = await workbook.write({
    title: `Workpapers, ${client}`,
    creator: all(state, 'firm')[0]?.name ?? '',
    createdAt: clock.now(),
    sheets,
  });
  const saved = await save(ports, token, bytes);
  return saved.ok ? ok({ ...saved.value, sheets: sheets.map((sheet) => sheet.name) }) : saved;
}

const pageSize = 500;

/** The whole journal, oldest first. */
function journalOf({ session }: ReportServicePorts): readonly JournalLine[] {
  const lines: JournalLine[] = [];
  let before: number | null = null;
  for (;;) {
    const page: readonly JournalLine[] = session.store().journal(before, pageSize);
    lines.push(...page);
    const last = page.at(-1);
    if (last === undefined || last.position <= 1) return lines.reverse();
    before = last.position;
  }
}

type Keys = Pick<Report, 'firmKey.get' | 'firmKey.create' | 'firmKey.import'>;

function keyHandlers(ports: ReportServicePorts): Keys {
  const { profile, signing, clock, files } = ports;
  return {
    'firmKey.get': () => ok({ isPresent: profile.hasFirmKey() }),
    'firmKey.create': async ({ passphrase }) => {
      const firm = profile.firm();
      if (firm === null)
        return err(rule('not-found', 'The firm is not named on this computer.', 'Save the firm first.'));
      const { name: firmName, city, state } = firm;
      const made = await signing.createFirmKey({ firmName, city, state, passphrase, createdAt: clock.now() });
      await profile.saveFirmKey(made.p12, passphrase, made.certificate.fingerprint);
      return ok(certificate(made.certificate));
    },
    'firmKey.import': async ({ token, passphrase }) => {
      const bytes = await bytesOf(files, token);
      if (!bytes.ok) return bytes;
      const kept = await keepFirmKey(ports, bytes.value, passphrase);
      if (!kept.ok) return kept;
      files.spend(token);
      return ok(certificate(kept.value));
    },
  };
}
