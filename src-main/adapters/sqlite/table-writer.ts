import type Database from 'better-sqlite3';
import { entityNames, type EntityName } from '../../../shared/domain/journal/entities.ts';
import type { EngagementState } from '../../../shared/domain/journal/state.ts';
import { encodeRow, upsertSql } from './row-codec.ts';

/** Writes rows of a state into the tables: the only code that does. */
export interface TableWriter {
  /** Writes the rows named, with the versions of their fields. Call within a transaction. */
  write(state: EngagementState, rows: readonly { readonly entity: EntityName; readonly id: string }[]): void;
}

/** A writer with its statements prepared once. */
export function createTableWriter(database: Database.Database): TableWriter {
  const upserts = new Map(entityNames.map((entity) => [entity, database.prepare(upsertSql(entity))]));
  const dropVersions = database.prepare('delete from field_version where entity = ? and row_id = ?');
  const addVersion = database.prepare(
    'insert into field_version (entity, row_id, field, version, value, lamport, device) values (?, ?, ?, ?, ?, ?, ?)',
  );

  const writeVersions = (state: EngagementState, entity: EntityName, id: string): void => {
    const fields = state.heads[entity].get(id);
    if (fields === undefined) return;
    dropVersions.run(entity, id);
    for (const [field, heads] of Object.entries(fields))
      for (const head of heads)
        addVersion.run(
          entity,
          id,
          field,
          head.version,
          JSON.stringify(head.value),
          head.lamport,
          head.device,
        );
  };

  return {
    write(state, rows) {
      for (const { entity, id } of rows) {
        const row = state.rows[entity].get(id);
        if (row === undefined) throw new Error(`the state has no ${entity} ${id}`);
        upserts.get(entity)?.run(...encodeRow(entity, row as unknown as Record<string, unknown>)); // rows are plain records
        writeVersions(state, entity, id);
      }
    },
  };
}
