import type { Op } from '../../../shared/domain/journal/entry.ts';
import type { EngagementState } from '../../../shared/domain/journal/state.ts';
import type { VerificationProblem } from '../../../shared/domain/journal/verify-chain.ts';
import type { RowHead } from '../../../shared/domain/population/population-row-text.ts';
import type { RowBlock } from '../../../shared/domain/population/row-block.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { PackedBlock } from './packed-block.ts';

/** Why the engagement file cannot be used; nothing was changed. */
export type StoreFailureKind =
  | 'not-found'
  | 'exists'
  | 'wrong-passphrase'
  | 'foreign'
  | 'empty'
  | 'damaged'
  | 'newer'
  | 'other-build'
  | 'busy'
  | 'read-only'
  | 'disk-full'
  | 'unexpected-schema'
  | 'unreadable';

/** A failure of the environment, in words for the auditor. */
export interface StoreFailure {
  readonly kind: StoreFailureKind;
  /** What happened, and that the data is safe. */
  readonly message: string;
  /** What to do. */
  readonly next: string;
}

/** The outside world failed while work was under way: disk full, medium gone. Carries a `StoreFailure`. */
export class StoreError extends Error {
  readonly failure: StoreFailure;
  constructor(failure: StoreFailure) {
    super(failure.message);
    this.name = 'StoreError';
    this.failure = failure;
  }
}

/** The person in whose name entries are written and signed. */
export interface Actor {
  readonly personId: string;
  /** Signs the UTF-8 bytes of a text; 128 hex digits. */
  sign(text: string): string;
}

/** An entry as a list shows it. */
export interface JournalLine {
  readonly position: number;
  readonly hash: string;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly ops: readonly Op[];
}

/** Evidence bytes by their SHA-256, in chunks inside the engagement file. */
export interface EvidenceStore {
  /** Whether the bytes are stored. */
  has(sha256: string): boolean;
  /** Stores bytes as they arrive, hashing them; the same bytes are stored once. */
  put(chunks: AsyncIterable<Uint8Array>): Promise<{ readonly sha256: string; readonly size: number }>;
  /** The bytes, whole, after their hash was checked; `null` where they are missing or do not match (gate F5). */
  get(sha256: string): Uint8Array | null;
  /** The chunks in order, unchecked: for streaming to a file whose hash is checked on the way. */
  chunks(sha256: string): Iterable<Uint8Array>;
  /** Checks stored bytes against their hash. */
  check(sha256: string): 'matches' | 'missing' | 'altered';
}

/** One row of a population as imported. */
export interface PopulationRow {
  /** Row number in the source file; the header is row 1. */
  readonly rowNumber: number;
  readonly key: string;
  /** The calendar day in the engagement's time zone, where the list has a date column. */
  readonly occurredOn: string | null;
  /** Whether the recorded filters keep it in the population. */
  readonly included: boolean;
  readonly cells: readonly string[];
}

/** Rows that stand one after the other, found to be as the block's other columns say. */
export interface CheckedBlock {
  /** Their lines (`populationRowText`) in UTF-8: what the digest is made of. */
  readonly lines: Uint8Array;
  /** The rows without their cells. */
  readonly heads: readonly RowHead[];
}

/** Rows of populations: derived from a stored source file, so they are not journaled row by row. */
export interface PopulationRowStore {
  /**
   * Adds blocks of rows, which come in the order of the file, in one transaction. Rows of a population whose import was not
   * recorded are swept at the next open.
   */
  write(populationId: string, blocks: readonly (RowBlock | PackedBlock)[]): void;
  /** Removes the rows of an import that was cancelled or refused. */
  discard(populationId: string): void;
  /** Marks rows as included or not, after a filter was recorded. */
  setIncluded(populationId: string, isIncluded: (row: PopulationRow) => boolean): void;
  count(populationId: string): number;
  /** The included rows, ordered by row number. */
  included(populationId: string): Iterable<PopulationRow>;
  all(populationId: string): Iterable<PopulationRow>;
  /** All rows in blocks, ordered by row number. */
  blocks(populationId: string): Iterable<CheckedBlock>;
  /** The days of the included rows, each once, ascending. */
  days(populationId: string): readonly string[];
  /** A page of rows by position. */
  page(populationId: string, offset: number, limit: number): readonly PopulationRow[];
  /** The rows with these keys, ordered by row number. */
  byKeys(populationId: string, keys: readonly string[]): readonly PopulationRow[];
}

/** What a verification of the whole file says. */
export interface FileVerdict {
  /** The engagement that the file says it holds; an empty text where it cannot be read. */
  readonly engagementId: string;
  readonly intact: boolean;
  readonly entries: number;
  readonly head: string;
  readonly problems: readonly VerificationProblem[];
}

/** An open engagement file. Its journal is the only way to write what the tables show. */
export interface EngagementStore {
  readonly path: string;
  readonly engagementId: string;
  /** The state after the last entry. */
  state(): EngagementState;
  /**
   * Writes one signed entry and the rows that it touches, in one transaction; what `alongside` writes to the same file
   * (derived population rows) is part of it. Throws `StoreError`; then nothing was written.
   */
  append(actor: Actor, kind: string, ops: readonly Op[], at: string, alongside?: () => void): void;
  /** Whether the journal holds an entry of this hash. */
  hasEntry(hash: string): boolean;
  readonly evidence: EvidenceStore;
  readonly populationRows: PopulationRowStore;
  /** Entries, newest first, from before a position (`null`: the newest). */
  journal(before: number | null, limit: number): readonly JournalLine[];
  /** Checks schema, chain, signatures, tables, evidence and population rows. */
  verify(): Promise<FileVerdict>;
  /** Ends the session: the log is folded into the file and the lock released. */
  close(): void;
}

/** Makes and opens engagement files. */
export interface EngagementFiles {
  /**
   * Makes a new file and opens it. `begin` writes its first entry; the file appears under its name only after that, so
   * that there is never an engagement without a beginning.
   */
  create(
    path: string,
    passphrase: string,
    engagementId: string,
    begin: (store: EngagementStore) => void,
  ): Promise<Result<EngagementStore, StoreFailure>>;
  open(path: string, passphrase: string): Promise<Result<EngagementStore, StoreFailure>>;
}
