import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entityNames, fieldsOf } from '../../../shared/domain/journal/entities.ts';
import type { HashedEntry } from '../../../shared/domain/journal/entry.ts';
import { set } from '../../../shared/domain/journal/ops.ts';
import { applyEntries } from '../../../shared/domain/journal/reduce.ts';
import { conflicts, emptyState } from '../../../shared/domain/journal/state.ts';
import { after, changed, entryAfter } from '../../helpers/domain-fixture.ts';
import { sourceFiles } from '../../harness/source-files.ts';
import { inProject } from '../../harness/project.ts';
import { rawClient, rawKey, withoutTriggers } from '../../helpers/store/raw-client.ts';
import { digestsOf, entriesOf, rebuilt } from '../../helpers/store/rebuild.ts';
import { addPlain } from '../../helpers/store/rows.ts';
import {
  makeSpecimen,
  passphrase,
  temporaryFolder,
  testFiles,
  valueOf,
} from '../../helpers/store/test-files.ts';
import { shortJourney, testProgram } from '../../helpers/store/test-program.ts';

const folder = temporaryFolder();
const walked = join(folder.path, 'walked.tickmark');
const specimen = join(folder.path, 'specimen.tickmark');
const home = join(folder.path, 'home');
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
let entries: readonly HashedEntry[];

beforeAll(async () => {
  const program = testProgram(home);
  await shortJourney(program, walked);
  await program.done('engagement.close', {});
  const { store } = await makeSpecimen(specimen);
  store.close();
  entries = read(walked, entriesOf);
});
afterAll(folder.remove);

