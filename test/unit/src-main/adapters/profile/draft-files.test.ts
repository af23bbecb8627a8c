import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createDraftFiles } from '../../../../../src-main/adapters/profile/draft-files.ts';
import { nodeKeys } from '../../../../../src-main/adapters/keys/node-keys.ts';
import type { Actor } from '../../../../../src-main/services/ports/engagement-store.ts';
import { temporaryFolder } from '../../../../helpers/store/test-files.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const texts = { note: 'The leaver of 3 May kept the key of the server room – été, 鍵.' };
const draft = { place: 'cell 1', texts, base: { note: '' }, at: '2026-07-01T10:00:00Z' };

let count = 0;
let home = '';
beforeEach(() => {
  count += 1;
  home = join(folder.path, String(count));
});

/** A person with a key of their own, opened as the program opens it. */
async function person(personId: string): Promise<Actor> {
  const made = await nodeKeys.createPersonKey('a passphrase of the test');
  const key = await nodeKeys.openPersonKey(made.wrapped, 'a passphrase of the test');
  if (!key.ok) throw new Error('the key was just made');
  return { personId, sign: (text) => key.value.sign(Buffer.from(text, 'utf8')) };
}

const onlyFile = (): string => join(home, 'drafts', readdirSync(join(home, 'drafts'))[0] ?? '');

describe('drafts in the profile', () => {
  it('are read again by the same person in the same engagement, after a restart', async () => {
    const staff = await person('staff');
    createDraftFiles(home).write(staff, 'engagement-1', [draft]);
    const files = createDraftFiles(home);
    expect(files.read(staff, 'engagement-1')).toEqual([draft]);
    expect(files.read(staff, 'engagement-2')).toEqual([]);
    files.write(staff, 'engagement-1', []);
    expect(readdirSync(join(home, 'drafts'))).toEqual([]);
    expect(files.read(staff, 'engagement-1')).toEqual([]);
  });

  it('cannot be read without the key of the person, not even under their name', async () => {
    const files = createDraftFiles(home);
    files.write(await person('staff'), 'engagement-1', [draft]);
    expect(files.read(await person('staff'), 'engagement-1')).toEqual([]);
    const bytes = readFileSync(onlyFile(), 'latin1');
    expect(Buffer.from(bytes, 'base64').toString('latin1')).not.toContain('leaver');
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, 20)],
    ['emptied', () => ''],
    ['changed', (text: string) => `${text.slice(0, -8)}AAAAAA==`],
  ])('are none where the file was %s, and a new draft takes its place', async (_what, damage) => {
    const [files, staff] = [createDraftFiles(home), await person('staff')];
    files.write(staff, 'engagement-1', [draft]);
    writeFileSync(onlyFile(), damage(readFileSync(onlyFile(), 'latin1')));
    expect(files.read(staff, 'engagement-1')).toEqual([]);
    files.write(staff, 'engagement-1', [draft]);
    expect(files.read(staff, 'engagement-1')).toEqual([draft]);
  });
});
