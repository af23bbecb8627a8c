import { canonicalJson } from '../../lib/canonical-json.ts';

/** A row of a population as far as its digest covers it. */
export interface DigestedRow {
  readonly rowNumber: number;
  readonly key: string;
  readonly occurredOn: string | null;
  readonly included: boolean;
  readonly cells: readonly string[];
}

/**
 * The line that stands for a row in the digest of a population's rows: the digest is the SHA-256 of these lines in the
 * order of the source file, each ended by a line feed. It proves that the stored rows are those of the import.
 */
export const populationRowText = (row: DigestedRow): string =>
  `${canonicalJson([row.rowNumber, row.key, row.occurredOn, row.included, row.cells])}\n`;
