import { entityNames, type EntityName, type Row } from './entities.ts';
import type { AnyFieldValue } from './field.ts';

/** One current version of a field. More than one means that two copies changed it without knowing of each other. */
export interface FieldHead {
  /** Hash of the entry that wrote it. */
  readonly version: string;
  readonly value: AnyFieldValue;
  readonly lamport: number;
  readonly device: string;
}

/** The versions of the fields of one row that were set after the row was added. */
export type FieldHeads = Readonly<Record<string, readonly FieldHead[]>>;

/** How far the log of one device reaches. */
export interface DeviceHead {
  readonly sequence: number;
  readonly hash: string;
}

/** The rows of each entity by id. */
export type Rows = { readonly [E in EntityName]: ReadonlyMap<string, Row<E>> };

/** An engagement as its journal tells it. Never changed in place: an entry gives a new state that shares the rest. */
export interface EngagementState {
  readonly rows: Rows;
  readonly heads: Readonly<Record<EntityName, ReadonlyMap<string, FieldHeads>>>;
  readonly entries: number;
  readonly lamport: number;
  readonly devices: ReadonlyMap<string, DeviceHead>;
  /** Hash of the last entry applied; 64 zeros before the first. */
  readonly head: string;
}

/** The state before the first entry. */
export function emptyState(): EngagementState {
  const maps = () => Object.fromEntries(entityNames.map((name) => [name, new Map()]));
  return {
    rows: maps() as unknown as Rows, // every entity name has its map
    heads: maps() as unknown as EngagementState['heads'],
    entries: 0,
    lamport: 0,
    devices: new Map(),
    head: '0'.repeat(64),
  };
}

/** All rows of an entity, in the order in which they were added. */
export function all<E extends EntityName>(state: EngagementState, entity: E): readonly Row<E>[] {
  return [...state.rows[entity].values()];
}

/** The row with this id, if there is one. */
export function find<E extends EntityName>(
  state: EngagementState,
  entity: E,
  id: string | null,
): Row<E> | undefined {
  return id === null ? undefined : state.rows[entity].get(id);
}

const groupings = new WeakMap<object, Map<string, ReadonlyMap<unknown, readonly unknown[]>>>();

/**
 * The rows of an entity grouped by one field. The grouping is kept as long as the entity's rows stay the same, so asking
 * for the results of each of many items walks over the rows once.
 */
function groupBy<E extends EntityName, F extends keyof Row<E> & string>(
  state: EngagementState,
  entity: E,
  field: F,
): ReadonlyMap<Row<E>[F], readonly Row<E>[]> {
  const source = state.rows[entity];
  const kept = groupings.get(source) ?? new Map<string, ReadonlyMap<unknown, readonly unknown[]>>();
  groupings.set(source, kept);
  const known = kept.get(field);
  if (known !== undefined) return known as ReadonlyMap<Row<E>[F], readonly Row<E>[]>; // stored under this field below
  const groups = new Map<Row<E>[F], Row<E>[]>();
  for (const row of source.values()) {
    const group = groups.get(row[field]);
    if (group === undefined) groups.set(row[field], [row]);
    else group.push(row);
  }
  kept.set(field, groups);
  return groups;
}

/** The rows of an entity whose field has this value. */
export function where<E extends EntityName, F extends keyof Row<E> & string>(
  state: EngagementState,
  entity: E,
  field: F,
  value: Row<E>[F],
): readonly Row<E>[] {
  return groupBy(state, entity, field).get(value) ?? [];
}

/** The fields of which two versions stand beside each other, waiting for a person to decide. */
export function conflicts(
  state: EngagementState,
): readonly { entity: EntityName; id: string; field: string }[] {
  return entityNames.flatMap((entity) =>
    [...state.heads[entity]].flatMap(([id, fields]) =>
      Object.keys(fields)
        .filter((field) => (fields[field]?.length ?? 0) > 1)
        .map((field) => ({ entity, id, field })),
    ),
  );
}
