import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { StoreError } from '../../services/ports/engagement-store.ts';
import { failure } from './failures.ts';

/** What SQLite's log takes before it is folded into the file: a thousand pages, and a little more. */
const logBytes = 5 * 2 ** 20;

/** Refuses with `disk-full` before a write of about so many bytes would fill the disk. */
export type EnsureRoom = (bytes: number) => void;

/** Looks at the disk on which an open file lies; what is free within the file, and what its log holds already, counts. */
export function roomFor(database: Database.Database, path: string): EnsureRoom {
  const log = `${path}-wal`;
  return (bytes) => {
    const { bavail, bsize } = statfsSync(dirname(path));
    const inLog = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    const inFile = numberOf(database, 'freelist_count') * numberOf(database, 'page_size');
    // A file that has to grow also takes what the log still carries; an import that does not fit can then be taken back.
    const growth = 2 * bytes > inFile ? 2 * bytes - inFile + logBytes : 0;
    const needed = Math.max(0, logBytes - inLog) + growth;
    if (bavail * bsize < needed) throw new StoreError(failure('disk-full'));
  };
}

const numberOf = (database: Database.Database, pragma: 'freelist_count' | 'page_size'): number =>
  Number(database.pragma(pragma, { simple: true }));
