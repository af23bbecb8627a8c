import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from '../../services/ports/engagement-store.ts';
import { headBytes, readEnvelope } from './envelope.ts';
import { failure } from './failures.ts';

/** The name under which a new engagement is filled. */
export const draftName = (path: string): string => `${path}.part`;

/** A free name for the copy that is made before a file is brought to a newer schema. */
export function copyName(path: string): string {
  const first = `${path}.before-update`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? first : `${first}-${String(number)}`;
    if (!existsSync(name)) return name;
  }
}

/** Removes a draft that a stopped program left behind. A file of that name which is none of ours is never touched. */
export function clearDraft(draft: string): void {
  const found = lstatSync(draft, { throwIfNoEntry: false });
  if (found !== undefined && !isOurs(draft, found.isFile(), found.size))
    throw new StoreError(failure('exists', `A file ${draft} stands in the way.`));
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${suffix}`, { force: true });
}

/** Gives a finished draft its own name, without ever replacing a file that has appeared there meanwhile. */
export function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
    rmSync(draft);
  } catch (error) {
    if (!hasNoLinks(error)) throw error;
    if (existsSync(path)) throw new StoreError(failure('exists'));
    renameSync(draft, path);
  }
  flushFolder(dirname(path));
}

/** Some file systems (memory sticks) know no second name for a file. */
const noLinks: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

function hasNoLinks(error: unknown): boolean {
  return error instanceof Error && 'code' in error && noLinks.includes(error.code);
}

/** The name has to reach the disk as well as the content. Windows has no such call and needs none. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function isOurs(draft: string, isFile: boolean, size: number): boolean {
  if (!isFile) return false;
  if (size === 0) return true;
  const bytes = Buffer.alloc(headBytes);
  const file = openSync(draft, 'r');
  try {
    return readEnvelope(bytes.subarray(0, readSync(file, bytes, 0, headBytes, 0))).kind === 'engagement';
  } finally {
    closeSync(file);
  }
}
