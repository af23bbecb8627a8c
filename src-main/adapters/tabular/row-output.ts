import type { RowCells } from '../../../shared/domain/population/row-cells.ts';

/** Where a reader's rows go: to the process that asked for them, or nowhere when a list is only inspected. */
export interface RowOutput {
  header(cells: readonly string[]): void;
  /** `fileRow`: the row of the file, from 1; blank rows are counted though they are left out. The cells stand until it returns. */
  row(cells: RowCells, fileRow: number): void;
  /** Waits until what was handed over may be followed by more; called between chunks of the file. */
  settle(): Promise<void>;
}

/** Takes no rows: for an inspection, or to find the width of a sheet. */
export const noOutput: RowOutput = {
  header: () => undefined,
  row: () => undefined,
  settle: () => Promise.resolve(),
};
