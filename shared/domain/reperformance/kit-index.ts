/** The index of the re-performance kit, and which files of the engagement it names. */
import { engagementOf } from '../engagement/team.ts';
import type { Row } from '../journal/entities.ts';
import { all, find, type EngagementState } from '../journal/state.ts';
import { periodOf } from '../testing/fieldwork-rules.ts';
import type { KitEvidence, KitFile, KitIndex, KitPopulation } from './kit-model.ts';

/** Paths of the signed report and of its figures inside the kit. */
export const REPORT_PATHS = { pdf: 'report/report.pdf', figures: 'report/report-figures.json' } as const;

/** What the index puts together. */
export interface KitParts {
  readonly files: readonly KitFile[];
  readonly populations: readonly KitPopulation[];
  readonly tests: readonly string[];
  readonly evidence: readonly KitEvidence[];
}

/** The latest report that was signed, or `null`; its bytes are on file under `pdfSha256`. */
export function signedReport(
  state: EngagementState,
): (Row<'report'> & { readonly pdfSha256: string }) | null {
  const signed = all(state, 'report').flatMap((report) =>
    report.pdfSha256 === null ? [] : [{ ...report, pdfSha256: report.pdfSha256 }],
  );
  return signed.reduce<(typeof signed)[number] | null>(
    (latest, report) => (latest === null || report.version > latest.version ? report : latest),
    null,
  );
}

/** Every file of evidence once, by its SHA-256; signed reports are not evidence of the tests. */
export function kitEvidence(state: EngagementState, isWithFiles: boolean): readonly KitEvidence[] {
  const byDigest = new Map(all(state, 'evidenceFile').map((file) => [file.sha256, file]));
  return [...byDigest.values()]
    .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
    .map(({ sha256, size, originalName: name }) => ({
      ...{ sha256, size, name },
      path: isWithFiles ? `evidence/${sha256}` : null,
    }));
}

/** `kit.json` of the present state. */
export function kitIndex(state: EngagementState, parts: KitParts): KitIndex {
  const period = periodOf(state);
  return {
    schema: 'tickmark-kit/1',
    ...partiesOf(state),
    period: period === null ? null : { start: period.start, end: period.end },
    journal: { head: state.head, entries: state.entries },
    ...parts,
    report: reportOf(state),
  };
}

function partiesOf(state: EngagementState): Pick<KitIndex, 'firm' | 'client' | 'system' | 'type'> {
  const engagement = engagementOf(state);
  // A file without its engagement holds nothing that a kit could name.
  if (engagement === undefined) return { firm: '', client: '', system: '', type: 'II' };
  const { firmId, clientId, systemName: system, type } = engagement;
  const firm = find(state, 'firm', firmId)?.name ?? '';
  return { firm, client: find(state, 'client', clientId)?.legalName ?? '', system, type };
}

function reportOf(state: EngagementState): KitIndex['report'] {
  const report = signedReport(state);
  if (report === null) return null;
  const { version, pdfSha256, recordNumber } = report;
  return { ...REPORT_PATHS, version, pdfSha256, recordNumber };
}
