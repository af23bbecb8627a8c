import type { kitContract } from '../../shared/contract/kit.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { populationRowText } from '../../shared/domain/population/population-row-text.ts';
import {
  kitEvidence,
  kitIndex,
  REPORT_PATHS,
  signedReport,
} from '../../shared/domain/reperformance/kit-index.ts';
import type { KitFile, KitIndex, KitPopulation } from '../../shared/domain/reperformance/kit-model.ts';
import { kitPopulations } from '../../shared/domain/reperformance/kit-populations.ts';
import { kitTests, type PlacedTest } from '../../shared/domain/reperformance/kit-tests.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { fileRefusal } from './file-refusal.ts';
import type { Handlers } from './handlers.ts';
import { ArchiveTooLargeError, type ArchiveEntry, type ArchivePort } from './ports/archive.ts';
import type { EngagementStore } from './ports/engagement-store.ts';
import type { FilesPort } from './ports/files.ts';
import type { ReperformancePort } from './ports/reperformance.ts';
import type { StartHash } from './ports/running-hash.ts';
import type { Session } from './session.ts';

/** What the service needs. */
export interface KitServicePorts {
  readonly session: Session;
  readonly files: FilesPort;
  readonly startHash: StartHash;
  readonly archive: ArchivePort;
  readonly reperformance: ReperformancePort;
}

type Saved = OutputOf<(typeof kitContract)['kit.export']>;

/** The re-performance kit. */
export function createKitService(ports: KitServicePorts): Handlers<typeof kitContract> {
  return { 'kit.export': ({ token, withEvidence }) => exportKit(ports, token, withEvidence) };
}

async function exportKit(
  ports: KitServicePorts,
  token: string,
  withEvidence: boolean,
): Promise<Result<Saved, Refusal>> {
  const kit = await assembleKit(ports, withEvidence);
  if (!kit.ok) return kit;
  const { entries, index, samples } = kit.value;
  const target = ports.files.saveTarget(token);
  if (!target.ok) return err(fileRefusal(target.error));
  try {
    const sha256 = digestOf(ports.startHash, ports.archive.archive(entries)).sha256;
    const written = await target.value.write(ports.archive.archive(entries), sha256);
    if (!written.ok) return err(fileRefusal(written.error));
    ports.files.spend(token);
    return ok({
      ...{ sha256, size: written.value.size, files: entries.length, samples },
      populations: index.populations.length,
      evidence: index.evidence.length,
      hasReport: index.report !== null,
    });
  } catch (error) {
    if (error instanceof ArchiveTooLargeError) return err(tooLarge());
    throw error;
  }
}

interface Kit {
  readonly entries: readonly ArchiveEntry[];
  readonly index: KitIndex;
  readonly samples: number;
}

/** Everything that goes into the kit; contents are read again for each pass over them. */
async function assembleKit(ports: KitServicePorts, withEvidence: boolean): Promise<Result<Kit, Refusal>> {
  const { session, startHash } = ports;
  const state = session.state();
  const store = session.store();
  const populations = kitPopulations(state);
  const tests = kitTests(state);
  const evidence = kitEvidence(state, withEvidence);
  const altered = withEvidence
    ? evidence.filter(({ sha256 }) => store.evidence.check(sha256) !== 'matches')
    : [];
  if (altered.length > 0) return err(alteredEvidence(altered.length));
  const report = await reportEntries(ports);
  if (!report.ok) return report;
  const entries = [
    ...ports.reperformance.checkers().map(({ name, bytes }) => entryOf(name, [bytes])),
    ...populations.map((population) => rowsEntry(store, population)),
    ...tests.map(testEntry),
    ...report.value,
    ...evidence.flatMap(({ path, sha256 }) =>
      path === null ? [] : [{ path, chunks: () => store.evidence.chunks(sha256), isCompressed: true }],
    ),
  ];
  const files = entries.map(({ path, chunks }): KitFile => ({ path, ...digestOf(startHash, chunks()) }));
  const paths = tests.map(({ path }) => path);
  const index = kitIndex(state, { files, populations, tests: paths, evidence });
  const indexEntry = entryOf('kit.json', [jsonBytes(index)]);
  return ok({ entries: [indexEntry, ...entries], index, samples: countSamples(tests) });
}

/** The signed report and the figures attached to it; nothing before a report is signed. */
async function reportEntries({
  session,
  reperformance,
}: KitServicePorts): Promise<Result<readonly ArchiveEntry[], Refusal>> {
  const report = signedReport(session.state());
  if (report === null) return ok([]);
  const pdf = session.store().evidence.get(report.pdfSha256);
  const figures = pdf === null ? null : await reperformance.attachedFile(pdf, 'report-figures.json');
  if (pdf === null || figures === null)
    return err(
      rule('evidence-altered', 'The stored report is not as it was signed.', 'Restore the file from a copy.'),
    );
  return ok([entryOf(REPORT_PATHS.pdf, [pdf], true), entryOf(REPORT_PATHS.figures, [figures])]);
}

const encoder = new TextEncoder();

function rowsEntry(store: EngagementStore, { id, rows }: KitPopulation): ArchiveEntry {
  const chunks = function* () {
    for (const row of store.populationRows.all(id)) yield encoder.encode(populationRowText(row));
  };
  return { path: rows, chunks, isCompressed: false };
}

const testEntry = ({ path, test }: PlacedTest): ArchiveEntry => entryOf(path, [jsonBytes(test)]);

function entryOf(path: string, content: Iterable<Uint8Array>, isCompressed = false): ArchiveEntry {
  return { path, chunks: () => content, isCompressed };
}

/** Canonical JSON, one line: the same state gives the same bytes. */
function jsonBytes(value: KitIndex | PlacedTest['test']): Uint8Array {
  const canonical = JSON.parse(JSON.stringify(value)) as Parameters<typeof canonicalJson>[0]; // the kit's model holds nothing but JSON
  return encoder.encode(`${canonicalJson(canonical)}\n`);
}

function digestOf(startHash: StartHash, chunks: Iterable<Uint8Array>): { sha256: string; size: number } {
  const hash = startHash();
  let size = 0;
  for (const chunk of chunks) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.hex(), size };
}

function countSamples(tests: readonly PlacedTest[]): number {
  return tests.reduce((sum, { test }) => sum + test.families.length, 0);
}

const alteredEvidence = (n: number): Refusal =>
  rule(
    'evidence-altered',
    `${String(n)} ${n === 1 ? 'file of evidence does' : 'files of evidence do'} not match the hash on record.`,
    'Restore the file from a copy, or save the kit without the evidence.',
    { n },
  );

const tooLarge = (): Refusal =>
  rule(
    'invalid-value',
    'The kit would be larger than 4 GiB.',
    'Save the kit without the files of evidence; their hashes are in it either way.',
  );
