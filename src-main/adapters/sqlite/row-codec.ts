import { fieldsOf, type EntityName } from '../../../shared/domain/journal/entities.ts';
import type { AnyFieldValue, Field } from '../../../shared/domain/journal/field.ts';
import { metaColumns, sqlName } from './schema/tables.ts';

/** A value as SQLite keeps it. */
export type SqlValue = string | number | null;

/** Columns of an entity table in their order: id, fields, meta. */
export function columnsOf(entity: EntityName): readonly string[] {
  return ['id', ...Object.keys(fieldsOf(entity)), ...metaColumns];
}

/** The statement that writes a row, new or known. */
export function upsertSql(entity: EntityName): string {
  const columns = columnsOf(entity).map(sqlName);
  const updates = columns
    .filter((column) => column !== 'id')
    .map((column) => `"${column}" = excluded."${column}"`);
  return `insert into "${sqlName(entity)}" (${columns.map((c) => `"${c}"`).join(', ')})
    values (${columns.map(() => '?').join(', ')}) on conflict (id) do update set ${updates.join(', ')}`;
}

/** The values of a row in the order of its columns. */
export function encodeRow(entity: EntityName, row: Readonly<Record<string, unknown>>): readonly SqlValue[] {
  const fields = fieldsOf(entity);
  return columnsOf(entity).map((column) => {
    const value = row[column] as AnyFieldValue; // rows of the state hold field values and meta texts
    return encode(fields[column], value);
  });
}

/** A row of the state from a row of the table. */
export function decodeRow(
  entity: EntityName,
  stored: Readonly<Record<string, SqlValue>>,
): Readonly<Record<string, AnyFieldValue>> {
  const fields = fieldsOf(entity);
  return Object.fromEntries(
    columnsOf(entity).map((column) => [column, decode(fields[column], stored[sqlName(column)] ?? null)]),
  );
}

function encode(field: Field | undefined, value: AnyFieldValue): SqlValue {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (field?.kind === 'list') return JSON.stringify(value);
  return value as string | number; // lists and flags were handled above
}

function decode(field: Field | undefined, value: SqlValue): AnyFieldValue {
  if (value === null) return null;
  if (field?.kind === 'flag') return value === 1;
  if (field?.kind === 'list') return JSON.parse(String(value)) as string[]; // written by encode as a list of texts
  return value;
}
