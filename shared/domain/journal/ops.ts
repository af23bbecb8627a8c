import type { EntityName, FieldsOf } from './entities.ts';
import type { AddOp, Op, SetOp } from './entry.ts';
import type { AnyFieldValue } from './field.ts';
import type { EngagementState } from './state.ts';

/** The operation that adds a row. */
export function add<E extends EntityName>(entity: E, id: string, fields: FieldsOf<E>): AddOp {
  return { op: 'add', entity, id, fields };
}

/** The versions of a field that a writer sees now: what an operation that replaces them names as its parents. */
export function versionsOf(
  state: EngagementState,
  entity: EntityName,
  id: string,
  field: string,
): readonly string[] {
  const heads = state.heads[entity].get(id)?.[field];
  if (heads !== undefined) return heads.map((head) => head.version);
  const row = state.rows[entity].get(id);
  return row === undefined ? [] : [row.createdIn];
}

/**
 * The operations that set fields of a row, one for each field whose value changes; fields that already hold the value
 * give none, so saying the same twice writes nothing.
 */
export function set<E extends EntityName>(
  state: EngagementState,
  entity: E,
  id: string,
  values: Partial<FieldsOf<E>>,
): readonly SetOp[] {
  const row = state.rows[entity].get(id) as Readonly<Record<string, AnyFieldValue>> | undefined; // a row holds field values and meta texts
  return Object.entries(values as Record<string, AnyFieldValue>)
    .filter(([field, value]) => !isSame(row?.[field], value))
    .map(([field, value]) => ({
      op: 'set',
      entity,
      id,
      field,
      value,
      parents: versionsOf(state, entity, id, field),
    }));
}

/** Whether two field values are the same. */
export function isSame(a: AnyFieldValue | undefined, b: AnyFieldValue): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** The rows that operations touch, each once. */
export function touchedBy(ops: readonly Op[]): readonly { entity: EntityName; id: string }[] {
  const seen = new Map(ops.map((op) => [`${op.entity}/${op.id}`, { entity: op.entity, id: op.id }]));
  return [...seen.values()];
}
