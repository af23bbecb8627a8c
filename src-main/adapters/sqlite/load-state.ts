import type Database from 'better-sqlite3';
import { entityNames, type EntityName } from '../../../shared/domain/journal/entities.ts';
import type { AnyFieldValue } from '../../../shared/domain/journal/field.ts';
import {
  emptyState,
  type DeviceHead,
  type EngagementState,
  type FieldHead,
} from '../../../shared/domain/journal/state.ts';
import { decodeRow, type SqlValue } from './row-codec.ts';
import { sqlName } from './schema/tables.ts';

/** The state as the tables hold it. */
export function loadState(database: Database.Database): EngagementState {
  const rows = Object.fromEntries(entityNames.map((entity) => [entity, loadRows(database, entity)]));
  const last = database
    .prepare<[], { hash: string; entry: string }>(
      'select hash, entry from journal order by position desc limit 1',
    )
    .get();
  return {
    ...emptyState(),
    rows: rows as unknown as EngagementState['rows'], // one map per entity, decoded by the entity's own fields
    heads: loadHeads(database),
    entries: database.prepare<[], number>('select count(*) from journal').pluck().get() ?? 0,
    lamport: last === undefined ? 0 : lamportOf(last.entry),
    devices: loadDevices(database),
    ...(last === undefined ? {} : { head: last.hash }),
  };
}

function loadRows(database: Database.Database, entity: EntityName): ReadonlyMap<string, unknown> {
  const stored = database
    .prepare<[], Record<string, SqlValue>>(`select * from "${sqlName(entity)}" order by rowid`)
    .all();
  return new Map(stored.map((row) => [String(row['id']), decodeRow(entity, row)]));
}

function loadHeads(database: Database.Database): EngagementState['heads'] {
  const heads = new Map(
    entityNames.map((entity) => [entity, new Map<string, Record<string, FieldHead[]>>()]),
  );
  const stored = database
    .prepare<[], Record<string, SqlValue>>('select * from field_version order by rowid')
    .all();
  for (const row of stored) {
    const entity = heads.get(row['entity'] as EntityName); // written by the store from known names
    if (entity === undefined) continue;
    const id = String(row['row_id']);
    const fields = entity.get(id) ?? {};
    entity.set(id, fields);
    const field = String(row['field']);
    (fields[field] ??= []).push({
      version: String(row['version']),
      value: JSON.parse(String(row['value'])) as AnyFieldValue, // written as JSON of a field value
      lamport: Number(row['lamport']),
      device: String(row['device']),
    });
  }
  return Object.fromEntries(heads) as unknown as EngagementState['heads']; // one map per entity
}

function loadDevices(database: Database.Database): ReadonlyMap<string, DeviceHead> {
  const stored = database
    .prepare<[], { device: string; sequence: number; hash: string }>(
      'select device, max(sequence) as sequence, hash from journal group by device',
    )
    .all();
  return new Map(stored.map(({ device, sequence, hash }) => [device, { sequence, hash }]));
}

function lamportOf(entry: string): number {
  const parsed: unknown = JSON.parse(entry);
  const isEntry = typeof parsed === 'object' && parsed !== null && 'lamport' in parsed;
  return isEntry ? Number(parsed.lamport) : 0;
}
