import { statfsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreError, type EngagementStore } from '../../../src-main/services/ports/engagement-store.ts';
import { addPlain } from '../../helpers/store/rows.ts';
import { smallDisk, type SmallDisk } from '../../helpers/store/small-disk.ts';
import { specimenStart } from '../../helpers/store/specimen-engagement.ts';
import { passphrase, testFiles, testTeam, valueOf } from '../../helpers/store/test-files.ts';

const probe = smallDisk(1);
probe.remove();
if (probe.obstacle !== null) process.stdout.write(`skipped: ${probe.obstacle}\n`);

const team = testTeam();
const full = {
  kind: 'disk-full',
  message: 'The disk is full. The last change was not recorded; everything before it is safe.',
  next: 'Free some space outside Tickmark, then repeat the change.',
};
const begin = (store: EngagementStore): void => {
  store.append(team.staff, 'engagement.create', specimenStart(team), '2026-07-10T09:00:00Z');
};

async function* pieces(count: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) yield await Promise.resolve(Buffer.alloc(2 ** 20, index));
}

/** The failure that work ends with. */
async function failureOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    if (error instanceof StoreError) return error.failure;
    throw error;
  }
  return 'it went through';
}

describe.skipIf(probe.obstacle !== null)('a disk that is full', () => {
  let disk: SmallDisk;
  beforeEach(() => {
    disk = smallDisk(24);
  });
  afterEach(() => {
    disk.remove();
  });

  /** Fills the disk to the last few bytes. */
  const fill = (): string => {
    const filler = join(disk.path, 'filler');
    const { bavail, bsize } = statfsSync(disk.path);
    writeFileSync(filler, Buffer.alloc(bavail * bsize));
    return filler;
  };

  it('refuses an entry whole, and takes it after space was freed', async () => {
    const path = join(disk.path, 'a.tickmark');
    const store = valueOf(await testFiles().create(path, passphrase, 'engagement-1', begin));
    const filler = fill();
    const before = store.state();
    const large = addPlain('commitment', 'c-1', { text: 'x'.repeat(90_000) });
    const write = () => store.append(team.staff, 'scope.addCommitment', [large], '2026-07-10T09:01:00Z');
    expect(await failureOf(write)).toEqual(full);
    expect(store.state()).toBe(before);
    expect(await store.verify()).toMatchObject({ intact: true, entries: 1 });
    rmSync(filler);
    write();
    expect(store.state().rows.commitment.size).toBe(1);
    store.close();
    expect(valueOf(await testFiles().verify(path, passphrase))).toMatchObject({ intact: true, entries: 2 });
  });

  it('refuses evidence that does not fit and keeps none of its pieces', async () => {
    const path = join(disk.path, 'a.tickmark');
    const store = valueOf(await testFiles().create(path, passphrase, 'engagement-1', begin));
    expect(await failureOf(() => store.evidence.put(pieces(40)))).toEqual(full);
    store.append(
      team.staff,
      'scope.addCommitment',
      [addPlain('commitment', 'c-1', { text: 'fits' })],
      '2026-07-10T09:01:00Z',
    );
    expect(await store.verify()).toMatchObject({ intact: true, entries: 2 });
    const small = await store.evidence.put(pieces(1));
    expect(store.evidence.check(small.sha256)).toBe('matches');
    store.close();
    expect(valueOf(await testFiles().verify(path, passphrase)).intact).toBe(true);
  });

  it('makes no engagement that is not whole', async () => {
    fill();
    const made = await testFiles().create(join(disk.path, 'a.tickmark'), passphrase, 'engagement-1', begin);
    expect(made).toEqual({ ok: false, error: full });
    expect(readdirSync(disk.path)).toEqual(['filler']);
  });

  it('lets the file go where even folding the log does not fit, and loses nothing', async () => {
    const path = join(disk.path, 'a.tickmark');
    const store = valueOf(await testFiles().create(path, passphrase, 'engagement-1', begin));
    const large = addPlain('commitment', 'c-1', { text: 'x'.repeat(90_000) });
    store.append(team.staff, 'scope.addCommitment', [large], '2026-07-10T09:01:00Z');
    const filler = fill();
    store.close();
    rmSync(filler);
    const again = valueOf(await testFiles().open(path, passphrase));
    expect(again.state().entries).toBe(2);
    expect(await again.verify()).toMatchObject({ intact: true });
    again.close();
  });
});
