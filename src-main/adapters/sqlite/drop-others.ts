import type Database from 'better-sqlite3';

/** The large tables whose rows belong to an import, by the column that names it. */
const ownerColumn = { evidence_chunk: 'blob_id', population_block: 'population_id' } as const;
type LargeTable = keyof typeof ownerColumn;

/** Rows that are deleted at a time. The log keeps a copy of every page that a step touches, so a step is small. */
const batch: Readonly<Record<LargeTable, number>> = { evidence_chunk: 1, population_block: 16 };

/**
 * Deletes the rows of one import in small steps, which takes little room beside the file however large it was. A crash
 * between two steps leaves a part, which goes at the next open.
 */
export function dropImport(database: Database.Database, table: LargeTable): (owner: string) => void {
  const some = `select rowid from ${table} where ${ownerColumn[table]} = ? limit ${String(batch[table])}`;
  const drop = database.prepare<[string]>(`delete from ${table} where rowid in (${some})`);
  return (owner) => {
    while (drop.run(owner).changes > 0);
  };
}

/**
 * Deletes the rows of imports that are not to be kept. The imports are found by stepping through the index from one to
 * the next, so that a file with a million rows opens as fast as one with ten.
 */
export function dropOthers(
  database: Database.Database,
  table: LargeTable,
  isKept: (owner: string) => boolean,
): void {
  const column = ownerColumn[table];
  const next = database
    .prepare<[string], string | null>(`select min(${column}) from ${table} where ${column} > ?`)
    .pluck();
  const drop = dropImport(database, table);
  for (let owner = next.get('') ?? null; owner !== null; owner = next.get(owner) ?? null)
    if (!isKept(owner)) drop(owner);
}
