import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { refuse } from './refusal.ts';

/** A client's file, open for reading, known to be a regular file. */
export interface SourceFile {
  readonly handle: FileHandle;
  readonly size: number;
  /** Stops with a reason where the file changed since it was opened. */
  checkUnchanged(): Promise<void>;
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Opens without waiting (a pipe would wait for ever) and accepts regular files only. */
export async function openSource(path: string): Promise<SourceFile> {
  const handle = await openHandle(path);
  const before = await handle.stat({ bigint: true });
  if (!before.isFile()) {
    await handle.close();
    refuse('not-a-regular-file', 'This is not a regular file (a folder, a device or a pipe cannot be read).');
  }
  return {
    handle,
    size: Number(before.size),
    checkUnchanged: async () => {
      const after = await handle.stat({ bigint: true });
      if (after.size !== before.size || after.mtimeNs !== before.mtimeNs) {
        refuse(
          'file-changed',
          'The file changed while it was read. Wait until it is complete and read it again.',
        );
      }
    },
  };
}

async function openHandle(path: string): Promise<FileHandle> {
  // Windows has no such flag; there the constant is undefined at run time.
  const nonBlocking = process.platform === 'win32' ? 0 : constants.O_NONBLOCK;
  try {
    return await open(path, constants.O_RDONLY | nonBlocking);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return refuse('file-not-found', 'There is no file with this name.');
    return refuse(
      'file-not-readable',
      `The file cannot be opened (${code === '' ? 'unknown reason' : code}).`,
      {
        reason: code,
      },
    );
  }
}

/** The bytes of a file from `start`, in chunks of `chunkBytes`; each chunk is valid until the next is asked for. */
export async function* readChunks(
  file: SourceFile,
  start: number,
  chunkBytes: number,
): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let position = start;
  for (;;) {
    const { bytesRead } = await file.handle.read(buffer, 0, chunkBytes, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** `length` bytes of a file from `start`, or as many as there are, in chunks that stay valid. */
export async function* readRange(
  file: SourceFile,
  start: number,
  length: number,
  chunkBytes: number,
): AsyncGenerator<Buffer> {
  let done = 0;
  while (done < length) {
    const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, length - done));
    const { bytesRead } = await file.handle.read(buffer, 0, buffer.length, start + done);
    if (bytesRead === 0) return;
    done += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
