/**
 * Bounds of what the readers accept. They are far above real client lists and far below what can stop a computer;
 * each was chosen from measured hostile files.
 */
export const LIMITS = {
  /** Bytes of a workbook as it lies on disk. */
  workbookBytes: 100 * 1024 * 1024,
  /** Bytes of a CSV file. */
  textBytes: 2 * 1024 * 1024 * 1024,
  /** Entries of a workbook's ZIP container. */
  entries: 2_000,
  /** Bytes of one part of a workbook after inflating: a sheet of a million rows and twelve columns has half of them. */
  partBytes: 1024 * 1024 * 1024,
  /** Bytes of a part that only describes the workbook (relationships, sheets' names, styles). */
  descriptionBytes: 32 * 1024 * 1024,
  /** Bytes of all parts read, each counted as often as it is read. */
  totalBytes: 4 * 1024 * 1024 * 1024,
  /** Inflated bytes per stored byte, once a part is past `ratioFromBytes`. */
  ratio: 200,
  ratioFromBytes: 10 * 1024 * 1024,
  /** Last row and column of a worksheet. */
  sheetRows: 1_048_576,
  sheetColumns: 16_384,
  /** Columns with data that a population may have. */
  workbookColumns: 500,
  textColumns: 2_000,
  /** Characters of a worksheet cell. */
  cellCharacters: 32_767,
  /** Characters of one CSV record, and so of a CSV cell. */
  recordCharacters: 1_000_000,
  sharedStrings: 5_000_000,
  /** Characters of all shared strings together. */
  sharedCharacters: 160_000_000,
  /** Characters of one XML tag, comment or run of text. */
  xmlToken: 1_000_000,
  /** Open XML elements. */
  xmlDepth: 256,
  /** Worksheets, styles and relationships of a workbook. */
  workbookItems: 100_000,
} as const;

/** Bounds of the process in which a list is read. */
export interface ProcessLimits {
  /** Milliseconds until the process is ended. */
  readonly wallMs: number;
  /** Bytes of memory (resident set) at which reading is refused. */
  readonly memoryBytes: number;
}

/** 120 seconds and 768 MB. */
export const DEFAULT_PROCESS_LIMITS: ProcessLimits = { wallMs: 120_000, memoryBytes: 768 * 1024 * 1024 };
