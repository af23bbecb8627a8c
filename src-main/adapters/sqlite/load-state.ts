import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { entityNames, type EntityName } from '../../../shared/domain/journal/entities.ts';
import { parseEntry } from '../../../shared/domain/journal/entry.ts';
import type { AnyFieldValue } from '../../../shared/domain/journal/field.ts';
import {
  emptyState,
  type DeviceHead,
  type EngagementState,
  type FieldHead,
} from '../../../shared/domain/journal/state.ts';
import { StoreError } from '../../services/ports/engagement-store.ts';
import { failure } from './failures.ts';
import { rowDecoder, selectSql, type SqlValue } from './row-codec.ts';

/**
 * The state as the tables hold it. Throws `StoreError` `damaged` where the journal's end is not what its hash says or
 * entries are missing; the whole journal is checked only by a verification.
 */
export function loadState(database: Database.Database): EngagementState {
  const rows = Object.fromEntries(entityNames.map((entity) => [entity, loadRows(database, entity)]));
  return {
    ...emptyState(),
    ...loadEnd(database),
    rows: rows as unknown as EngagementState['rows'], // one map per entity, decoded by the entity's own fields
    heads: loadHeads(database),
    devices: loadDevices(database),
  };
}

function loadRows(database: Database.Database, entity: EntityName): ReadonlyMap<string, unknown> {
  const decode = rowDecoder(entity);
  const rows = new Map<string, unknown>();
  for (const stored of database.prepare<[], SqlValue[]>(selectSql(entity)).raw().all())
    rows.set(String(stored[0]), decode(stored));
  return rows;
}

/** How far the journal reaches. */
function loadEnd(database: Database.Database): Partial<EngagementState> {
  const entries = database.prepare<[], number>('select count(*) from journal').pluck().get() ?? 0;
  const last = database
    .prepare<[], { position: number; hash: string; entry: string }>(
      'select position, hash, entry from journal order by position desc limit 1',
    )
    .get();
  if (last === undefined) return {};
  const parsed = parseEntry(last.entry);
  const isWhole =
    parsed.ok &&
    last.position === entries &&
    createHash('sha256').update(last.entry).digest('hex') === last.hash;
  if (!isWhole) throw new StoreError(failure('damaged', 'Its journal is not whole.'));
  return { entries, lamport: parsed.value.lamport, head: last.hash };
}

type VersionRow = readonly [
  entity: string,
  rowId: string,
  field: string,
  version: string,
  value: string,
  lamport: number,
  device: string,
];

function loadHeads(database: Database.Database): EngagementState['heads'] {
  const heads = new Map<string, Map<string, Record<string, FieldHead[]>>>(
    entityNames.map((entity) => [entity, new Map<string, Record<string, FieldHead[]>>()]),
  );
  const stored = database
    .prepare<[], VersionRow>(
      'select entity, row_id, field, version, value, lamport, device from field_version order by rowid',
    )
    .raw()
    .all();
  for (const [entity, id, field, version, value, lamport, device] of stored) {
    const fieldsOfRow = heads.get(entity)?.get(id) ?? {};
    heads.get(entity)?.set(id, fieldsOfRow);
    const head = { version, value: JSON.parse(value) as AnyFieldValue, lamport, device }; // written as JSON of a field value
    (fieldsOfRow[field] ??= []).push(head);
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
