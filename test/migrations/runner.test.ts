import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  applicationId,
  migrate,
  pendingSteps,
  type Migration,
} from '../../src-main/adapters/sqlite/migrate.ts';
import { StoreError } from '../../src-main/services/ports/engagement-store.ts';
import { migrations } from '../helpers/store/test-files.ts';

const step = (number: number, name: string, sql: string): Migration => ({
  ...{ number, name, sql },
  sha256: createHash('sha256').update(sql).digest('hex'),
});

const [first] = migrations;
if (first === undefined) throw new Error('there is no migration');
const known = [first];

/** A rebuild as the generator writes it: it switches foreign keys off inside the transaction, where that does nothing. */
const rebuild = step(
  2,
  'rebuild',
  `PRAGMA foreign_keys=OFF;
CREATE TABLE __new_workpaper AS SELECT * FROM workpaper WHERE 0;
DROP TABLE __new_workpaper;
CREATE TABLE __new_journal (position integer primary key not null, hash text not null unique, device text not null, sequence integer not null, entry text not null, signature text not null, remark text) STRICT;
INSERT INTO __new_journal (position, hash, device, sequence, entry, signature) SELECT * FROM journal;
DROP TABLE journal;
ALTER TABLE __new_journal RENAME TO journal;
PRAGMA foreign_keys=ON;`,
);

let database: Database.Database;
beforeEach(() => {
  database = new Database(':memory:');
  migrate(database, known);
});
afterEach(() => {
  database.close();
});

const schema = (): unknown =>
  database.prepare('select type, name, sql from sqlite_schema order by name').all();
const version = (): unknown => database.pragma('user_version', { simple: true });
const kindOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error.failure.kind;
    throw error;
  }
  return 'it went through';
};

describe('the migration runner', () => {
  it('brings an empty database to the newest schema, once', () => {
    expect(database.pragma('application_id', { simple: true })).toBe(applicationId);
    expect(version()).toBe(known.length);
    expect(database.prepare('select number, name, sha256 from applied_migration').all()).toEqual(
      known.map(({ number, name, sha256 }) => ({ number, name, sha256 })),
    );
    const before = schema();
    migrate(database, known);
    expect(schema()).toEqual(before);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('takes a step that fails back as a whole, and those before it stay', () => {
    const good = step(2, 'good', 'create table good (a text) strict;');
    const bad = step(3, 'bad', 'create table half (a text) strict; insert into nowhere values (1);');
    expect(() => migrate(database, [...known, good, bad])).toThrow('no such table: nowhere');
    const tables = database
      .prepare<[], string>("select name from sqlite_schema where type = 'table'")
      .pluck()
      .all();
    expect(tables).toContain('good');
    expect(tables).not.toContain('half');
    expect(version()).toBe(2);
    expect(pendingSteps(database, [...known, good, bad]).map(({ name }) => name)).toEqual(['bad']);
  });

  it('takes a step back that leaves a broken reference', () => {
    const orphan = step(
      2,
      'orphan',
      `insert into client_contact values ('x', 'no-client', 'n', 't', 'e', 0, 'p', 't', 'p', 't', 'h', 1);`,
    );
    expect(kindOf(() => migrate(database, [...known, orphan]))).toBe('damaged');
    expect(version()).toBe(1);
    expect(database.prepare('select count(*) from client_contact').pluck().get()).toBe(0);
  });

  it('refuses a file that knows more steps than the program', () => {
    const later = step(2, 'later', 'create table later (a text) strict;');
    migrate(database, [...known, later]);
    expect(kindOf(() => pendingSteps(database, known))).toBe('newer');
    database.exec('drop table later; delete from applied_migration where number = 2');
    expect(kindOf(() => pendingSteps(database, known))).toBe('newer');
  });

  it('refuses a file whose recorded steps are not ours', () => {
    const changed = [step(1, first.name, `${first.sql}\n`)];
    expect(kindOf(() => migrate(database, changed))).toBe('other-build');
    database.exec('delete from applied_migration');
    expect(kindOf(() => migrate(database, known))).toBe('damaged');
  });

  it('refuses the database of another program', () => {
    const other = new Database(':memory:');
    other.exec('create table t (a text); pragma application_id = 7');
    expect(kindOf(() => migrate(other, known))).toBe('foreign');
    expect(other.prepare('select count(*) from sqlite_schema').pluck().get()).toBe(1);
    other.close();
  });

  it('keeps child rows when their parent table is rebuilt', () => {
    const made = step(
      2,
      'parents',
      `create table parent (id text primary key not null) strict;
      create table child (id text primary key not null, parent_id text references parent(id) on delete cascade) strict;
      insert into parent values ('a'), ('b'); insert into child values ('1', 'a'), ('2', 'a'), ('3', 'b');`,
    );
    const widened = step(
      3,
      'widen',
      `PRAGMA foreign_keys=OFF;
      create table __new_parent (id text primary key not null, title text) strict;
      insert into __new_parent (id) select id from parent; drop table parent;
      alter table __new_parent rename to parent; PRAGMA foreign_keys=ON;`,
    );
    migrate(database, [...known, made]);
    migrate(database, [...known, made, widened]);
    expect(database.prepare('select count(*) from child').pluck().get()).toBe(3);
    expect(database.pragma('foreign_key_check')).toEqual([]);
  });

  it('makes the triggers again that a rebuild drops', () => {
    const names = () =>
      database
        .prepare<[], string>("select name from sqlite_schema where type = 'trigger' order by name")
        .pluck()
        .all();
    const before = names();
    expect(before).toEqual(['evidence_chunk_no_update', 'journal_no_delete', 'journal_no_update']);
    database.exec("insert into journal values (1, 'h', 'd', 1, 'e', 's')");
    migrate(database, [...known, rebuild]);
    expect(names()).toEqual(before);
    expect(database.prepare('select count(*) from journal').pluck().get()).toBe(1);
    expect(() => database.exec('delete from journal')).toThrow('journal is append-only');
  });

  it('makes a copy aside before the first change to an existing file, and none for a new or a current one', () => {
    const copies: string[] = [];
    const note = () => void copies.push(String(version()));
    migrate(database, known, note);
    expect(copies).toEqual([]);
    migrate(database, [...known, rebuild], note);
    expect(copies).toEqual(['1']);
    const fresh = new Database(':memory:');
    migrate(fresh, known, note);
    fresh.close();
    expect(copies).toEqual(['1']);
  });
});
