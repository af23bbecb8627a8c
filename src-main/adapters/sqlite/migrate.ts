import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { StoreError } from '../../services/ports/engagement-store.ts';
import { failure } from './failures.ts';
import { triggers } from './schema/triggers.ts';

/** Marks a database as an engagement file: the letters TKMK. */
export const applicationId = 0x544b4d4b;

/** One step of the schema; its text never changes after it was released. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** The migrations that this version of the program knows, in order. `folder` holds files `NNNN_purpose.sql`. */
export function readMigrations(folder: URL): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(new URL(file, folder), 'utf8');
      const sha256 = createHash('sha256').update(sql).digest('hex');
      return { number: Number(file.slice(0, 4)), name: file.slice(5, -4), sql, sha256 };
    });
}

/**
 * Brings a database to the newest schema: one transaction per step with its version, foreign keys off while tables are
 * rebuilt and checked afterwards, triggers made again at the end (a table rebuild drops them without a word).
 *
 * Throws `StoreError`: what `pendingSteps` throws, and `damaged` where a check fails after a step.
 */
export function migrate(
  database: Database.Database,
  migrations: readonly Migration[],
  copyAside: () => void = () => undefined,
): void {
  const pending = pendingSteps(database, migrations);
  if (pending.length > 0 && pending.length < migrations.length) copyAside();
  database.pragma('foreign_keys = OFF');
  for (const step of pending) applyStep(database, step);
  for (const { name, sql } of triggers) {
    if (!hasTrigger(database, name)) database.exec(sql);
  }
  database.pragma('foreign_keys = ON');
}

/**
 * The steps that a database still needs; all of them where it is new. Only reads.
 *
 * Throws `StoreError`: `foreign` where the application id is another, `newer` where the file knows steps that this
 * program does not, `damaged` where a recorded step is not ours.
 */
export function pendingSteps(
  database: Database.Database,
  migrations: readonly Migration[],
): readonly Migration[] {
  const applied = appliedSteps(database);
  refuseOthers(database, applied, migrations);
  return migrations.slice(applied.length);
}

function applyStep(database: Database.Database, step: Migration): void {
  const run = database.transaction(() => {
    database.exec(step.sql);
    database.pragma(`application_id = ${String(applicationId)}`);
    database.pragma(`user_version = ${String(step.number)}`);
    database
      .prepare('insert into applied_migration (number, name, sha256) values (?, ?, ?)')
      .run(step.number, step.name, step.sha256);
    const broken = database.pragma('foreign_key_check') as unknown[]; // the pragma gives a row per broken reference
    if (broken.length > 0)
      throw new StoreError(failure('damaged', `Step ${step.name} left broken references.`));
  });
  run.immediate();
  const integrity = database.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok')
    throw new StoreError(failure('damaged', `Step ${step.name}: ${String(integrity)}.`));
}

interface AppliedStep {
  readonly number: number;
  readonly sha256: string;
}

function appliedSteps(database: Database.Database): readonly AppliedStep[] {
  const known = database
    .prepare("select 1 from sqlite_schema where type = 'table' and name = 'applied_migration'")
    .get();
  if (known === undefined) return [];
  return database
    .prepare('select number, sha256 from applied_migration order by number')
    .all() as AppliedStep[]; // the columns of our own table
}

function refuseOthers(
  database: Database.Database,
  applied: readonly AppliedStep[],
  migrations: readonly Migration[],
): void {
  const id = Number(database.pragma('application_id', { simple: true }));
  const version = Number(database.pragma('user_version', { simple: true }));
  const isNew = id === 0 && version === 0 && applied.length === 0;
  if (!isNew && id !== applicationId) throw new StoreError(failure('foreign'));
  if (version > migrations.length || applied.length > migrations.length)
    throw new StoreError(failure('newer'));
  if (version !== applied.length)
    throw new StoreError(failure('damaged', 'It does not record the steps that made its tables.'));
  const isPrefix = applied.every((step, index) => migrations[index]?.sha256 === step.sha256);
  if (!isPrefix) throw new StoreError(failure('other-build'));
}

function hasTrigger(database: Database.Database, name: string): boolean {
  return (
    database.prepare("select 1 from sqlite_schema where type = 'trigger' and name = ?").get(name) !==
    undefined
  );
}
