import type { TableFailure, TableFailureCode } from '../../services/ports/tabular.ts';

/** Failures of the file's surroundings or its bytes, as opposed to a rule or limit that says no. */
const ENVIRONMENT: ReadonlySet<TableFailureCode> = new Set<TableFailureCode>([
  'file-not-found',
  'file-not-readable',
  'not-a-regular-file',
  'file-changed',
  'reader-stopped',
  'cancelled',
  'damaged',
  'truncated',
]);

/** Builds the failure that a caller sees. */
export function failure(
  code: TableFailureCode,
  message: string,
  facts: TableFailure['facts'] = {},
): TableFailure {
  return { code, kind: ENVIRONMENT.has(code) ? 'environment' : 'refused', message, facts };
}

/**
 * Carries a failure out of the depth of a streaming parser to the border of the reader's process, where it becomes
 * a value again. It never leaves this folder.
 */
export class TableRefusal extends Error {
  readonly failure: TableFailure;
  constructor(refused: TableFailure) {
    super(refused.message);
    this.name = 'TableRefusal';
    this.failure = refused;
  }
}

/** Stops reading with a reason. */
export function refuse(code: TableFailureCode, message: string, facts: TableFailure['facts'] = {}): never {
  throw new TableRefusal(failure(code, message, facts));
}

/** Stops reading a workbook part that no spreadsheet program would have written so. */
export function refuseDamaged(what: string, facts: TableFailure['facts'] = {}): never {
  return refuse('damaged', `The workbook is damaged: ${what}. Ask for the file again.`, facts);
}
