import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import {
  verifyChain,
  type ChainVerdict,
  type StoredEntry,
  type VerificationProblem,
} from '../../../shared/domain/journal/verify-chain.ts';
import type { CheckedBlock, FileVerdict } from '../../services/ports/engagement-store.ts';
import type { SeenHead } from '../../services/ports/profile.ts';
import { locate, strayVersions, tableProblems } from './compare-tables.ts';
import { createEvidenceBlobs } from './evidence-blobs.ts';
import { failureOf } from './failures.ts';
import { engagementIdOf, factProblems } from './file-facts.ts';
import { pageWords } from './page-words.ts';
import { createPopulationRows } from './population-rows.ts';
import { schemaDifferences, schemaOf, type SchemaRules } from './schema/allow-list.ts';

/** What verification needs of the outside world. */
export interface VerifyTools {
  readonly schema: SchemaRules;
  readonly verifySignature: (publicKey: string, signed: string, signature: string) => boolean;
  /** Digest over population rows, as it was recorded at the import. */
  readonly rowsDigest: (blocks: Iterable<CheckedBlock>) => string;
  /** The head at which this computer last saw an engagement. */
  readonly seenHead: (engagementId: string) => SeenHead | null;
  /** The public key of a person of this computer; `null` for others. */
  readonly knownKey: (personId: string) => string | null;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Checks the whole file: schema, journal chain, signatures, tables against the journal, evidence against its hashes,
 * population rows against the digest recorded at their import, and all of it against what this computer saw before.
 * Every problem is located; nothing is repaired or written. A file whose tables are not exactly ours is not read at all:
 * a view in a table's place may show anything, and may never end.
 */
export async function verifyFile(database: Database.Database, tools: VerifyTools): Promise<FileVerdict> {
  const schema = schemaProblems(database, tools.schema);
  const isReadable = schema.every((problem) => problem.object?.startsWith('trigger/') ?? false);
  if (!isReadable) return { engagementId: '', intact: false, entries: 0, head: '', problems: schema };
  const engagementId = engagementIdOf(database) ?? '';
  const found: VerificationProblem[] = [...schema];
  const note = (problems: readonly VerificationProblem[]) => found.push(...problems);
  const chain = stage(note, 'journal', () =>
    verifyChain(storedEntries(database), engagementId, { ...tools, sha256 }),
  );
  if (chain === null) return { engagementId, intact: false, entries: 0, head: '', problems: found };
  note(chain.problems);
  for (const [what, check] of checksOf(database, chain, engagementId, tools)) {
    await pause();
    note(stage(note, what, check) ?? []);
  }
  const head = [...chain.hashes].at(-1) ?? '';
  return { engagementId, intact: found.length === 0, entries: chain.entries, head, problems: found };
}

/** What is checked once the journal was walked over, by the words for what is read. */
function checksOf(
  database: Database.Database,
  chain: ChainVerdict,
  engagementId: string,
  tools: VerifyTools,
): readonly (readonly [what: string, check: () => readonly VerificationProblem[]])[] {
  return [
    ['pages', () => pageProblems(database)],
    ['facts', () => factProblems(database, tools.schema.migrations)],
    ['tables', () => [...tableProblems(database, chain), ...strayVersions(database)]],
    ['evidence', () => evidenceProblems(database, chain)],
    ['population rows', () => populationProblems(database, chain, tools)],
    ['keys', () => keyProblems(chain, tools)],
    ['head', () => rollbackProblems(chain, tools.seenHead(engagementId))],
  ];
}

/** Lets the event loop turn between the steps, so that a window stays responsive. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One step of the check. Pages that cannot be read are a finding of their own and do not end the others. */
function stage<T>(
  note: (problems: readonly VerificationProblem[]) => void,
  what: string,
  work: () => T,
): T | null {
  try {
    return work();
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    const message = `While reading the ${what}: ${failure.message}`;
    note([{ code: 'storage', message, entry: null, object: what, person: null }]);
    return null;
  }
}

/**
 * Reads every page, also those of indexes that no other check passes by: each has its own check value, and an index that
 * does not fit its table would show other rows to a search than to a list.
 */
function pageProblems(database: Database.Database): readonly VerificationProblem[] {
  const found = database.prepare<[], string>('pragma integrity_check(20)').pluck().all();
  return pageWords(found).map((message) => ({
    ...{ code: 'storage', message },
    ...{ entry: null, object: 'pages', person: null },
  }));
}

function schemaProblems(database: Database.Database, rules: SchemaRules): readonly VerificationProblem[] {
  const expected = rules.expected(rules.migrations.length);
  return schemaDifferences(schemaOf(database), expected).map(({ object, kind }) => {
    const what = { added: 'was added to', missing: 'is missing from', changed: 'was changed in' }[kind];
    const message = `The ${object.type} ${object.name} ${what} the file.`;
    return { code: 'schema', message, entry: null, object: `${object.type}/${object.name}`, person: null };
  });
}

function* storedEntries(database: Database.Database): Generator<StoredEntry> {
  const select = database.prepare<[], StoredEntry>(
    'select position, hash, entry as text, signature, device, sequence from journal order by position',
  );
  yield* select.iterate();
}

/** Every file that the journal names, with what it belongs to. */
function evidenceProblems(database: Database.Database, chain: ChainVerdict): readonly VerificationProblem[] {
  const check = evidenceCheck(database);
  const { evidenceFile, report } = chain.state.rows;
  const files = [...evidenceFile.values()].map(({ id, sha256: hash, originalName }) => ({
    hash,
    name: `file ${originalName}`,
    place: locate(chain, 'evidenceFile', id),
  }));
  const reports = [...report.values()].flatMap(({ id, pdfSha256 }) =>
    pdfSha256 === null
      ? []
      : [{ hash: pdfSha256, name: 'signed report', place: locate(chain, 'report', id) }],
  );
  return [...files, ...reports].flatMap(({ hash, name, place }): readonly VerificationProblem[] => {
    switch (check(hash)) {
      case 'matches':
        return [];
      case 'missing':
        return [{ code: 'evidence-missing', message: `The ${name} is missing.`, ...place }];
      case 'altered':
        return [
          { code: 'evidence-changed', message: `The ${name} does not match its recorded hash.`, ...place },
        ];
    }
  });
}

/** Checks stored bytes, each once however many rows name them; bytes that cannot be read are not those recorded. */
function evidenceCheck(database: Database.Database): (hash: string) => 'matches' | 'missing' | 'altered' {
  const blobs = createEvidenceBlobs(database);
  const known = new Map<string, 'matches' | 'missing' | 'altered'>();
  const checked = (hash: string) => {
    try {
      return blobs.check(hash);
    } catch (error) {
      if (failureOf(error) === null) throw error;
      return 'altered';
    }
  };
  return (hash) => {
    const verdict = known.get(hash) ?? checked(hash);
    known.set(hash, verdict);
    return verdict;
  };
}

function populationProblems(
  database: Database.Database,
  chain: ChainVerdict,
  tools: VerifyTools,
): readonly VerificationProblem[] {
  const store = createPopulationRows(database);
  const { population, accessList } = chain.state.rows;
  const lists = [
    ...[...population.values()].map((row) => ({ ...row, entity: 'population' as const, what: 'population' })),
    ...[...accessList.values()].map((row) => ({ ...row, entity: 'accessList' as const, what: 'list' })),
  ];
  return lists.flatMap(({ id, title, rowsSha256, entity, what }) => {
    if (rowsSha256 === null) return [];
    if (digestOf(() => tools.rowsDigest(store.blocks(id))) === rowsSha256) return [];
    const message = `The rows of the ${what} ${title} are not those that were imported.`;
    return [{ code: 'population-rows' as const, message, ...locate(chain, entity, id) }];
  });
}

/** Rows that cannot even be taken apart have no digest; that is what the check is there to find, not a defect. */
function digestOf(work: () => string): string | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** A person whom this computer knows signs with the key that it knows; another key is another person's. */
function keyProblems(chain: ChainVerdict, tools: VerifyTools): readonly VerificationProblem[] {
  return [...chain.state.rows.person.values()].flatMap(({ id, initials, publicKey }) => {
    const known = tools.knownKey(id);
    if (known === null || known === publicKey) return [];
    const message = `The signing key of ${initials} in this file is not the one that this computer knows.`;
    return [{ code: 'person-key' as const, message, ...locate(chain, 'person', id) }];
  });
}

/**
 * What only this computer can know: it saw the journal at a head that the file does not hold. A file that nobody here
 * has seen cannot be judged so.
 */
function rollbackProblems(chain: ChainVerdict, seen: SeenHead | null): readonly VerificationProblem[] {
  if (seen === null || chain.hashes.has(seen.head)) return [];
  const [saw, holds] = [String(seen.entries), String(chain.entries)];
  const message =
    chain.entries < seen.entries
      ? `This computer saw ${saw} entries of this journal; the file holds ${holds}. An older copy was put in its place, or its last entries were removed.`
      : `This computer saw another entry ${saw} of this journal than the file holds. It was rewritten, or continued from an older copy.`;
  const entry = Math.min(seen.entries, chain.entries + 1);
  return [{ code: 'rolled-back', message, entry, object: null, person: null }];
}
