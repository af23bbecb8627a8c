import { accessSync, closeSync, constants, lstatSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { StoreError, type StoreFailure } from '../../services/ports/engagement-store.ts';
import { clearDraft, copyName, draftName, publish } from './draft-file.ts';
import { headBytes, makeFileKey, openFileKey, readEnvelope } from './envelope.ts';
import { failure, failureOf } from './failures.ts';
import { migrate, pendingSteps } from './migrate.ts';
import { schemaDifferences, schemaOf, type SchemaRules } from './schema/allow-list.ts';

/** A database that is open, with the key by which it is opened again. */
export interface OpenDatabase {
  readonly database: Database.Database;
  readonly key: Buffer;
}

/**
 * Makes a new engagement file with the newest schema. It is filled under another name and takes its own only when it is
 * whole, so that a crash leaves no half-made engagement behind and an existing file is never touched.
 */
export async function createDatabase(
  path: string,
  passphrase: string,
  rules: SchemaRules,
  fill: (database: Database.Database) => void,
): Promise<Result<OpenDatabase, StoreFailure>> {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return err(failure('exists'));
  const { key, envelope } = await makeFileKey(passphrase);
  return attempt(() => {
    accessSync(dirname(path), constants.W_OK);
    const draft = draftName(path);
    clearDraft(draft);
    try {
      const made = opened(
        new Database(draft),
        `${key.toString('hex')}${envelope.toString('hex')}`,
        (database) => {
          takeAlone(database);
          migrate(database, rules.migrations);
          fill(database);
        },
      );
      made.close();
      publish(draft, path);
    } catch (error) {
      clearDraft(draft);
      throw error;
    }
    return openWithKey(path, key, rules);
  });
}

/** Opens an engagement file for work: exclusively, and only with exactly our schema. Until then nothing is written. */
export async function openDatabase(
  path: string,
  passphrase: string,
  rules: SchemaRules,
): Promise<Result<OpenDatabase, StoreFailure>> {
  const key = await keyOf(path, passphrase);
  if (!key.ok) return key;
  return attempt(() => {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return openWithKey(path, key.value, rules);
  });
}

/** Opens an engagement file for reading only, to verify it, whatever its schema. */
export async function openForVerification(
  path: string,
  passphrase: string,
): Promise<Result<Database.Database, StoreFailure>> {
  const key = await keyOf(path, passphrase);
  if (!key.ok) return key;
  return attempt(() => {
    const database = new Database(path, { fileMustExist: true, readonly: true, timeout: lockWaitMs });
    return opened(database, key.value.toString('hex'), () => {
      distrust(database);
      database.prepare('select count(*) from sqlite_schema').get();
    });
  });
}

/** Runs work on the file and gives a failure of the environment as a value; defects pass through. */
export function attempt<T>(work: () => T): Result<T, StoreFailure> {
  try {
    return ok(work());
  } catch (error) {
    const known = failureOf(error);
    if (known === null) throw error;
    return err(known);
  }
}

/** How long another program's lock is waited for: a moment of writing, not a session. */
const lockWaitMs = 500;

function openWithKey(path: string, key: Buffer, rules: SchemaRules): OpenDatabase {
  const file = new Database(path, { fileMustExist: true, timeout: lockWaitMs });
  const database = opened(file, key.toString('hex'), () => {
    takeAlone(file);
    const pending = pendingSteps(file, rules.migrations);
    const applied = rules.migrations.length - pending.length;
    if (applied === 0) throw new StoreError(failure('foreign', 'It holds nothing.'));
    refuseOtherSchema(file, rules, applied);
    if (pending.length === 0) return;
    migrate(file, rules.migrations, () => file.prepare('vacuum into ?').run(copyName(path)));
    refuseOtherSchema(file, rules, rules.migrations.length);
  });
  return { database, key };
}

async function keyOf(path: string, passphrase: string): Promise<Result<Buffer, StoreFailure>> {
  const first = attempt(() => readFirstBytes(path));
  if (!first.ok) return first;
  if (first.value.length === 0) return err(failure('empty'));
  const envelope = readEnvelope(first.value);
  if (envelope.kind !== 'engagement') return err(failure(envelope.kind));
  const key = await openFileKey(passphrase, envelope);
  return key === null ? err(failure('wrong-passphrase')) : ok(key);
}

/** The key goes in as a raw key; with the envelope behind it where the file is new, so that it becomes the salt. */
function opened(
  database: Database.Database,
  hexadecimal: string,
  prepare: (database: Database.Database) => void,
): Database.Database {
  try {
    database.pragma(`cipher = 'aegis'`);
    database.pragma(`key = 'raw:${hexadecimal}'`);
    prepare(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function distrust(database: Database.Database): void {
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
}

/** Locks the file for this program alone and makes every commit reach the disk. Changes no byte of it. */
function takeAlone(database: Database.Database): void {
  distrust(database);
  database.pragma('synchronous = FULL');
  database.pragma('fullfsync = ON');
  database.pragma('foreign_keys = ON');
  const isDurable = database.pragma('synchronous', { simple: true }) === 2;
  if (!isDurable) throw new Error('the database does not flush every commit');
  database.pragma('locking_mode = EXCLUSIVE');
  database.exec('begin exclusive; commit');
}

function refuseOtherSchema(database: Database.Database, rules: SchemaRules, steps: number): void {
  const [difference] = schemaDifferences(schemaOf(database), rules.expected(steps));
  if (difference === undefined) return;
  const { kind, object } = difference;
  throw new StoreError(failure('unexpected-schema', `The first is ${object.type} ${object.name} (${kind}).`));
}

function readFirstBytes(path: string): Buffer {
  if (!lstatSync(path).isFile()) throw new StoreError(failure('foreign', 'It is not a regular file.'));
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(headBytes);
    return bytes.subarray(0, readSync(file, bytes, 0, headBytes, 0));
  } finally {
    closeSync(file);
  }
}
