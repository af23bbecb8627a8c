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

/** The statement that reads all rows of an entity, columns as in `columnsOf`, in the order in which they were added. */
export function selectSql(entity: EntityName): string {
  const columns = columnsOf(entity).map((column) => `"${sqlName(column)}"`);
  return `select ${columns.join(', ')} from "${sqlName(entity)}" order by rowid`;
}

/** Makes rows of the state from rows of the table, given as values in the order of `columnsOf`. */
export function rowDecoder(
  entity: EntityName,
): (stored: readonly SqlValue[]) => Readonly<Record<string, AnyFieldValue>> {
  const fields = fieldsOf(entity);
  const columns = columnsOf(entity);
  const kinds = columns.map((column) => fields[column]?.kind);
  return (stored) => {
    const row: Record<string, AnyFieldValue> = {};
    for (const [index, column] of columns.entries())
      row[column] = decode(kinds[index], stored[index] ?? null);
    return row;
  };
}

function encode(field: Field | undefined, value: AnyFieldValue): SqlValue {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (field?.kind === 'list') return JSON.stringify(value);
  return value as string | number; // lists and flags were handled above
}

function decode(kind: Field['kind'] | undefined, value: SqlValue): AnyFieldValue {
  if (value === null) return null;
  if (kind === 'flag') return value === 1;
  if (kind === 'list') return JSON.parse(String(value)) as string[]; // written by encode as a list of texts
  return value;
}
