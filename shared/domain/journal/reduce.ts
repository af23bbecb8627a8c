import { parsePlainDate } from '../../lib/plain-date.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { fieldsOf, type EntityName, type RowMeta } from './entities.ts';
import type { AddOp, Entry, HashedEntry, SetOp } from './entry.ts';
import type { AnyFieldValue, Field } from './field.ts';
import { withChanges } from './layered-map.ts';
import type { EngagementState, FieldHead, FieldHeads } from './state.ts';

/** Why an entry cannot be applied: the journal was altered, or written by a defective program. */
export interface JournalFault {
  readonly hash: string;
  readonly entity: EntityName;
  readonly id: string;
  readonly reason: string;
}

type AnyRow = RowMeta & Record<string, unknown>;

/** What entries change, gathered beside the state before them, which stays as it is. */
interface Draft {
  readonly rows: Map<EntityName, Map<string, AnyRow>>;
  readonly heads: Map<EntityName, Map<string, FieldHeads>>;
  readonly base: EngagementState;
}

/**
 * Applies entries in their order and gives the state after them: the one place that says what an operation does to a
 * row. The database tables are written from the rows of the state that this returns.
 *
 * Refuses with a `JournalFault` an operation on a row that does not exist, a row added twice, a field that the entity
 * does not have, a value that is not of the field's kind, or a second value for a field that is written once.
 */
export function applyEntries(
  state: EngagementState,
  entries: readonly HashedEntry[],
): Result<EngagementState, JournalFault> {
  const draft: Draft = { rows: new Map(), heads: new Map(), base: state };
  const devices = new Map(state.devices);
  let { lamport, head } = state;
  for (const item of entries) {
    const fault = applyOps(draft, item);
    if (fault !== null) return err(fault);
    devices.set(item.entry.device, { sequence: item.entry.sequence, hash: item.hash });
    lamport = Math.max(lamport, item.entry.lamport);
    head = item.hash;
  }
  return ok({
    rows: { ...state.rows, ...joined(draft.rows, state.rows) },
    heads: { ...state.heads, ...joined(draft.heads, state.heads) },
    entries: state.entries + entries.length,
    lamport,
    devices,
    head,
  });
}

/** The changed maps of a draft, laid over those of the state before. */
function joined<V>(
  changes: ReadonlyMap<EntityName, ReadonlyMap<string, V>>,
  base: Readonly<Record<EntityName, unknown>>,
): Readonly<Record<string, ReadonlyMap<string, V>>> {
  const maps = [...changes].map(([entity, changed]) => {
    const before = base[entity] as ReadonlyMap<string, V>; // the same entity's map, with rows or heads as in the changes
    return [entity, withChanges(before, changed)] as const;
  });
  return Object.fromEntries(maps);
}

function applyOps(draft: Draft, item: HashedEntry): JournalFault | null {
  for (const op of item.entry.ops) {
    const reason = op.op === 'add' ? applyAdd(draft, item, op) : applySet(draft, item, op);
    if (reason !== null) return { hash: item.hash, entity: op.entity, id: op.id, reason };
  }
  return null;
}

function applyAdd(draft: Draft, item: HashedEntry, op: AddOp): string | null {
  if (rowIn(draft, op.entity, op.id) !== undefined) return 'the row exists already';
  const fields = fieldsOf(op.entity);
  const wrong = Object.keys(fields).find((name) => !holds(fields[name], op.fields[name]));
  if (wrong !== undefined) return `field ${wrong} is missing or of another kind`;
  if (Object.keys(op.fields).length !== Object.keys(fields).length) return 'it has fields of no known name';
  changesOf(draft.rows, op.entity).set(op.id, { ...op.fields, ...metaOf(item.entry, item.hash, op.id) });
  return null;
}

function applySet(draft: Draft, item: HashedEntry, op: SetOp): string | null {
  const row = rowIn(draft, op.entity, op.id);
  if (row === undefined) return 'the row does not exist';
  const field = fieldsOf(op.entity)[op.field];
  if (!holds(field, op.value)) return `field ${op.field} is unknown or of another kind`;
  if (field?.merge === 'appendOnly') return `field ${op.field} is written once`;
  const before = draft.heads.get(op.entity)?.get(op.id) ?? draft.base.heads[op.entity].get(op.id) ?? {};
  const after = nextHeads(before[op.field] ?? [originalHead(row, op.field)], item, op);
  changesOf(draft.heads, op.entity).set(op.id, { ...before, [op.field]: after });
  changesOf(draft.rows, op.entity).set(op.id, { ...row, [op.field]: winner(after), ...touched(row, item) });
  return null;
}

/** The versions that stay: those that the writer did not see, and the new one. */
function nextHeads(before: readonly FieldHead[], item: HashedEntry, op: SetOp): readonly FieldHead[] {
  const unseen = before.filter((head) => !op.parents.includes(head.version) && head.version !== item.hash);
  const { lamport, device } = item.entry;
  return [...unseen, { version: item.hash, value: op.value, lamport, device }];
}

/** The value shown while versions stand beside each other: the latest by logical clock, then by device. */
function winner(heads: readonly FieldHead[]): AnyFieldValue {
  const latest = heads.reduce((a, b) =>
    b.lamport > a.lamport || (b.lamport === a.lamport && b.device > a.device) ? b : a,
  );
  return latest.value;
}

function originalHead(row: AnyRow, field: string): FieldHead {
  const value = row[field] as AnyFieldValue; // fields of a row hold field values
  return { version: row.createdIn, value, lamport: 0, device: '' };
}

function metaOf(entry: Entry, hash: string, id: string): RowMeta {
  return {
    id,
    createdBy: entry.actor,
    createdAt: entry.at,
    updatedBy: entry.actor,
    updatedAt: entry.at,
    createdIn: hash,
    revision: 1,
  };
}

/** The meta of a row after an operation. */
function touched(row: AnyRow, item: HashedEntry): Partial<RowMeta> {
  const { actor, at } = item.entry;
  return { updatedBy: actor, updatedAt: at, revision: row.revision + 1 };
}

/** The row as the entries before this one left it. */
function rowIn(draft: Draft, entity: EntityName, id: string): AnyRow | undefined {
  const base = draft.base.rows[entity] as unknown as ReadonlyMap<string, AnyRow>; // every row is meta and fields
  return draft.rows.get(entity)?.get(id) ?? base.get(id);
}

/** The changes of one entity's map, made when first asked for. */
function changesOf<V>(drafts: Map<EntityName, Map<string, V>>, entity: EntityName): Map<string, V> {
  const known = drafts.get(entity);
  if (known !== undefined) return known;
  const fresh = new Map<string, V>();
  drafts.set(entity, fresh);
  return fresh;
}

/** Which values each kind of field takes. */
const isOfKind: {
  readonly [K in Field['kind']]: (value: AnyFieldValue, field: Field & { kind: K }) => boolean;
} = {
  text: isText,
  instant: isText,
  ref: isText,
  integer: (value) => Number.isSafeInteger(value),
  flag: (value) => typeof value === 'boolean',
  list: (value) => Array.isArray(value) && value.every(isText),
  date: (value) => typeof value === 'string' && parsePlainDate(value).ok,
  choice: (value, field) => typeof value === 'string' && field.values.includes(value),
};

/** Whether a value may stand in a field. */
function holds(field: Field | undefined, value: AnyFieldValue | undefined): boolean {
  if (field === undefined || value === undefined) return false;
  if (value === null) return field.optional;
  const test = isOfKind[field.kind] as (value: AnyFieldValue, field: Field) => boolean; // looked up by the field's own kind
  return test(value, field);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
