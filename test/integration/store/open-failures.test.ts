import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editRaw, rawKey } from '../../helpers/store/raw-client.ts';
import { smallDisk } from '../../helpers/store/small-disk.ts';
import {
  makeSpecimen,
  passphrase,
  temporaryFolder,
  testFiles,
  valueOf,
} from '../../helpers/store/test-files.ts';
import { specimenStart } from '../../helpers/store/specimen-engagement.ts';
import { testTeam } from '../../helpers/store/test-files.ts';

const folder = temporaryFolder();
const original = join(folder.path, 'original.tickmark');
let key: Buffer;
let count = 0;

beforeAll(async () => {
  const { store } = await makeSpecimen(original);
  store.close();
  key = rawKey(original, passphrase);
});
afterAll(folder.remove);

/** A folder with one file in it. */
function place(make: (path: string) => void): string {
  count += 1;
  const inside = join(folder.path, String(count));
  mkdirSync(inside);
  const path = join(inside, 'a.tickmark');
  make(path);
  return path;
}

const copied = (change: (path: string) => void = () => undefined): string =>
  place((path) => {
    copyFileSync(original, path);
    change(path);
  });

/** The bytes of everything in the folder of a file. */
function contentBeside(path: string): ReadonlyMap<string, string> {
  const inside = join(path, '..');
  const names = readdirSync(inside).filter((name) => statSync(join(inside, name)).isFile());
  return new Map(names.map((name) => [name, readFileSync(join(inside, name)).toString('base64')]));
}

/** What opening says; fails where it changed a byte or left a file. */
async function refusal(
  path: string,
  secret = passphrase,
): Promise<{ kind: string; message: string; next: string }> {
  const before = contentBeside(path);
  const opened = await testFiles().open(path, secret);
  expect(contentBeside(path)).toEqual(before);
  if (!opened.ok) return opened.error;
  opened.value.close();
  throw new Error('the file was opened');
}

/** Any text that holds these words; the matcher's own type says nothing. */
const anyText = (words: string): string => expect.stringContaining(words) as string; // stands for a text in a comparison

const flip = (offset: number) => (path: string) => {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(offset) ^ 0x10, offset);
  writeFileSync(path, bytes);
};

const pageBytes = 4096;

