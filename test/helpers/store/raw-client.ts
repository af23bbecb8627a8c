import { scryptSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/*
 * A plain SQLite client that holds the key: what anyone can build who knows the passphrase. The derivation is written
 * down here a second time on purpose, so that a change of the file format does not pass unnoticed.
 */

/** The database key of an engagement file, from its first bytes and the passphrase. */
export function rawKey(path: string, passphrase: string): Buffer {
  const salt = readFileSync(path).subarray(4, 12);
  return scryptSync(passphrase.normalize('NFKC'), salt, 32, {
    N: 131_072,
    r: 8,
    p: 1,
    maxmem: 256 * 2 ** 20,
  });
}

/** Opens the database with the key and without any of the program's care. */
export function rawClient(path: string, key: Buffer): Database.Database {
  const database = new Database(path, { fileMustExist: true });
  database.pragma("cipher = 'aegis'");
  database.pragma(`key = 'raw:${key.toString('hex')}'`);
  return database;
}

/** Edits a file with foreign keys and checks off, as someone would who wants to. */
export function editRaw(path: string, key: Buffer, edit: (database: Database.Database) => void): void {
  const database = rawClient(path, key);
  try {
    database.pragma('foreign_keys = OFF');
    database.pragma('ignore_check_constraints = ON');
    edit(database);
  } finally {
    database.close();
  }
}

/** Runs an edit that the append-only triggers forbid: they are taken away and put back letter by letter. */
export function withoutTriggers(database: Database.Database, edit: () => void): void {
  const triggers = database
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_schema where type = 'trigger'")
    .all();
  for (const { name } of triggers) database.exec(`drop trigger "${name}"`);
  edit();
  for (const { sql } of triggers) database.exec(sql);
}
