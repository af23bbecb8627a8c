import type { Refusal } from '../../../shared/domain/gates/refusal.ts';
import type { PackedBlock } from '../../services/ports/packed-block.ts';
import type {
  PopulationIntake,
  PopulationRead,
  RowsChoice,
  TableFailure,
} from '../../services/ports/tabular.ts';
import type { ListReading } from './read-list.ts';

/** What is to come of the rows: nothing, themselves, or the records of a population. */
export type Wanted = 'nothing' | 'rows' | PopulationIntake;

/** What the reader's process is told. */
export type ToReader =
  | {
      readonly kind: 'read';
      readonly path: string;
      readonly choice: RowsChoice;
      readonly wants: Wanted;
      /** Bytes of memory at which it is to stop by itself. */
      readonly memoryBytes: number;
    }
  /** A batch was taken: another may follow. */
  | { readonly kind: 'taken' };

/** What the rows of a population came to: what was found in them, and the SHA-256 of their lines. */
export type TakenRows = Pick<PopulationRead, 'summary' | 'rowsSha256'>;

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
  /** Rows of a population, taken in. */
  | { readonly kind: 'blocks'; readonly blocks: readonly PackedBlock[] }
  /** `taken`: what a population's rows came to. */
  | { readonly kind: 'done'; readonly report: ListReading; readonly taken: TakenRows | null }
  | { readonly kind: 'misfit'; readonly refusal: Refusal }
  | { readonly kind: 'refused'; readonly failure: TableFailure };

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
