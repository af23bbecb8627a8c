import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileVerdict } from '../../../src-main/services/ports/engagement-store.ts';
import { editRaw, rawKey } from '../../helpers/store/raw-client.ts';
import {
  makeSpecimen,
  passphrase,
  temporaryFolder,
  testFiles,
  valueOf,
} from '../../helpers/store/test-files.ts';
import { contentTampering } from './content-tampering.ts';
import { journalTampering } from './journal-tampering.ts';
import { tableTampering } from './table-tampering.ts';
import type { TamperContext, Tampering } from './tampering.ts';

const folder = temporaryFolder();
const original = join(folder.path, 'original.tickmark');
const edits = [...tableTampering, ...journalTampering, ...contentTampering];
let key: Buffer;
let context: TamperContext;

beforeAll(async () => {
  const { store, team, evidence } = await makeSpecimen(original);
  context = { team, evidence, head: store.state().head };
  store.close();
  key = rawKey(original, passphrase);
});
afterAll(folder.remove);

let count = 0;

/** A copy of the engagement, edited, alone in a folder. */
function tampered(edit: Tampering['edit']): { readonly path: string; readonly place: string } {
  count += 1;
  const place = join(folder.path, String(count));
  mkdirSync(place);
  const path = join(place, 'edited.tickmark');
  copyFileSync(original, path);
  editRaw(path, key, (database) => {
    edit(database, context);
  });
  return { path, place };
}

describe('engagement verify', () => {
  it('finds nothing in the file as it was written, also where this computer knows head and keys', async () => {
    const { staff } = context.team;
    const knowing = { seen: { entries: 23, head: context.head }, keys: { 'p-staff': staff.publicKey } };
    const { path } = tampered(() => undefined);
    const verdict = valueOf(await testFiles(knowing).verify(path, passphrase));
    expect(verdict).toEqual({
      engagementId: 'engagement-1',
      intact: true,
      entries: 23,
      head: context.head,
      problems: [],
    });
  });

  it('knows at least forty edits', () => {
    expect(edits.length).toBeGreaterThanOrEqual(40);
    expect(new Set(edits.map(({ name }) => name)).size).toBe(edits.length);
  });

  it.concurrent.each(edits)('finds that $name', async ({ edit, found, knowing }) => {
    const { path, place } = tampered(edit);
    const before = readFileSync(path);
    const verdict = valueOf(await testFiles(knowing?.(context)).verify(path, passphrase));
    expect(verdict.intact).toBe(false);
    expect(verdict.problems).toContainEqual(expect.objectContaining(found));
    expect(readFileSync(path).equals(before), 'the file is as it was').toBe(true);
    expect(readdirSync(place)).toEqual(['edited.tickmark']);
  });

  it('cannot tell an older copy from the file where nobody here has seen the newer one', async () => {
    const older = edits.filter(({ name }) => name.includes('an older copy'));
    expect(older).toHaveLength(1);
    for (const { edit } of older) {
      const { path } = tampered(edit);
      const verdict = valueOf(await testFiles().verify(path, passphrase));
      expect(verdict).toMatchObject({ intact: true, entries: 22 });
    }
  });

  it('ends by itself where a view would never end, and the command says so by its exit code', () => {
    const endless = contentTampering.filter(({ name }) => name.includes('never ends'));
    expect(endless).toHaveLength(2);
    for (const { edit, found } of endless) {
      const { path } = tampered(edit);
      const ran = spawnSync(process.execPath, [program, 'engagement', 'verify', path, '--json'], {
        encoding: 'utf8',
        timeout: 30_000,
        env: { ...process.env, TICKMARK_HOME: join(folder.path, 'home'), TICKMARK_PASSPHRASE: passphrase },
      });
      expect(ran.signal).toBeNull();
      expect(ran.status).toBe(4);
      const { intact, problems } = JSON.parse(ran.stdout) as FileVerdict; // the command's own answer
      expect(intact).toBe(false);
      expect(problems).toContainEqual(expect.objectContaining(found));
    }
  });
});

const program = fileURLToPath(new URL('../../../src-main/cli/main.ts', import.meta.url));
