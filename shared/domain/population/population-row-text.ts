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
 *
 * A list of texts, whole numbers, flags and null has one spelling in JSON, which is the canonical one; writing it without
 * the canonical writer is what lets a list of a million rows be checked in seconds. A lone surrogate is written escaped.
 */
export const populationRowText = ({ rowNumber, key, occurredOn, included, cells }: DigestedRow): string =>
  `${JSON.stringify([rowNumber, key, occurredOn, included, cells])}\n`;
