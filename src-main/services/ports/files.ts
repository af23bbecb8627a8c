import type { Result } from '../../../shared/lib/result.ts';

/** Why a chosen file cannot be read or written. */
export type FileFailureCode =
  | 'unknown-token'
  | 'not-found'
  | 'not-readable'
  | 'not-a-regular-file'
  | 'too-large'
  | 'changed'
  | 'altered'
  | 'not-writable'
  | 'no-program'
  | 'disk-full';

/** A file that cannot be read or written, in words for the auditor. */
export interface FileFailure {
  readonly code: FileFailureCode;
  readonly message: string;
  readonly next: string;
}

/** A file failed while it was streamed: it changed, or the medium is gone. */
export class FileError extends Error {
  readonly failure: FileFailure;
  constructor(failure: FileFailure) {
    super(failure.message);
    this.name = 'FileError';
    this.failure = failure;
  }
}

/** A regular file that the user chose. */
export interface SourceFile {
  /** Its name without folders: a label, never a path to write to. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** For readers that run in a process of their own. */
  readonly path: string;
  /** The bytes from the beginning, exactly as many as `size`; throws `FileError` where the file changed meanwhile. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** A place to which the user chose to save. */
export interface SaveTarget {
  /** Writes whole or not at all: under another name first, flushed, hashed on the way against `sha256`, then renamed. */
  write(
    chunks: Iterable<Uint8Array>,
    sha256: string,
  ): Promise<Result<{ readonly size: number }, FileFailure>>;
}

/**
 * Files behind the tokens that dialogs hand out; the page never names a path. A token serves until it is spent, so that a
 * list can be previewed, mapped again and imported without being chosen again.
 */
export interface FilesPort {
  open(token: string): Promise<Result<SourceFile, FileFailure>>;
  saveTarget(token: string): Result<SaveTarget, FileFailure>;
  /** Forgets the token after the action that it was given for. */
  spend(token: string): void;
}
