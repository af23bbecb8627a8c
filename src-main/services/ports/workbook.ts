import type { PlainDate } from '../../../shared/lib/plain-date.ts';

/** A cell: text as it stands (never a formula), a whole number, a calendar date, or empty. */
export type WorkbookCell = string | number | { readonly date: PlainDate } | null;

/** A column with its head; `width` in characters. */
export interface WorkbookColumn {
  readonly head: string;
  readonly width: number;
}

/** A sheet: a frozen head row and the rows below it. The name has at most 31 characters. */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly (readonly WorkbookCell[])[];
}

/** A workbook as data. */
export interface WorkbookContent {
  readonly title: string;
  readonly creator: string;
  /** Instant, ISO 8601 UTC: when it was made. */
  readonly createdAt: string;
  readonly sheets: readonly WorkbookSheet[];
}

/** Writes workbooks (XLSX). */
export interface WorkbookPort {
  /** The bytes of the workbook. Characters that the format cannot hold are left out; over-long texts end with an ellipsis. */
  write(content: WorkbookContent): Promise<Uint8Array>;
}
