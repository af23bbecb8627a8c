/** What a population is, in one hash: the file's bytes, how they were read, and what was left out of them. */
import { canonicalJson } from '../../lib/canonical-json.ts';
import type { FilterRule } from './population-filter.ts';

/** Everything that decides which records a population holds. */
export interface PopulationIdentity {
  /** SHA-256 of the bytes of the client's file. */
  readonly fileSha256: string;
  readonly sheet: string | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** The column that identifies a record, or the columns that do so together. */
  readonly keyColumns: readonly string[];
  readonly dateColumn: string | null;
  readonly stratumColumn: string | null;
  /** The recorded filters in the order in which they were recorded. */
  readonly filters: readonly FilterRule[];
}

/**
 * The population's hash: SHA-256 of the canonical JSON of its identity. A draw refers to it, so that the same file read
 * another way is another population. `keyColumn` is a text for one column and a list for several.
 */
export function populationSha256(identity: PopulationIdentity, sha256: (text: string) => string): string {
  const [only, ...others] = identity.keyColumns;
  const { fileSha256, sheet, encoding, delimiter, dateColumn, stratumColumn } = identity;
  return sha256(
    canonicalJson({
      ...{ fileSha256, sheet, encoding, delimiter, dateColumn, stratumColumn },
      keyColumn: others.length === 0 ? (only ?? null) : identity.keyColumns,
      filters: identity.filters.map(({ kind, column, values }) => ({ kind, column, values })),
    }),
  );
}

/** Stands between the parts of a key that is made of several columns. */
const JOINT = ' | ';

/** The key of a record: the text of its key column as it stands, or of its key columns joined. */
export const joinedKey = (parts: readonly string[]): string => parts.join(JOINT);
