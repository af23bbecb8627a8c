import type { RowsChoice } from '../../services/ports/tabular.ts';
import type { TableProblem } from '../../../shared/domain/population/table-problem.ts';
import type { RowOutput } from './row-output.ts';
import type { SourceFile } from './source-file.ts';

/** What a format's reader is given: the open file, what was chosen, and where rows and progress go. */
export interface ReadingTask {
  readonly file: SourceFile;
  readonly choice: RowsChoice;
  readonly output: RowOutput;
  /** Is to be given every byte of the file once, in order. */
  readonly digest: (bytes: Buffer) => void;
  /** Reports progress and stops the reading where memory runs short; called at least once for each chunk. */
  readonly tick: (done: number, total: number) => void;
}

/** What one complete reading of a list found. */
export interface ReadingReport {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly rows: number;
  readonly columns: readonly string[];
  readonly problems: readonly TableProblem[];
  /** False where the reading was ended by the number of rows asked for. */
  readonly isComplete: boolean;
}
