import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import {
  entryText,
  noPrevious,
  parseEntry,
  signedText,
  type Entry,
  type HashedEntry,
  type Op,
} from '../../../shared/domain/journal/entry.ts';
import { applyEntries } from '../../../shared/domain/journal/reduce.ts';
import { touchedBy } from '../../../shared/domain/journal/ops.ts';
import type { EngagementState } from '../../../shared/domain/journal/state.ts';
import type {
  Actor,
  EngagementStore,
  FileVerdict,
  JournalLine,
} from '../../services/ports/engagement-store.ts';
import { roomFor } from './disk-room.ts';
import { createEvidenceBlobs, sweepEvidence } from './evidence-blobs.ts';
import { failureOf, guarded } from './failures.ts';
import { loadState } from './load-state.ts';
import { createPopulationRows, sweepPopulationRows } from './population-rows.ts';
import { createTableWriter } from './table-writer.ts';

/** What the store needs of the outside world beside its file. */
export interface StoreTools {
  readonly deviceId: string;
  /** Verifies an open database; kept apart because it also serves files that are not opened for work. */
  readonly verify: (database: Database.Database) => Promise<FileVerdict>;
}

/**
 * Works on an open engagement database. The journal is the only way to write what the tables show. Everything is read
 * once before the first byte is written, so that a damaged file stays as it is.
 */
export function createEngagementStore(
  database: Database.Database,
  path: string,
  engagementId: string,
  tools: StoreTools,
): EngagementStore {
  let state = loadState(database);
  const ensureRoom = roomFor(database, path);
  const writer = createTableWriter(database);
  const addEntry = database.prepare(
    'insert into journal (position, hash, device, sequence, entry, signature) values (?, ?, ?, ?, ?, ?)',
  );
  const hasEntry = database.prepare<[string]>('select 1 from journal where hash = ?');
  const write = database.transaction(
    (item: HashedEntry, text: string, signature: string, next: EngagementState, alongside: () => void) => {
      database.pragma('defer_foreign_keys = ON');
      addEntry.run(next.entries, item.hash, item.entry.device, item.entry.sequence, text, signature);
      writer.write(next, touchedBy(item.entry.ops));
      alongside();
    },
  );
  guarded(() => {
    database.pragma('journal_mode = WAL');
    sweep(database, state);
  });

  return {
    path,
    engagementId,
    state: () => state,
    append(actor, kind, ops, at, alongside = () => undefined) {
      const entry = nextEntry(state, { engagementId, device: tools.deviceId, actor, kind, ops, at });
      const text = entryText(entry);
      const hash = createHash('sha256').update(text).digest('hex');
      const applied = applyEntries(state, [{ entry, hash }]);
      if (!applied.ok) throw new Error(`the entry cannot be applied: ${applied.error.reason}`);
      const signature = actor.sign(signedText(hash));
      guarded(() => {
        write.immediate({ entry, hash }, text, signature, applied.value, alongside);
      });
      state = applied.value;
    },
    hasEntry: (hash) => hasEntry.get(hash) !== undefined,
    evidence: createEvidenceBlobs(database, ensureRoom),
    populationRows: createPopulationRows(database, ensureRoom),
    journal: (before, limit) => readJournal(database, before, limit),
    verify: () => tools.verify(database),
    close: () => fold(database),
  };
}

/**
 * Folds the log into the file and lets the file go. Where the disk is full the log stays beside the file and is read at
 * the next open: nothing is lost by that, so the file is let go all the same.
 */
function fold(database: Database.Database): void {
  if (!database.open) return;
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.pragma('journal_mode = DELETE');
  } catch (error) {
    if (failureOf(error) === null) throw error;
  } finally {
    database.close();
  }
}

interface Draft {
  readonly engagementId: string;
  readonly device: string;
  readonly actor: Actor;
  readonly kind: string;
  readonly ops: readonly Op[];
  readonly at: string;
}

function nextEntry(state: EngagementState, draft: Draft): Entry {
  const before = state.devices.get(draft.device) ?? { sequence: 0, hash: noPrevious };
  return {
    v: 1,
    engagement: draft.engagementId,
    device: draft.device,
    sequence: before.sequence + 1,
    previous: before.hash,
    lamport: state.lamport + 1,
    at: draft.at,
    actor: draft.actor.personId,
    kind: draft.kind,
    ops: draft.ops,
  };
}

function readJournal(
  database: Database.Database,
  before: number | null,
  limit: number,
): readonly JournalLine[] {
  const stored = database
    .prepare<[number, number], { position: number; hash: string; entry: string }>(
      'select position, hash, entry from journal where position < ? order by position desc limit ?',
    )
    .all(before ?? Number.MAX_SAFE_INTEGER, limit);
  return stored.flatMap(({ position, hash, entry }) => {
    const parsed = parseEntry(entry);
    if (!parsed.ok) return [];
    const { at, actor, kind, ops } = parsed.value;
    return [{ position, hash, at, actor, kind, ops }];
  });
}

/** Clears what imports that did not end left behind, so that a crash leaves nothing but acknowledged work. */
function sweep(database: Database.Database, state: EngagementState): void {
  const referenced = new Set<string>();
  for (const file of state.rows.evidenceFile.values()) referenced.add(file.sha256);
  for (const report of state.rows.report.values())
    if (report.pdfSha256 !== null) referenced.add(report.pdfSha256);
  sweepEvidence(database, (sha256) => referenced.has(sha256));
  const isList = (id: string) => state.rows.accessList.has(id);
  sweepPopulationRows(
    database,
    (id) => typeof state.rows.population.get(id)?.rowsSha256 === 'string' || isList(id),
  );
}
