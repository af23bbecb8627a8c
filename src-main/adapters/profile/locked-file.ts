import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../../services/ports/engagement-store.ts';

/** How long a change waits for another one, and from when a lock counts as left behind by a stopped program. */
const lockWaitMs = 5_000;
const staleLockMs = 10_000;

/** Runs work while a lock file stands; one that a stopped program left behind is taken over. */
export function locked<T>(lock: string, work: () => T): T {
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

/** Replaces a file as a whole, flushed, so that a crash leaves the old or the new one. */
export function replaceFile(path: string, text: string): void {
  const temporary = `${path}.new`;
  writeFileSync(temporary, text, { mode: 0o600, flush: true });
  renameSync(temporary, path);
  if (process.platform === 'win32') return;
  const folder = openSync(join(path, '..'), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
