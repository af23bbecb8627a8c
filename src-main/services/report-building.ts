import { buildReportFacts } from '../../shared/domain/report/build-facts.ts';
import { composeReport } from '../../shared/domain/report/report-compose.ts';
import type { ReportFacts } from '../../shared/domain/report/report-facts.ts';
import { reportFigures } from '../../shared/domain/report/report-figures.ts';
import type { ReportModel } from '../../shared/domain/report/report-model.ts';
import type { ReportWording } from '../../shared/domain/report/report-wording.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { all, type EngagementState } from '../../shared/domain/journal/state.ts';
import { toCanonicalJson, type CanonicalValue } from '../../shared/lib/canonical-json.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { HashPort } from './ports/hash.ts';
import type { JournalWords } from './ports/journal-words.ts';
import type { ReportEdition, TypesetFailure, TypesetPort, TypesetReport } from './ports/typeset.ts';

/** What a report is built with. */
export interface BuildTools {
  readonly typeset: TypesetPort;
  readonly hash: HashPort;
  readonly words: JournalWords;
  readonly wording: ReportWording;
}

/** The journal as printed, and the key that signs. */
export interface Snapshot {
  readonly head: string;
  readonly entries: number;
  readonly keyFingerprint: string | null;
}

/** A report as data. */
export interface BuiltReport {
  readonly facts: ReportFacts;
  readonly model: ReportModel;
  /** SHA-256 of the canonical model: the record number. */
  readonly recordNumber: string;
}

/** Words of the journal head that a report prints. */
const headWords = 12;

/** Builds the report of a state: the same state, head and key give the same record number. */
export function buildReport(
  state: EngagementState,
  tools: BuildTools,
  snapshot: Snapshot,
): Result<BuiltReport, Refusal> {
  const { head, entries, keyFingerprint } = snapshot;
  const journal = { words: tools.words(head, headWords), entryCount: entries };
  const facts = buildReportFacts(state, { journal, keyFingerprint });
  if (!facts.ok) return facts;
  const model = composeReport(facts.value, tools.wording);
  if (!model.ok)
    return err(
      notRendered('The wording of the report does not fit the facts.', {
        wording: JSON.stringify(model.error),
      }),
    );
  const canonical = toCanonicalJson(model.value);
  if (!canonical.ok)
    return err(notRendered('A text of the report cannot be printed.', { path: canonical.error.path }));
  return ok({
    facts: facts.value,
    model: model.value,
    recordNumber: tools.hash.sha256Hex(canonical.value),
  });
}

/** The snapshot of the present state. */
export const snapshotOf = (state: EngagementState, keyFingerprint: string | null): Snapshot => ({
  head: state.head,
  entries: state.entries,
  keyFingerprint,
});

/** Typesets a report with its figures attached as JSON. */
export async function renderReport(
  state: EngagementState,
  built: BuiltReport,
  kind: 'draft' | 'final',
  tools: BuildTools,
  signal: AbortSignal,
): Promise<Result<TypesetReport, Refusal>> {
  const { facts, model, recordNumber } = built;
  const figures = JSON.stringify(reportFigures(facts, kind === 'draft' ? null : recordNumber), null, 1);
  const edition: ReportEdition = {
    paper: all(state, 'firm')[0]?.paper ?? 'letter',
    mode: kind === 'draft' ? { kind } : { kind, recordNumber },
    attachments: [
      {
        name: 'report-figures.json',
        mediaType: 'application/json',
        description: 'Sizes, deviations, digests and journal head of this report',
        bytes: new TextEncoder().encode(figures),
      },
    ],
  };
  const rendered = await tools.typeset.render(model, edition, signal);
  return rendered.ok ? rendered : err(refusalOfTypeset(rendered.error));
}

/** A document that could not be typeset, as a refusal; `what` begins its sentence. */
export function refusalOfTypeset(failure: TypesetFailure, what = 'The report'): Refusal {
  switch (failure.code) {
    case 'missing-glyph': {
      const [first] = failure.texts;
      const characters = [...new Set(failure.texts.map((text) => text.characters))].join(' ');
      return notRendered(`The report's fonts lack these characters: ${characters}`, {
        where: first?.where ?? '',
        text: first?.text.slice(0, 200) ?? '',
      });
    }
    case 'not-conforming':
      return notRendered(`${what} does not meet its standard.`, {
        standard: failure.standard,
        messages: failure.messages.slice(0, 10),
      });
    case 'process-failed':
      return notRendered('The typesetter ended without a document.', {
        detail: failure.detail.slice(0, 500),
      });
    case 'cancelled':
      return rule('cancelled', 'Cancelled. Nothing was kept.', 'Start again when you are ready.');
  }
}

const notRendered = (message: string, facts: Readonly<Record<string, CanonicalValue>>): Refusal =>
  rule('report-not-rendered', message, 'Correct the text that is named, and build the report again.', facts);
