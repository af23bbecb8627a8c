import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { err, type Result } from '../../../shared/lib/result.ts';
import type { FileFailure } from '../../services/ports/files.ts';
import type { OutsideCopiesPort } from '../../services/ports/outside-copies.ts';
import { failureOfError, fileFailure } from './file-failures.ts';
import { saveTargetAt } from './save-file.ts';

/** Opens a file with the system's program; gives the reason where it does not, else nothing. */
export type OpenPath = (path: string) => Promise<string>;

/** Copies in a folder of this program's own, with their end. */
export interface OutsideCopies extends OutsideCopiesPort {
  /** Removes every copy; what another program holds open is left for the next start. */
  removeAll(): void;
}

/** Copies under `folder`, which is emptied now: what an earlier run could not remove goes with it. */
export function createOutsideCopies(folder: string, openPath: OpenPath): OutsideCopies {
  const removeAll = (): void => {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // A program of the system still holds a copy; the next start tries again.
    }
  };
  removeAll();
  return {
    removeAll,
    open: async (name, chunks, sha256) => {
      try {
        // A folder for each copy, so that two files of one name stand beside each other.
        const own = join(folder, randomUUID());
        await mkdir(own, { recursive: true, mode: 0o700 });
        const path = join(own, name);
        const written = await saveTargetAt(path).write(chunks, sha256);
        if (!written.ok) return written;
        await chmod(path, 0o400);
        return (await openPath(path)) === '' ? written : err(fileFailure('no-program'));
      } catch (error) {
        return err(failureOfError(error, 'not-writable'));
      }
    },
  };
}

/** Without a window nothing is opened outside. */
export const noOutsideCopies: OutsideCopiesPort = {
  open: (): Promise<Result<never, FileFailure>> => Promise.resolve(err(fileFailure('no-program'))),
};
