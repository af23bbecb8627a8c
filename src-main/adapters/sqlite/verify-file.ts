import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { compareStates } from '../../../shared/domain/journal/state-digest.ts';
import type { EngagementState } from '../../../shared/domain/journal/state.ts';
import {
  verifyChain,
  type StoredEntry,
  type VerificationProblem,
} from '../../../shared/domain/journal/verify-chain.ts';
import type { FileVerdict, PopulationRow } from '../../services/ports/engagement-store.ts';
import { createEvidenceBlobs } from './evidence-blobs.ts';
import { failureOf } from './failures.ts';
import { loadState } from './load-state.ts';
import type { Migration } from './migrate.ts';
import { differencesOf } from './open.ts';
import { createPopulationRows } from './population-rows.ts';

/** What verification needs of the outside world. */
export interface VerifyTools {
  readonly migrations: readonly Migration[];
  readonly verifySignature: (publicKey: string, signed: string, signature: string) => boolean;
  /** Digest over population rows, as it was recorded at the import. */
  readonly rowsDigest: (rows: Iterable<PopulationRow>) => string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Checks the whole file: schema, journal chain, signatures, tables against the journal, evidence against its hashes, and
 * population rows against the digest recorded at their import. Every problem is located; nothing is repaired.
 */
export async function verifyFile(
  database: Database.Database,
  engagementId: string,
  tools: VerifyTools,
): Promise<FileVerdict> {
  const schema = schemaProblems(database, tools.migrations);
  const isReadable = schema.every((problem) => problem.object?.startsWith('trigger') ?? false);
  if (!isReadable) return verdict(0, '', schema);
  try {
    const chain = verifyChain(storedEntries(database), engagementId, { ...tools, sha256 });
    await pause();
    const stored = loadState(database);
    const rows = compareStates(chain.state, stored);
    await pause();
    const evidence = evidenceProblems(database, chain.state);
    await pause();
    const population = populationProblems(database, chain.state, tools);
    const problems = [...schema, ...chain.problems, ...rows, ...evidence, ...population];
    return verdict(stored.entries, stored.head, problems);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return verdict(0, '', [...schema, problem('storage', failure.message, null, null)]);
  }
}

/** Lets the event loop turn between the steps, so that a window stays responsive. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function verdict(entries: number, head: string, problems: readonly VerificationProblem[]): FileVerdict {
  return { intact: problems.length === 0, entries, head, problems };
}

function schemaProblems(database: Database.Database, migrations: readonly Migration[]): readonly VerificationProblem[] {
  return differencesOf(database, migrations).map(({ object, kind }) => {
    const what = { added: 'was added to', missing: 'is missing from', changed: 'was changed in' }[kind];
    return problem(
      'schema',
      `The ${object.type} ${object.name} ${what} the file.`,
      `${object.type}/${object.name}`,
      null,
    );
  });
}

function* storedEntries(database: Database.Database): Generator<StoredEntry> {
  const select = database.prepare<[], StoredEntry>(
    'select position, hash, entry as text, signature from journal order by position',
  );
  yield* select.iterate();
}

function evidenceProblems(
  database: Database.Database,
  state: EngagementState,
): readonly VerificationProblem[] {
  const blobs = createEvidenceBlobs(database);
  const files = [...state.rows.evidenceFile.values()].map((file) => ({
    object: `evidenceFile/${file.id}`,
    name: file.originalName,
    sha256: file.sha256,
    person: state.rows.person.get(file.createdBy)?.initials ?? null,
  }));
  const reports = [...state.rows.report.values()].flatMap((report) =>
    report.pdfSha256 === null
      ? []
      : [{ object: `report/${report.id}`, name: 'signed report', sha256: report.pdfSha256, person: null }],
  );
  return [...files, ...reports].flatMap((file) => {
    const found = blobs.check(file.sha256);
    if (found === 'matches') return [];
    const code = found === 'missing' ? 'evidence-missing' : 'evidence-changed';
    const what = found === 'missing' ? 'is missing' : 'does not match its recorded hash';
    return [problem(code, `The file ${file.name} ${what}.`, file.object, file.person)];
  });
}

function populationProblems(
  database: Database.Database,
  state: EngagementState,
  tools: VerifyTools,
): readonly VerificationProblem[] {
  const store = createPopulationRows(database);
  return [...state.rows.population.values()].flatMap((population) => {
    if (population.rowsSha256 === null) return [];
    if (tools.rowsDigest(store.all(population.id)) === population.rowsSha256) return [];
    const message = `The rows of the population ${population.title} are not those that were imported.`;
    const person = state.rows.person.get(population.createdBy)?.initials ?? null;
    return [problem('population-rows', message, `population/${population.id}`, person)];
  });
}

function problem(
  code: VerificationProblem['code'],
  message: string,
  object: string | null,
  person: string | null,
): VerificationProblem {
  return { code, message, entry: null, object, person };
}
