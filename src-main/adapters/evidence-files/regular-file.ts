import { constants, type BigIntStats } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { FileError, type FileFailure, type SourceFile } from '../../services/ports/files.ts';
import { failureOfError, fileFailure } from './file-failures.ts';

/** The largest file taken as evidence. */
const MOST_BYTES = 4 * 2 ** 30;

const CHUNK_BYTES = 2 ** 20;

/**
 * A regular file: no link is followed, a pipe is not waited for, the size is that of the open file, and what is read is
 * bounded by it.
 */
export async function regularFile(
  path: string,
  mostBytes = MOST_BYTES,
): Promise<Result<SourceFile, FileFailure>> {
  try {
    const named = await lstat(path);
    if (!named.isFile()) return err(fileFailure('not-a-regular-file'));
    const handle = await openFile(path);
    const seen = await handle.stat({ bigint: true }).finally(() => handle.close());
    if (!seen.isFile()) return err(fileFailure('not-a-regular-file'));
    if (seen.size > BigInt(mostBytes)) return err(fileFailure('too-large'));
    const name = basename(path).toWellFormed();
    return ok({ name, size: Number(seen.size), path, chunks: () => readAll(path, seen) });
  } catch (error) {
    return err(failureOfError(error, 'not-readable'));
  }
}

function openFile(path: string): Promise<FileHandle> {
  // Windows has neither flag; there the constants are undefined at run time.
  const flags: readonly (number | undefined)[] = [constants.O_NOFOLLOW, constants.O_NONBLOCK];
  return open(
    path,
    flags.reduce<number>((all, flag) => all | (flag ?? 0), constants.O_RDONLY),
  );
}

async function* readAll(path: string, seen: BigIntStats): AsyncGenerator<Uint8Array> {
  let handle: FileHandle;
  try {
    handle = await openFile(path);
  } catch (error) {
    throw new FileError(failureOfError(error, 'not-readable'));
  }
  try {
    yield* readBounded(handle, seen);
    if (!isSame(seen, await handle.stat({ bigint: true }))) throw new FileError(fileFailure('changed'));
  } finally {
    await handle.close();
  }
}

async function* readBounded(handle: FileHandle, seen: BigIntStats): AsyncGenerator<Uint8Array> {
  if (!isSame(seen, await handle.stat({ bigint: true }))) throw new FileError(fileFailure('changed'));
  const size = Number(seen.size);
  for (let position = 0; position < size;) {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, size - position));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) throw new FileError(fileFailure('changed'));
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

function isSame(before: BigIntStats, now: BigIntStats): boolean {
  return (
    before.size === now.size &&
    before.mtimeNs === now.mtimeNs &&
    before.ino === now.ino &&
    before.dev === now.dev
  );
}
