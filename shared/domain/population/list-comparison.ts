/** Two lists of the same records held against each other by key: what one has and the other lacks, and what changed. */

/** A record as a comparison sees it. */
export interface ComparedRow {
  readonly key: string;
  readonly cells: readonly string[];
}

/** A list with its header. */
export interface ComparedList {
  readonly columns: readonly string[];
  readonly rows: Iterable<ComparedRow>;
}

/** A record that both lists have, with other cells in the columns named. */
export interface ChangedRow {
  readonly key: string;
  readonly columns: readonly string[];
}

/** The differences; lists end after the first hundred, counts do not. */
export interface ListComparison {
  readonly same: number;
  readonly onlyHere: { readonly count: number; readonly keys: readonly string[] };
  readonly onlyThere: { readonly count: number; readonly keys: readonly string[] };
  readonly changed: { readonly count: number; readonly rows: readonly ChangedRow[] };
  /** Columns that only one of the lists has; they are not compared. */
  readonly uncompared: readonly string[];
}

const LISTED = 100;

/** Compares by key, exactly as it stands, and cell by cell in the columns that both lists have. */
export function compareLists(here: ComparedList, there: ComparedList): ListComparison {
  const shared = here.columns.filter((column) => there.columns.includes(column));
  const other = new Map([...there.rows].map((row) => [row.key, row.cells]));
  const onlyHere: string[] = [];
  const changed: ChangedRow[] = [];
  let same = 0;
  for (const { key, cells } of here.rows) {
    const opposite = other.get(key);
    other.delete(key);
    if (opposite === undefined) {
      onlyHere.push(key);
      continue;
    }
    const columns = shared.filter(
      (column) => cells[here.columns.indexOf(column)] !== opposite[there.columns.indexOf(column)],
    );
    if (columns.length === 0) same += 1;
    else changed.push({ key, columns });
  }
  const onlyThere = [...other.keys()];
  return {
    same,
    onlyHere: { count: onlyHere.length, keys: onlyHere.slice(0, LISTED) },
    onlyThere: { count: onlyThere.length, keys: onlyThere.slice(0, LISTED) },
    changed: { count: changed.length, rows: changed.slice(0, LISTED) },
    uncompared: [...here.columns, ...there.columns].filter((column) => !shared.includes(column)),
  };
}
