import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { parseEntry, type HashedEntry } from '../../../shared/domain/journal/entry.ts';
import { applyEntries } from '../../../shared/domain/journal/reduce.ts';
import { stateDigest } from '../../../shared/domain/journal/state-digest.ts';
import { emptyState, type EngagementState } from '../../../shared/domain/journal/state.ts';
import { loadState } from '../../../src-main/adapters/sqlite/load-state.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The entries of a file as they lie in it. */
export function entriesOf(database: Database.Database): readonly HashedEntry[] {
  const stored = database
    .prepare<[], { hash: string; entry: string }>('select hash, entry from journal order by position')
    .all();
  return stored.map(({ hash, entry }) => {
    const parsed = parseEntry(entry);
    if (!parsed.ok) throw new Error(`an entry cannot be read: ${parsed.error}`);
    return { entry: parsed.value, hash };
  });
}

/** The state that entries tell from nothing on. */
export function rebuilt(entries: readonly HashedEntry[]): EngagementState {
  const applied = applyEntries(emptyState(), entries);
  if (!applied.ok) throw new Error(`the journal cannot be applied: ${applied.error.reason}`);
  return applied.value;
}

/** The digests of the tables as they are and as the journal gives them. */
export function digestsOf(database: Database.Database): {
  readonly tables: string;
  readonly journal: string;
} {
  return {
    tables: stateDigest(loadState(database), sha256),
    journal: stateDigest(rebuilt(entriesOf(database)), sha256),
  };
}
