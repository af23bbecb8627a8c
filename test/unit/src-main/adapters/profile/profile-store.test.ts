import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../../../../shared/lib/result.ts';
import { createProfileStore } from '../../../../../src-main/adapters/profile/profile-store.ts';
import type { KeysPort } from '../../../../../src-main/services/ports/keys.ts';
import { temporaryFolder } from '../../../../helpers/store/test-files.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

/** Keys without the work of stretching a passphrase. */
const keys: KeysPort = {
  wrapSecret: (secret, passphrase) => Promise.resolve(Buffer.concat([Buffer.from(`${passphrase}:`), secret])),
  unwrapSecret: (blob, passphrase) => {
    const [used = '', secret = ''] = Buffer.from(blob).toString().split(':');
    return Promise.resolve(used === passphrase ? ok(Buffer.from(secret)) : err('wrong-passphrase'));
  },
  createPersonKey: (passphrase) =>
    Promise.resolve({ publicKey: 'ab'.repeat(32), wrapped: Buffer.from(passphrase) }),
  openPersonKey: (wrapped, passphrase) =>
    Promise.resolve(
      Buffer.from(wrapped).toString() === passphrase
        ? ok({ publicKey: 'ab'.repeat(32), sign: (bytes) => Buffer.from(bytes).toString('hex') })
        : { ok: false, error: 'wrong-passphrase' },
    ),
  verifySignature: () => false,
};

const person = (initials: string) => ({
  ...{ name: `Person ${initials}`, initials, email: null, credential: 'CPA', isCpa: true, roles: ['staff'] },
});
const recent = (number: number) => ({
  ...{
    path: `/work/${String(number)}.tickmark`,
    engagementId: String(number),
    clientName: 'Northwind',
    type: 'II',
  },
  ...{ dates: '2025', status: 'draft', openedAt: '2026-07-10T09:00:00Z', openedBy: 'AK' },
  ...{ kind: 'examination', note: '12 of 59 tests', dueOn: null, blocks: 0 },
});

let count = 0;
let home: string;
beforeEach(() => {
  count += 1;
  home = join(folder.path, String(count));
});