describe('opening an engagement', () => {
  it('opens the file that was closed, and leaves one file behind', async () => {
    const path = copied();
    const store = valueOf(await testFiles().open(path, passphrase));
    expect(store.state().entries).toBe(23);
    store.close();
    expect([...contentBeside(path).keys()]).toEqual(['a.tickmark']);
  });

  it('refuses another passphrase', async () => {
    expect(await refusal(copied(), 'correct horse')).toEqual({
      kind: 'wrong-passphrase',
      message: 'This passphrase does not open the engagement. The file was not changed.',
      next: 'Type it again, and mind Caps Lock and the keyboard layout. A forgotten passphrase cannot be recovered.',
    });
  });

  it.each([16, 18, 21, 24, 30, 100, 2000, 4000])(
    'refuses a file of which byte %i was flipped',
    async (offset) => {
      expect(await refusal(copied(flip(offset)))).toMatchObject({
        kind: 'damaged',
        message: anyText('The file is damaged'),
      });
    },
  );

  it.each([4, 11, 12, 15])(
    'takes a flip in the salt or check (byte %i) for another passphrase',
    async (offset) => {
      expect((await refusal(copied(flip(offset)))).kind).toBe('wrong-passphrase');
    },
  );

  it('opens no page that was changed: each in use is refused at once or found by verification', async () => {
    const pages: number[] = [];
    editRaw(copied(), key, (database) => {
      const lastOfEach = 'select max(pageno) from dbstat group by name order by name';
      pages.push(...database.prepare<[], number>(lastOfEach).pluck().all());
    });
    const sampled = pages.filter((_page, index) => index % 9 === 4);
    expect(sampled.length).toBeGreaterThan(8);
    for (const page of sampled) {
      const path = copied(flip((page - 1) * pageBytes + 77));
      const opened = await testFiles().open(path, passphrase);
      if (!opened.ok) {
        expect(opened.error.kind, `page ${String(page)}`).toBe('damaged');
        continue;
      }
      const verdict = await opened.value.verify();
      opened.value.close();
      expect(verdict.intact, `page ${String(page)}`).toBe(false);
    }
  });

  it.each([
    ['a page less', (size: number) => size - pageBytes],
    ['half of it', (size: number) => Math.floor(size / 2 / pageBytes) * pageBytes],
    ['half of it, within a page', (size: number) => Math.floor(size / 2) + 7],
    ['a hundred bytes', () => 100],
    ['the envelope alone', () => 24],
    ['less than its envelope', () => 20],
  ])('refuses a file cut to %s', async (_what, length) => {
    const path = copied((file) => truncateSync(file, length(statSync(file).size)));
    expect((await refusal(path)).kind).toBe('damaged');
  });

  it('refuses the database of another program', async () => {
    const plain = place((path) => {
      const database = new Database(path);
      database.exec('create table t (a text)');
      database.close();
    });
    expect(await refusal(plain)).toMatchObject({
      kind: 'foreign',
      message: 'This is not a Tickmark engagement. The file was not changed.',
    });
  });

  it.each([
    ['a text', Buffer.from('Dear auditor, please find attached the list of leavers.')],
    ['an archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), deflateRawSync(Buffer.alloc(500))])],
    ['ten bytes', Buffer.from('TKM\u0001345678')],
  ])('refuses %s', async (_what, bytes) => {
    const path = place((file) => writeFileSync(file, bytes));
    expect((await refusal(path)).kind).toBe('foreign');
  });

  it('refuses an empty file, which is not an empty engagement', async () => {
    const path = place((file) => writeFileSync(file, ''));
    expect(await refusal(path)).toMatchObject({
      kind: 'empty',
      message: 'The file is empty, so it is not an engagement. It was not changed.',
    });
  });

  it('refuses a file with our envelope that holds no tables', async () => {
    const path = copied((file) => {
      editRaw(file, key, (database) => {
        database.pragma('journal_mode = DELETE');
        database.exec('pragma user_version = 0; pragma application_id = 0');
        const objects = database
          .prepare<[], { type: string; name: string }>(
            "select type, name from sqlite_schema where type in ('trigger', 'table')",
          )
          .all();
        for (const { type, name } of objects) database.exec(`drop ${type} if exists "${name}"`);
      });
    });
    expect((await refusal(path)).kind).toBe('foreign');
  });

  it.each([
    [
      'the envelope',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes.writeUInt8(2, 3);
        writeFileSync(path, bytes);
      },
    ],
    [
      'the tables',
      (path: string) => {
        editRaw(path, key, (database) => {
          database.exec("pragma user_version = 99; insert into applied_migration values (99, 'later', 'x')");
        });
      },
    ],
  ])('refuses a file of a newer version, told by %s', async (_what, change) => {
    expect(await refusal(copied(change))).toMatchObject({
      kind: 'newer',
      message: 'The engagement was written by a newer version of Tickmark. It was not changed.',
      next: 'Update Tickmark on this computer.',
    });
  });

  it('refuses tables, views and triggers that are not ours', async () => {
    const path = copied((file) => {
      editRaw(file, key, (database) => {
        database.exec('create trigger forge after insert on journal begin select 1; end');
      });
    });
    const { kind, message } = await refusal(path);
    expect(kind).toBe('unexpected-schema');
    expect(message).toContain('The first is trigger forge (added).');
  });

  it('refuses a journal whose end does not give its hash', async () => {
    const path = copied((file) => {
      editRaw(file, key, (database) => {
        database.exec("drop trigger journal_no_update; update journal set hash = 'x' where position = 23");
        database.exec(
          "create trigger journal_no_update before update on journal begin select raise(abort, 'journal is append-only'); end",
        );
      });
    });
    const { kind, message } = await refusal(path);
    expect(kind).toBe('damaged');
    expect(message).toContain('Its journal is not whole.');
  });

  it('refuses a folder, a link and a place without a file', async () => {
    const directory = place((path) => mkdirSync(path));
    expect(await refusal(directory)).toMatchObject({
      kind: 'foreign',
      message: anyText('It is not a regular file.'),
    });
    const link = place((path) => symlinkSync(original, path));
    expect((await refusal(link)).kind).toBe('foreign');
    expect(await refusal(place(() => undefined))).toMatchObject({
      kind: 'not-found',
      message: 'There is no file at this place.',
    });
  });
});

