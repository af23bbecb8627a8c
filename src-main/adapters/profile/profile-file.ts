import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { StoreError } from '../../services/ports/engagement-store.ts';

const person = z.object({
  id: z.string(),
  name: z.string(),
  initials: z.string(),
  email: z.string().nullable(),
  credential: z.string(),
  isCpa: z.boolean(),
  roles: z.array(z.string()),
  publicKey: z.string(),
  /** The private key, wrapped, in base64. */
  wrappedKey: z.string(),
});
const firm = z.object({
  name: z.string(),
  city: z.string(),
  state: z.string(),
  licenceNumber: z.string(),
  retentionYears: z.number(),
  qualityReviewRequired: z.boolean(),
});
const recent = z.object({
  path: z.string(),
  engagementId: z.string(),
  clientName: z.string(),
  type: z.string(),
  dates: z.string(),
  status: z.string(),
  kind: z.string().default('examination'),
  note: z.string().default(''),
  dueOn: z.string().nullable().default(null),
  blocks: z.number().default(0),
  openedAt: z.string(),
  openedBy: z.string(),
});
const seen = z.object({ entries: z.number(), head: z.string() });
const profileContent = z.object({
  deviceId: z.string(),
  /** The folder that the device id was made for; a copy elsewhere is another device. */
  place: z.string().nullable().default(null),
  persons: z.array(person).default([]),
  firm: firm.nullable().default(null),
  /** The firm's key file, wrapped, in base64. */
  firmKey: z.string().nullable().default(null),
  knownFirms: z.array(z.string()).default([]),
  recents: z.array(recent).default([]),
  seenHeads: z.record(z.string(), seen).default({}),
});

/** What the profile holds. */
export type ProfileContent = z.output<typeof profileContent>;

/** The profile's file. Another program of ours may write it too, so it is read anew for every question and change. */
export interface ProfileFile {
  read(): ProfileContent;
  /** Replaces the content by what `change` makes of the present one. */
  update(change: (content: ProfileContent) => Partial<ProfileContent>): ProfileContent;
}

/** How long a change waits for another one, and from when a lock counts as left behind by a stopped program. */
const lockWaitMs = 5_000;
const staleLockMs = 10_000;

/**
 * Binds the file `profile.json` of a folder. It is replaced as a whole, so that a crash leaves the old or the new one;
 * a lock beside it keeps two programs from writing over each other's change, because a lost change may be a lost key.
 */
export function createProfileFile(folder: string): ProfileFile {
  const path = join(folder, 'profile.json');
  const fresh = randomUUID();
  const read = (): ProfileContent =>
    existsSync(path) ? parse(readFileSync(path, 'utf8')) : profileContent.parse({ deviceId: fresh });
  return {
    read,
    update(change) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return locked(join(folder, 'profile.lock'), () => {
        const before = inPlace(read(), placeOf(folder));
        const after = { ...before, ...change(before) };
        replaceFile(path, `${JSON.stringify(after, null, 2)}\n`);
        return after;
      });
    },
  };
}

/** The content for the folder where it lies: one that was copied from elsewhere gets a device id of its own. */
function inPlace(content: ProfileContent, place: string): ProfileContent {
  if (content.place === place) return content;
  return { ...content, place, deviceId: content.place === null ? content.deviceId : randomUUID() };
}

/** Names a folder of this computer: neither a copy of it nor the same path on another computer has the same name. */
function placeOf(folder: string): string {
  return `${hostname()}:${String(statSync(folder, { bigint: true }).ino)}`;
}

function parse(text: string): ProfileContent {
  try {
    return profileContent.parse(JSON.parse(text));
  } catch {
    throw new StoreError({
      kind: 'damaged',
      message: 'The profile of this computer (profile.json) cannot be read. It was not changed.',
      next: 'Restore it from a copy: it holds the signing keys of the persons of this computer.',
    });
  }
}

/** Runs work while a lock file stands; one that a stopped program left behind is taken over. */
function locked<T>(lock: string, work: () => T): T {
  const until = Date.now() + lockWaitMs;
  while (!take(lock)) {
    if (isStale(lock)) rmSync(lock, { force: true });
    else if (Date.now() > until)
      throw new StoreError({
        kind: 'busy',
        message: 'Another program is writing the profile of this computer.',
        next: 'Wait a moment and repeat the action.',
      });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Whether the program that made the lock was stopped: its process is gone, or the lock is older than any change takes. */
function isStale(lock: string): boolean {
  const found = statSync(lock, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (Date.now() - found.mtimeMs > staleLockMs) return true;
  const owner = ownerOf(lock);
  return owner > 0 && !isRunning(owner);
}

/** The process that made the lock; 0 where it does not say so yet, or has just let go. */
function ownerOf(lock: string): number {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function replaceFile(path: string, text: string): void {
  const temporary = `${path}.new`;
  writeFileSync(temporary, text, { mode: 0o600, flush: true });
  renameSync(temporary, path);
  if (process.platform === 'win32') return;
  const folder = openSync(join(path, '..'), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
