import type { Result } from '../../../shared/lib/result.ts';
import type { FileFailure } from './files.ts';

/** Copies of evidence that a program of the system opens: read-only, in a private folder, gone when Tickmark ends. */
export interface OutsideCopiesPort {
  /**
   * Writes a copy under this name (see `outsideName`), hashed on the way against `sha256`, and has it opened. Fails as
   * saving does, with `altered`, or with `no-program` where nothing on the system opens it.
   */
  open(
    name: string,
    chunks: Iterable<Uint8Array>,
    sha256: string,
  ): Promise<Result<{ readonly size: number }, FileFailure>>;
}
