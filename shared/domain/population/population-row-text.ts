/** A row of a population without its cells. */
export interface RowHead {
  readonly rowNumber: number;
  readonly key: string;
  readonly occurredOn: string | null;
  readonly included: boolean;
}

/** A row of a population as far as its digest covers it. */
export interface DigestedRow extends RowHead {
  readonly cells: readonly string[];
}

/**
 * The line that stands for a row in the digest of a population's rows: the digest is the SHA-256 of these lines in the
 * order of the source file, each ended by a line feed. It proves that the stored rows are those of the import.
 *
 * A list of texts, whole numbers, flags and null has one spelling in JSON, which is the canonical one; writing it without
 * the canonical writer is what lets a list of a million rows be checked in seconds. A lone surrogate is written escaped.
 * No line holds a line feed but its last character, since JSON writes one within a text as an escape.
 */
export const populationRowText = ({ rowNumber, key, occurredOn, included, cells }: DigestedRow): string =>
  `${JSON.stringify([rowNumber, key, occurredOn, included, cells])}\n`;

/** The row that a line stands for. Throws for a text that is no JSON; a line of another shape has another digest. */
export function rowOfText(line: string): DigestedRow {
  // What `populationRowText` writes; a line that was tampered with is found by the digest.
  const fields = JSON.parse(line) as [number, string, string | null, boolean, string[]];
  const [rowNumber, key, occurredOn, included, cells] = fields;
  return { rowNumber, key, occurredOn, included, cells };
}
