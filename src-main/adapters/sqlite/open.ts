import { closeSync, existsSync, lstatSync, openSync, readSync, rmSync, accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { StoreError, type StoreFailure } from '../../services/ports/engagement-store.ts';
import { envelopeBytes, makeFileKey, openFileKey, readEnvelope } from './envelope.ts';
import { failure, failureOf } from './failures.ts';
import { migrate, type Migration } from './migrate.ts';
import { expectedSchema, schemaDifferences, schemaOf } from './schema/allow-list.ts';

/** Makes a new engagement file with the newest schema. An existing file is never touched. */
export async function createDatabase(
  path: string,
  passphrase: string,
  migrations: readonly Migration[],
): Promise<Result<Database.Database, StoreFailure>> {
  if (existsSync(path)) return err(failure('exists'));
  const { key, envelope } = await makeFileKey(passphrase);
  return attempt(() => {
    accessSync(dirname(path), constants.W_OK);
    const database = new Database(path);
    try {
      unlock(database, `${key.toString('hex')}${envelope.toString('hex')}`);
      configure(database);
      migrate(database, migrations);
      return database;
    } catch (error) {
      database.close();
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true });
      throw error;
    }
  });
}

/** Opens an engagement file for work: exclusively, and only with exactly our schema. */
export async function openDatabase(
  path: string,
  passphrase: string,
  migrations: readonly Migration[],
): Promise<Result<Database.Database, StoreFailure>> {
  const key = await keyOf(path, passphrase);
  if (!key.ok) return key;
  return attempt(() => {
    refuseReadOnlyPlace(path);
    return opened(new Database(path, { fileMustExist: true, timeout: 500 }), key.value, (database) => {
      configure(database);
      migrate(database, migrations, () => {
        database.prepare('vacuum into ?').run(`${path}.before-update`);
      });
      refuseOtherSchema(database, migrations);
    });
  });
}

/** Opens an engagement file for reading only, to verify it, whatever its schema. */
export async function openForVerification(
  path: string,
  passphrase: string,
): Promise<Result<Database.Database, StoreFailure>> {
  const key = await keyOf(path, passphrase);
  if (!key.ok) return key;
  return attempt(() =>
    opened(
      new Database(path, { fileMustExist: true, readonly: true, timeout: 500 }),
      key.value,
      (database) => {
        database.pragma('trusted_schema = OFF');
        database.pragma('cell_size_check = ON');
        database.prepare('select count(*) from sqlite_schema').get();
      },
    ),
  );
}

/** How the schema of an open file differs from ours. */
export const differencesOf = (database: Database.Database, migrations: readonly Migration[]) =>
  schemaDifferences(schemaOf(database), expectedSchema(migrations));

async function keyOf(path: string, passphrase: string): Promise<Result<Buffer, StoreFailure>> {
  const first = attempt(() => readFirstBytes(path));
  if (!first.ok) return first;
  if (first.value.length === 0) return err(failure('empty'));
  const envelope = readEnvelope(first.value);
  if (envelope.kind !== 'engagement') return err(failure(envelope.kind));
  const key = await openFileKey(passphrase, envelope);
  return key === null ? err(failure('wrong-passphrase')) : ok(key);
}

function opened(
  database: Database.Database,
  key: Buffer,
  prepare: (database: Database.Database) => void,
): Database.Database {
  try {
    unlock(database, key.toString('hex'));
    prepare(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The key goes in as a raw key; with the envelope behind it where the file is new, so that it becomes the salt. */
function unlock(database: Database.Database, hexadecimal: string): void {
  database.pragma(`cipher = 'aegis'`);
  database.pragma(`key = 'raw:${hexadecimal}'`);
}

function configure(database: Database.Database): void {
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('fullfsync = ON');
  database.pragma('foreign_keys = ON');
  const isDurable = database.pragma('synchronous', { simple: true }) === 2;
  if (!isDurable) throw new Error('the database does not flush every commit');
  database.exec('begin exclusive; commit');
}

function refuseOtherSchema(database: Database.Database, migrations: readonly Migration[]): void {
  const [difference] = differencesOf(database, migrations);
  if (difference === undefined) return;
  const { kind, object } = difference;
  throw new StoreError(failure('unexpected-schema', `The first is ${object.type} ${object.name} (${kind}).`));
}

function refuseReadOnlyPlace(path: string): void {
  accessSync(path, constants.W_OK);
  accessSync(dirname(path), constants.W_OK);
}

function readFirstBytes(path: string): Buffer {
  if (!lstatSync(path).isFile()) throw new StoreError(failure('foreign', 'It is not a regular file.'));
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(envelopeBytes);
    return bytes.subarray(0, readSync(file, bytes, 0, envelopeBytes, 0));
  } finally {
    closeSync(file);
  }
}

function attempt<T>(work: () => T): Result<T, StoreFailure> {
  try {
    return ok(work());
  } catch (error) {
    const known = failureOf(error);
    if (known === null) throw error;
    return err(known);
  }
}
