/** A file of an archive: its path inside, with `/`, and its content piece by piece, the same each time it is asked for. */
export interface ArchiveEntry {
  readonly path: string;
  readonly chunks: () => Iterable<Uint8Array>;
  /** Content that is compressed already is stored as it is. */
  readonly isCompressed: boolean;
}

/** Writes archives (ZIP): the same entries give the same bytes. */
export interface ArchivePort {
  /**
   * The bytes of the archive, piece by piece. Throws `ArchiveTooLargeError` where content, or the number of entries, goes
   * beyond what the format holds without its extension: 4 GiB and 65,535.
   */
  archive(entries: readonly ArchiveEntry[]): Iterable<Uint8Array>;
}

/** The content does not fit into one archive. */
export class ArchiveTooLargeError extends Error {
  constructor() {
    super('the content does not fit into one archive');
    this.name = 'ArchiveTooLargeError';
  }
}
