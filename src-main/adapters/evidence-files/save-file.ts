import { createHash, randomUUID } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { FileError, type FileFailure, type SaveTarget } from '../../services/ports/files.ts';
import { failureOfError, fileFailure } from './file-failures.ts';

/** A place to save to. The file appears under its name only when it is whole and its hash is right. */
export function saveTargetAt(path: string): SaveTarget {
  return {
    write: async (chunks, sha256) => {
      const part = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`);
      try {
        const size = await writePart(part, chunks, sha256);
        await rename(part, path);
        return ok({ size });
      } catch (error) {
        await rm(part, { force: true });
        return failed(error);
      }
    },
  };
}

async function writePart(part: string, chunks: Iterable<Uint8Array>, sha256: string): Promise<number> {
  const handle = await open(part, 'wx');
  try {
    return await writeChunks(handle, chunks, sha256);
  } finally {
    await handle.close();
  }
}

async function writeChunks(
  handle: FileHandle,
  chunks: Iterable<Uint8Array>,
  sha256: string,
): Promise<number> {
  const hash = createHash('sha256');
  let size = 0;
  for (const chunk of chunks) {
    hash.update(chunk);
    await handle.writeFile(chunk);
    size += chunk.length;
  }
  if (hash.digest('hex') !== sha256) throw new FileError(fileFailure('altered'));
  await handle.sync();
  return size;
}

function failed(error: unknown): Result<never, FileFailure> {
  return err(error instanceof FileError ? error.failure : failureOfError(error, 'not-writable'));
}