describe('an engagement that is open elsewhere', () => {
  const helper = fileURLToPath(new URL('hold-file.ts', import.meta.url));
  const cli = fileURLToPath(new URL('../../../src-main/cli/main.ts', import.meta.url));
  const busy = {
    kind: 'busy',
    message: 'The engagement is open elsewhere, in another window or by another program.',
    next: 'Close it there, then open it here.',
  };

  it('is refused while another process holds it, for work and for verification', async () => {
    const path = copied();
    const holder = spawn(process.execPath, [helper, path], { stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      const [said] = (await once(holder.stdout, 'data')) as [Buffer]; // the event carries one buffer
      expect(said.toString()).toBe('open\n');
      expect(await testFiles().open(path, passphrase)).toEqual({ ok: false, error: busy });
      expect(await testFiles().verify(path, passphrase)).toEqual({ ok: false, error: busy });
    } finally {
      holder.kill('SIGKILL');
      await once(holder, 'exit');
    }
    const store = valueOf(await testFiles().open(path, passphrase));
    expect(store.state().entries).toBe(23);
    store.close();
  });

  it('keeps its lock against our own command line, also after this process asked for it again', async () => {
    const path = copied();
    const files = testFiles();
    const store = valueOf(await files.open(path, passphrase));
    // Reading the file a second time would drop the lock of the first: nothing of ours may do that.
    expect(await files.open(path, passphrase)).toEqual({ ok: false, error: busy });
    expect(await files.verify(path, passphrase)).toEqual({ ok: false, error: busy });
    const link = join(path, '..', 'again.tickmark');
    symlinkSync(path, link);
    expect(await files.open(link, passphrase)).toEqual({ ok: false, error: busy });
    const env = { ...process.env, TICKMARK_HOME: join(folder.path, 'home'), TICKMARK_PASSPHRASE: passphrase };
    const ran = spawn(process.execPath, [cli, 'engagement', 'show', path, '--json'], { env });
    const output: Buffer[] = [];
    ran.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    const [code] = (await once(ran, 'close')) as [number]; // the event carries the exit code
    expect(code).toBe(3);
    expect(JSON.parse(Buffer.concat(output).toString())).toMatchObject({ error: 'store-busy' });
    store.close();
    const again = valueOf(await files.open(path, passphrase));
    again.close();
  });
});

describe('a place that is read-only', () => {
  const isRoot = process.getuid?.() === 0;
  const disk = smallDisk(8);
  afterAll(disk.remove);
  if (disk.obstacle !== null) process.stdout.write(`skipped: ${disk.obstacle}\n`);

  it.skipIf(disk.obstacle !== null)('is refused in words, on a medium mounted so', async () => {
    const path = join(disk.path, 'a.tickmark');
    copyFileSync(original, path);
    disk.makeReadOnly();
    const readOnly = {
      kind: 'read-only',
      message: 'The engagement lies in a place where this computer may not write.',
      next: 'Copy the file to a folder of your own and open the copy.',
    };
    expect(await refusal(path)).toEqual(readOnly);
    expect(valueOf(await testFiles().verify(path, passphrase))).toMatchObject({ intact: true, entries: 23 });
    const team = testTeam();
    const made = await testFiles().create(
      join(disk.path, 'new.tickmark'),
      passphrase,
      'engagement-1',
      (store) => {
        store.append(team.staff, 'engagement.create', specimenStart(team), '2026-07-10T09:00:00Z');
      },
    );
    expect(made).toMatchObject({ ok: false, error: { kind: 'read-only' } });
  });

  it.skipIf(isRoot)('is refused where the user may not write the file or its folder', async () => {
    const path = copied((file) => chmodSync(file, 0o444));
    expect((await refusal(path)).kind).toBe('read-only');
    const other = copied();
    chmodSync(join(other, '..'), 0o555);
    expect((await refusal(other)).kind).toBe('read-only');
    chmodSync(join(other, '..'), 0o755);
  });

  it.skipIf(!isRoot)('is refused to a user who may not write the file', async () => {
    const path = copied((file) => chmodSync(file, 0o644));
    chmodSync(folder.path, 0o755);
    const before = contentBeside(path);
    const other = spawn(process.execPath, [helperPath, path], {
      uid: 65_534,
      gid: 65_534,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [said] = (await once(other.stdout, 'data')) as [Buffer]; // the event carries one buffer
    other.kill('SIGKILL');
    expect(said.toString()).toBe('read-only\n');
    expect(contentBeside(path)).toEqual(before);
  });
});

const helperPath = fileURLToPath(new URL('hold-file.ts', import.meta.url));

describe('making an engagement', () => {
  const team = testTeam();
  const make = (path: string) =>
    testFiles().create(path, passphrase, 'engagement-1', (store) => {
      store.append(team.staff, 'engagement.create', specimenStart(team), '2026-07-10T09:00:00Z');
    });

  it.each([
    ['a file', (path: string) => writeFileSync(path, 'mine')],
    ['a folder', (path: string) => mkdirSync(path)],
    ['a link that leads nowhere', (path: string) => symlinkSync(join(path, '..', 'nowhere'), path)],
  ])('never touches %s of the same name', async (_what, there) => {
    const path = place(there);
    const before = contentBesideLinks(path);
    expect(await make(path)).toMatchObject({
      ok: false,
      error: { kind: 'exists', message: 'A file of this name exists already; it was not touched.' },
    });
    expect(contentBesideLinks(path)).toEqual(before);
  });

  it('says that the folder is missing', async () => {
    expect(await make(join(folder.path, 'no', 'such', 'folder', 'a.tickmark'))).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    });
  });

  it('leaves nothing behind where its first entry fails', async () => {
    const path = place(() => undefined);
    const broken = testFiles().create(path, passphrase, 'engagement-1', () => {
      throw new Error('the first entry fails');
    });
    await expect(broken).rejects.toThrow('the first entry fails');
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  it('takes over the draft of a program that was stopped, but no other file of that name', async () => {
    const path = place((file) => copyFileSync(original, `${file}.part`));
    const store = valueOf(await make(path));
    expect(store.state().entries).toBe(1);
    store.close();
    expect(readdirSync(join(path, '..'))).toEqual(['a.tickmark']);
    const other = place((file) => writeFileSync(`${file}.part`, 'half a download'));
    expect(await make(other)).toMatchObject({ ok: false, error: { kind: 'exists' } });
    expect(readFileSync(`${other}.part`, 'utf8')).toBe('half a download');
    expect(existsSync(other)).toBe(false);
  });
});

const contentBesideLinks = (path: string): readonly string[] =>
  readdirSync(join(path, '..'), { recursive: true, encoding: 'utf8' });
