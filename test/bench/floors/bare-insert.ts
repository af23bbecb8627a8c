import Database from 'better-sqlite3';
import { timed } from '../benchmark.ts';

/**
 * Rows inserted one transaction each into an encrypted, write-ahead, fully synchronous file with nothing but the
 * row: what any program pays that keeps an acknowledged entry through a power cut.
 */
export function bareInserts(file: string, key: Buffer, rows: readonly Uint8Array[]): () => Promise<number> {
  return () => {
    const database = new Database(file);
    try {
      database.pragma("cipher = 'aegis'");
      database.pragma(`key = 'raw:${key.toString('hex')}'`);
      database.pragma('locking_mode = EXCLUSIVE');
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.exec(
        'CREATE TABLE IF NOT EXISTS entry (sequence INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT',
      );
      const insert = database.prepare<[Uint8Array]>('INSERT INTO entry (bytes) VALUES (?)');
      return timed(() => {
        for (const row of rows) insert.run(row);
      });
    } finally {
      database.close();
    }
  };
}