describe('the profile', () => {
  it('writes nothing before there is something to keep', () => {
    const profile = createProfileStore(home, keys);
    expect([profile.persons(), profile.firm(), profile.recents(), profile.seenHead('x')]).toEqual([
      [],
      null,
      [],
      null,
    ]);
    expect(existsSync(home)).toBe(false);
  });

  it('keeps persons, and shows no key of theirs', async () => {
    const added = await createProfileStore(home, keys).addPerson(person('AK'), 'a passphrase');
    const profile = createProfileStore(home, keys);
    expect(profile.persons()).toEqual([{ ...person('AK'), id: added.id, publicKey: 'ab'.repeat(32) }]);
    const actor = await profile.unlock(added.id, 'a passphrase');
    if (!actor.ok) throw new Error(actor.error);
    expect([actor.value.personId, actor.value.sign('é')]).toEqual([added.id, 'c3a9']);
    expect(await profile.unlock(added.id, 'another')).toEqual({ ok: false, error: 'wrong-passphrase' });
    expect(await profile.unlock('nobody', 'a passphrase')).toEqual({ ok: false, error: 'damaged' });
    expect(statSync(join(home, 'profile.json')).mode & 0o077, 'for its owner only').toBe(0);
    expect(readdirSync(home)).toEqual(['profile.json']);
  });

  it('takes a key that is not the one published for a damaged one', async () => {
    const profile = createProfileStore(home, keys);
    const { id } = await profile.addPerson(person('AK'), 'a passphrase');
    const path = join(home, 'profile.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('ab'.repeat(32), 'cd'.repeat(32)));
    expect(await profile.unlock(id, 'a passphrase')).toEqual({ ok: false, error: 'damaged' });
  });

  it('keeps firm, firm key, recent engagements and seen heads', async () => {
    const profile = createProfileStore(home, keys);
    const firm = {
      name: 'Calder Wren LLP',
      city: 'Columbus',
      state: 'Ohio',
      licenceNumber: 'F-1',
      retentionYears: 5,
      qualityReviewRequired: false,
    };
    profile.saveFirm(firm);
    expect([profile.hasFirmKey(), await profile.firmKey('any')]).toEqual([false, null]);
    await profile.saveFirmKey(Buffer.from('p12'), 'first passphrase', 'aa');
    await profile.saveFirmKey(Buffer.from('p12 anew'), 'second passphrase', 'bb');
    for (let number = 0; number < 35; number += 1) profile.remember(recent(number));
    profile.remember(recent(10));
    profile.forget('/work/11.tickmark');
    profile.saveSeenHead('e', { entries: 3, head: 'h' });
    const again = createProfileStore(home, keys);
    expect(again.firm()).toEqual(firm);
    expect(again.hasFirmKey()).toBe(true);
    expect(await again.firmKey('first passphrase')).toEqual({ ok: false, error: 'wrong-passphrase' });
    const key = await again.firmKey('second passphrase');
    expect(key?.ok === true && Buffer.from(key.value).toString()).toBe('p12 anew');
    expect(again.knownFirmFingerprints()).toEqual(['aa', 'bb']);
    expect(
      again
        .recents()
        .map(({ engagementId }) => engagementId)
        .slice(0, 3),
    ).toEqual(['10', '34', '33']);
    expect(again.recents()).toHaveLength(29);
    expect([again.seenHead('e'), again.seenHead('toString')]).toEqual([{ entries: 3, head: 'h' }, null]);
  });

  it('does not lose what another program of ours wrote meanwhile', async () => {
    const window = createProfileStore(home, keys);
    window.remember(recent(1));
    const commandLine = createProfileStore(home, keys);
    await commandLine.addPerson(person('AK'), 'a passphrase');
    window.remember(recent(2));
    expect(window.persons().map(({ initials }) => initials)).toEqual(['AK']);
    expect(commandLine.recents()).toHaveLength(2);
  });

  it('keeps every change of two programs that write at once', { timeout: 60_000 }, async () => {
    const writer = fileURLToPath(new URL('write-heads.ts', import.meta.url));
    const writers = ['a', 'b', 'c'].map((name) =>
      spawn(process.execPath, [writer, home, name], { stdio: 'inherit' }),
    );
    const codes = await Promise.all(writers.map(async (child) => (await once(child, 'exit'))[0] as number)); // the exit code
    expect(codes).toEqual([0, 0, 0]);
    const profile = createProfileStore(home, keys);
    for (const name of ['a', 'b', 'c'])
      for (let number = 0; number < 20; number += 1)
        expect(profile.seenHead(`${name}-${String(number)}`)).toEqual({ entries: number, head: name });
  });

  it('takes over the lock of a program that was stopped', () => {
    mkdirSync(home);
    const lock = join(home, 'profile.lock');
    writeFileSync(lock, '999999999');
    createProfileStore(home, keys).remember(recent(1));
    writeFileSync(lock, '');
    utimesSync(lock, 0, 0);
    createProfileStore(home, keys).remember(recent(2));
    expect(readdirSync(home)).toEqual(['profile.json']);
  });

  it('waits for a program that is writing, and says so in the end', { timeout: 20_000 }, () => {
    mkdirSync(home);
    writeFileSync(join(home, 'profile.lock'), String(process.pid));
    expect(() => createProfileStore(home, keys).remember(recent(1))).toThrow(
      'Another program is writing the profile',
    );
  });

  it.each(['', '{"deviceId":', '[]', '{"deviceId":7}'])(
    'does not touch a file that cannot be read: %j',
    (content) => {
      mkdirSync(home);
      writeFileSync(join(home, 'profile.json'), content);
      const profile = createProfileStore(home, keys);
      expect(() => profile.persons()).toThrow('cannot be read. It was not changed.');
      expect(() => profile.remember(recent(1))).toThrow('cannot be read. It was not changed.');
      expect(readFileSync(join(home, 'profile.json'), 'utf8')).toBe(content);
    },
  );
});
