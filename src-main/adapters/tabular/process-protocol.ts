import type { RowsChoice, TableFailure } from '../../services/ports/tabular.ts';
import type { ListReading } from './read-list.ts';

/** What the reader's process is told. */
export type ToReader =
  | {
      readonly kind: 'read';
      readonly path: string;
      readonly choice: RowsChoice;
      readonly wantsRows: boolean;
      /** Bytes of memory at which it is to stop by itself. */
      readonly memoryBytes: number;
    }
  /** A batch was taken: another may follow. */
  | { readonly kind: 'taken' };

/** Rows of a batch that stand one below the other in the file: the place of the first in the batch, and its row of the file. */
export type RowRun = readonly [place: number, fileRow: number];

/** What the reader's process tells. */
export type FromReader =
  /** It is loaded and waits for its task. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'header'; readonly cells: readonly string[] }
  /** A batch of rows as JSON text: one text crosses the border faster than many. */
  | { readonly kind: 'rows'; readonly json: string; readonly runs: readonly RowRun[] }
  | { readonly kind: 'done'; readonly report: ListReading }
  | { readonly kind: 'refused'; readonly failure: TableFailure };

/** Batches that may be on their way before the reader waits. */
export const BATCHES_UNDER_WAY = 4;

/**
 * A process in which one list is read. The shell makes it from Electron's utilityProcess, the command line and the
 * tests from a child process of Node.
 */
export interface ReaderProcess {
  /** The system's number of the process; undefined until it is known. */
  readonly pid: number | undefined;
  send(message: ToReader): void;
  /** Called for every message of the process. */
  onMessage(listener: (message: FromReader) => void): void;
  /** Called once when the process has ended. `ranOutOfMemory` where the way it ended says so. */
  onExit(listener: (end: { readonly ranOutOfMemory: boolean }) => void): void;
  /** Ends the process at once, whatever it is doing. */
  kill(): void;
}

/** Starts a reader's process whose script heap is held to so many megabytes. */
export type StartReaderProcess = (heapMegabytes: number) => ReaderProcess;