function read<T>(path: string, work: (database: ReturnType<typeof rawClient>) => T): T {
  const database = rawClient(path, rawKey(path, passphrase));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** The numbers are those of the engineering notes, collaboration 7. */
describe('the invariants of the first schema', () => {
  it('1: every row is named by a UUID made here, and only ids are referred to', () => {
    const ids = entries.flatMap(({ entry }) => entry.ops.map((op) => op.id));
    expect(ids.length).toBeGreaterThan(70);
    expect(ids.filter((id) => !uuid.test(id))).toEqual([]);
    const schema = read(walked, (database) => {
      const tables = database
        .prepare<[], string>("select sql from sqlite_schema where type = 'table'")
        .pluck();
      return tables.all().join('\n');
    });
    expect(schema).not.toMatch(/autoincrement/i);
    const referred = [...schema.matchAll(/REFERENCES `\w+`\(`(\w+)`\)/g)].map((match) => match[1]);
    expect(referred.length).toBeGreaterThan(40);
    expect(new Set(referred)).toEqual(new Set(['id']));
  });

  it('2: every entry names the one engagement of its file', () => {
    const named = read(walked, (database) =>
      database.prepare<[], string>("select value from file_fact where name = 'engagement'").pluck().get(),
    );
    expect(new Set(entries.map(({ entry }) => entry.engagement))).toEqual(new Set([named]));
  });

  it('3: entries are append-only, numbered without gap, chained, dated, signed and stored as they were hashed', () => {
    expect(entries.map(({ entry }) => entry.sequence)).toEqual(entries.map((_item, index) => index + 1));
    expect(entries.map(({ entry }) => entry.lamport)).toEqual(entries.map((_item, index) => index + 1));
    const hashes = ['0'.repeat(64), ...entries.map(({ hash }) => hash)];
    expect(entries.map(({ entry }) => entry.previous)).toEqual(hashes.slice(0, -1));
    read(walked, (database) => {
      const signatures = database.prepare<[], string>('select signature from journal').pluck().all();
      expect(signatures.filter((signature) => !/^[0-9a-f]{128}$/.test(signature))).toEqual([]);
      expect(() => database.exec("update journal set entry = ''")).toThrow('journal is append-only');
      expect(() => database.exec('delete from journal')).toThrow('journal is append-only');
    });
    read(specimen, (database) => {
      expect(() => database.exec("update evidence_chunk set bytes = x'00'")).toThrow(
        'evidence_chunk is append-only',
      );
    });
  });

  it.each([
    ['a journey through the router', walked],
    ['the specimen', specimen],
  ])('4: the tables of %s are what its journal tells', (_what, path) => {
    const { tables, journal } = read(path, digestsOf);
    expect(tables).toBe(journal);
    const afterEdit = read(path, (database) => {
      database.exec("begin; update engagement set system_name = 'Other'");
      const digests = digestsOf(database);
      database.exec('rollback');
      return digests;
    });
    expect(afterEdit.tables).not.toBe(afterEdit.journal);
  });

  it('4: nothing but the table writer writes the tables that the journal explains', () => {
    const writes =
      /(insert into|update|delete from|replace into)\s+["`$]?\{?(?!journal|evidence_|population_block|file_fact|applied_migration|field_version)[a-z]/i;
    const sources = sourceFiles('src-main', '.ts').filter((file) =>
      /\.prepare|\.exec\(/.test(readFileSync(inProject(file), 'utf8')),
    );
    const writers = sources.filter((file) => writes.test(readFileSync(inProject(file), 'utf8')));
    expect(sources.length).toBeGreaterThan(5);
    // Its tables are a closed list: pieces of evidence and rows of populations.
    expect(writers).toEqual(['src-main/adapters/sqlite/drop-others.ts']);
    const upserts = sourceFiles('src-main', '.ts').filter((file) =>
      readFileSync(inProject(file), 'utf8').includes('upsertSql('),
    );
    expect(upserts.toSorted()).toEqual([
      'src-main/adapters/sqlite/row-codec.ts',
      'src-main/adapters/sqlite/table-writer.ts',
    ]);
  });

  it('5: every change of a field names the versions that it replaces', () => {
    const sets = entries.flatMap(({ entry }) => entry.ops.filter((op) => op.op === 'set'));
    expect(sets.length).toBeGreaterThan(2);
    const known = new Set(entries.map(({ hash }) => hash));
    expect(
      sets.filter(({ parents }) => parents.length === 0 || !parents.every((hash) => known.has(hash))),
    ).toEqual([]);
  });

  it('6: two values of a field can stand beside each other until a person decides', () => {
    const made = after(emptyState(), [addPlain('commitment', 'c-1', { text: 'one' })]);
    const here = changed(made, 'commitment', 'c-1', { text: 'here' });
    const merged = after(here, set(made, 'commitment', 'c-1', { text: 'there' }));
    expect(conflicts(merged)).toEqual([{ entity: 'commitment', id: 'c-1', field: 'text' }]);
    expect(merged.heads.commitment.get('c-1')?.['text']?.map(({ value }) => value)).toEqual([
      'here',
      'there',
    ]);
  });

  it('7: no operation removes a row', () => {
    const kinds = new Set(entries.flatMap(({ entry }) => entry.ops.map((op) => op.op)));
    expect(kinds).toEqual(new Set(['add', 'set']));
    const removal = { op: 'remove', entity: 'commitment', id: 'c-1' };
    const forged = JSON.stringify({ ...entries[0]?.entry, ops: [removal] });
    expect(() => rebuilt([{ entry: JSON.parse(forged) as HashedEntry['entry'], hash: 'x' }])).toThrow(); // a forged entry, typed as one
  });

  it('8: evidence lies apart from the rows, once for the same bytes, named by its hash', async () => {
    const store = valueOf(await testFiles().open(specimen, passphrase));
    const bytes = Buffer.from('the same bytes');
    const source = async function* () {
      yield await Promise.resolve(bytes);
    };
    const first = await store.evidence.put(source());
    const second = await store.evidence.put(source());
    expect(second).toEqual(first);
    expect(store.evidence.get(first.sha256)?.toString()).toBe(bytes.toString());
    store.close();
    const blobs = read(specimen, (database) =>
      database
        .prepare<[string], number>('select count(*) from evidence_blob where sha256 = ?')
        .pluck()
        .get(first.sha256),
    );
    expect(blobs).toBe(1);
  });

  it('9: a sign-off holds what was signed and what the signer saw; nothing is merely flagged approved', () => {
    expect(Object.keys(fieldsOf('signOff'))).toEqual(
      expect.arrayContaining(['contentHash', 'heads', 'manifestVersion']),
    );
    const rules = Object.values(fieldsOf('signOff')).map(({ merge }) => merge);
    expect(new Set(rules)).toEqual(new Set(['appendOnly']));
    const flags = entityNames.flatMap((entity) =>
      Object.entries(fieldsOf(entity)).filter(
        ([name, { kind }]) => kind === 'flag' && /approved|signed|reviewed/i.test(name),
      ),
    );
    expect(flags).toEqual([]);
  });

  it('10: a copy of the profile in another place is another device', () => {
    const here = testProgram(home).profile;
    const elsewhere = join(folder.path, 'restored');
    cpSync(home, elsewhere, { recursive: true });
    const there = testProgram(elsewhere).profile;
    expect(here.deviceId()).toBe(here.deviceId());
    expect(there.deviceId()).not.toBe(here.deviceId());
    expect(there.deviceId()).toBe(testProgram(elsewhere).profile.deviceId());
    expect(there.persons()).toEqual(here.persons());
  });

  it('11: the wall clock decides nothing', () => {
    const made = after(emptyState(), [addPlain('commitment', 'c-1', { text: 'one' })]);
    const early = entryAfter(made, set(made, 'commitment', 'c-1', { text: 'later, by a clock set back' }));
    const back = { ...early, entry: { ...early.entry, at: '1999-01-01T00:00:00Z' } };
    const applied = valueOf(applyEntries(made, [back]));
    expect(applied.rows.commitment.get('c-1')?.text).toBe('later, by a clock set back');
  });

  it('12: every field says how it merges', () => {
    const rules = entityNames.flatMap((entity) => Object.values(fieldsOf(entity)).map(({ merge }) => merge));
    expect(rules.length).toBeGreaterThan(250);
    expect(new Set(rules)).toEqual(new Set(['resolve', 'lastWins', 'appendOnly']));
  });

  it('12: a field that is written once takes no second value', () => {
    const made = after(emptyState(), [addPlain('person', 'p-1', { publicKey: 'ab'.repeat(32) })]);
    const replaced = applyEntries(made, [
      entryAfter(made, set(made, 'person', 'p-1', { publicKey: 'cd'.repeat(32) })),
    ]);
    expect(replaced).toMatchObject({ ok: false, error: { reason: 'field publicKey is written once' } });
  });

  it('13: the file has a place for the keys of members beside the name of its engagement', () => {
    const stored = read(specimen, (database) => {
      database.exec("begin; insert into file_fact values ('member-key/p-staff', 'wrapped')");
      const facts = database.prepare<[], string>('select name from file_fact order by name').pluck().all();
      database.exec('rollback');
      return facts;
    });
    expect(stored).toEqual(['engagement', 'member-key/p-staff']);
  });

  it('is told where the triggers of the journal were taken away', () => {
    const left = read(specimen, (database) => {
      withoutTriggers(database, () => undefined);
      return database
        .prepare<[], string>("select name from sqlite_schema where type = 'trigger' order by name")
        .pluck()
        .all();
    });
    expect(left).toEqual(['evidence_chunk_no_update', 'journal_no_delete', 'journal_no_update']);
  });
});
