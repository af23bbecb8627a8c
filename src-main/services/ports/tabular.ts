import type { Result } from '../../../shared/lib/result.ts';
import type { Refusal } from '../../../shared/domain/gates/refusal.ts';
import type { IntakeRules, IntakeSummary } from '../../../shared/domain/population/row-intake.ts';
import type { TableProblem } from '../../../shared/domain/population/table-problem.ts';
import type { PackedBlock } from './packed-block.ts';

/** How to read a list where the file leaves a choice. Everything is optional: what is left out is found in the file, or reported. */
export interface TableChoice {
  /** Name of the sheet of a workbook; without it the first visible sheet with data. Refused for a CSV file. */
  readonly sheet?: string | undefined;
  /** Header of the column that identifies a row; repeated and blank keys become problems. */
  readonly keyColumn?: string | undefined;
  /** Encoding of a CSV file (`utf-8`, `utf-16le`, `windows-1252`, …) instead of the inferred one. */
  readonly encoding?: string | undefined;
  /** Delimiter of a CSV file instead of the inferred one: one character. */
  readonly delimiter?: string | undefined;
  /** File row of the header (1 is the first row of the file); rows above it are not read. Default: the first row that is not blank. */
  readonly headerRow?: number | undefined;
}

/** {@link TableChoice} and how much to read. */
export interface RowsChoice extends TableChoice {
  /** Stop after so many rows below the header; for a preview. */
  readonly maxRows?: number | undefined;
}

/** How far a reader is: bytes of the file part being read, of all its bytes. */
export interface TabularProgress {
  readonly done: number;
  readonly total: number;
}

/** Watching and stopping a reader. Aborting ends the reader's process at once; the answer is then the failure `cancelled`. */
export interface TabularControl {
  readonly onProgress?: ((progress: TabularProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a list is, without its rows. */
export interface TableInspection {
  readonly format: 'csv' | 'xlsx';
  /** Encoding of a CSV file as a name that {@link TableChoice.encoding} takes; null for a workbook. */
  readonly encoding: string | null;
  /** Delimiter of a CSV file; null for a workbook and for a CSV file of one column. */
  readonly delimiter: string | null;
  /** Names of all worksheets in the order of the workbook, hidden ones included (they are also named by a problem); empty for a CSV file. */
  readonly sheets: readonly string[];
  /** The sheet that was read; null for a CSV file. */
  readonly sheet: string | null;
  /** SHA-256 of the bytes of the file that was read, 64 hex digits. */
  readonly sha256: string;
  /** Rows below the header. */
  readonly rows: number;
  /** The header, cell by cell, exactly as in the file. */
  readonly columns: readonly string[];
  readonly problems: readonly TableProblem[];
}

/** What was delivered by {@link TabularReader.readRows}, and what the list is: of the very bytes that the rows came from. */
export interface TableRows extends Omit<TableInspection, 'rows' | 'columns'> {
  readonly header: readonly string[];
  /** Rows delivered, without the header. */
  readonly rowCount: number;
  /** False where `maxRows` ended the reading before the end of the list. */
  readonly complete: boolean;
}

/** How the rows of a list become the records of a population. `zone` is the IANA name of the engagement's zone. */
export interface PopulationIntake extends Omit<IntakeRules, 'header' | 'zone'> {
  readonly zone: string;
}

/** A list that was taken in as a population. */
export interface PopulationRead {
  readonly table: TableRows;
  readonly summary: IntakeSummary;
  /** SHA-256 of the lines of all rows in order, 64 hex digits. */
  readonly rowsSha256: string;
}

/** The mapping does not fit the header of the list. */
export interface Misfit {
  readonly code: 'misfit';
  readonly refusal: Refusal;
}

/** Why a list was not read. Rule: a list is read right or refused with the reason, never read wrongly in silence. */
export type TableFailureCode =
  // the environment
  | 'file-not-found'
  | 'file-not-readable'
  | 'not-a-regular-file'
  | 'file-changed'
  | 'reader-stopped'
  | 'cancelled'
  // what the file is
  | 'empty-file'
  | 'not-a-table'
  | 'old-excel-format'
  | 'binary-workbook'
  | 'encrypted'
  | 'damaged'
  | 'truncated'
  | 'unsupported-feature'
  // two readings of the same bytes
  | 'duplicate-entry'
  | 'unsafe-entry-name'
  | 'overlapping-entries'
  | 'size-mismatch'
  | 'document-type'
  // limits
  | 'expands-too-much'
  | 'too-large'
  | 'too-many-columns'
  | 'cell-too-long'
  | 'record-too-long'
  | 'too-slow'
  | 'too-much-memory'
  // text
  | 'nul-character'
  | 'unknown-encoding'
  | 'undecodable'
  | 'unclosed-quote'
  | 'malformed-quote'
  // the choice made
  | 'ragged-rows'
  | 'no-such-sheet'
  | 'no-such-column'
  | 'ambiguous-column'
  | 'no-such-row'
  | 'no-visible-data';

/** A list that was not read, with the reason in words and the facts behind it. */
export interface TableFailure {
  readonly code: TableFailureCode;
  /** `environment`: the file could not be had or is broken; `refused`: a rule or limit of the reader says no. */
  readonly kind: 'environment' | 'refused';
  /** What is the matter and what to do, in one or two sentences. */
  readonly message: string;
  readonly facts: Readonly<Record<string, string | number | readonly string[] | readonly number[]>>;
}

/**
 * Reads client lists (CSV of any usual dialect and encoding, XLSX) in a separate process that is ended when it
 * exceeds its limits of time or memory, or when the caller aborts.
 */
export interface TabularReader {
  /** Reads the whole list and says what it is and what is odd about it; no rows are handed over. */
  inspect(
    path: string,
    choice?: TableChoice,
    control?: TabularControl,
  ): Promise<Result<TableInspection, TableFailure>>;

  /**
   * Reads the list and hands its rows over in order, in batches; the next batches wait for the returned promise.
   * Every row has as many cells as the header. The header stands in the result and is also handed to `onHeader`
   * before the first batch. `fileRows` gives the row of the file, from 1, for each row of the batch; blank rows are counted
   * though they are left out. A failure may come after some batches: the caller then discards what it was given.
   */
  readRows(
    path: string,
    choice: RowsChoice,
    onBatch: (rows: readonly (readonly string[])[], fileRows: readonly number[]) => void | Promise<void>,
    control?: TabularControl & { readonly onHeader?: ((header: readonly string[]) => void) | undefined },
  ): Promise<Result<TableRows, TableFailure>>;

  /**
   * Reads the list as a population: its rows are keyed, dated, filtered and looked at where they are read, and handed over
   * in order as the engagement file keeps them. A failure may come after some blocks: the caller then discards what it
   * was given.
   */
  readPopulation(
    path: string,
    choice: RowsChoice,
    intake: PopulationIntake,
    onBlocks: (blocks: readonly PackedBlock[]) => void | Promise<void>,
    control?: TabularControl,
  ): Promise<Result<PopulationRead, TableFailure | Misfit>>;

  /** The lines of a block that {@link TabularReader.readPopulation} handed over. */
  linesOf(block: PackedBlock): string;
}
