import { sql } from 'drizzle-orm';
import {
  blob,
  check,
  integer,
  primaryKey,
  sqliteTable,
  text,
  type AnySQLiteColumn,
  type SQLiteColumnBuilderBase,
} from 'drizzle-orm/sqlite-core';
import { entityNames, fieldsOf, type EntityName } from '../../../../shared/domain/journal/entities.ts';
import type { Field } from '../../../../shared/domain/journal/field.ts';

/** The SQL name of an entity or a field: `sampleItem` is `sample_item`. */
export const sqlName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Columns that every entity table has beside its fields (`RowMeta`). */
export const metaColumns = [
  'createdBy',
  'createdAt',
  'updatedBy',
  'updatedAt',
  'createdIn',
  'revision',
] as const;

function columnOf(name: string, field: Field): SQLiteColumnBuilderBase {
  const isNumber = field.kind === 'integer' || field.kind === 'flag';
  const column = isNumber ? integer(sqlName(name)) : text(sqlName(name));
  if (!field.optional) column.notNull();
  return field.kind === 'ref' ? column.references(() => idColumn(field.to)) : column;
}

/** Looked up late, because tables refer to each other in a circle. */
function idColumn(entity: string): AnySQLiteColumn {
  const table = entityTables[entity];
  if (table === undefined) throw new Error(`the catalogue refers to an unknown entity: ${entity}`);
  return table.id;
}

function ruleOf(entity: EntityName, name: string, field: Field) {
  const column = sql.identifier(sqlName(name));
  const ruleName = `${sqlName(entity)}_${sqlName(name)}_check`;
  if (field.kind === 'choice') {
    const values = field.values.map((value) => `'${value}'`).join(', ');
    return [check(ruleName, sql`${column} in (${sql.raw(values)})`)];
  }
  if (field.kind === 'flag') return [check(ruleName, sql`${column} in (0, 1)`)];
  if (field.kind === 'list') return [check(ruleName, sql`json_valid(${column})`)];
  return [];
}

type EntityTable = ReturnType<typeof entityTable>;

function entityTable(entity: EntityName) {
  const fields = Object.entries(fieldsOf(entity));
  const columns = Object.fromEntries(fields.map(([name, field]) => [name, columnOf(name, field)]));
  const meta = Object.fromEntries(
    metaColumns.map((name) => [
      name,
      name === 'revision' ? integer(sqlName(name)).notNull() : text(sqlName(name)).notNull(),
    ]),
  );
  return sqliteTable(sqlName(entity), { id: text('id').primaryKey(), ...columns, ...meta }, () =>
    fields.flatMap(([name, field]) => ruleOf(entity, name, field)),
  );
}

/** One table per entity of the journal's catalogue, with real columns. Written only by the reducer's rows. */
export const entityTables: Readonly<Record<string, EntityTable>> = Object.fromEntries(
  entityNames.map((entity) => [entity, entityTable(entity)]),
);

/** The journal: canonical bytes as they were hashed and signed. Append-only by trigger. */
export const journal = sqliteTable('journal', {
  position: integer('position').primaryKey(),
  hash: text('hash').notNull().unique(),
  device: text('device').notNull(),
  sequence: integer('sequence').notNull(),
  entry: text('entry').notNull(),
  signature: text('signature').notNull(),
});

/** The versions of fields that were set after their row was added; two for one field are a conflict. */
export const fieldVersion = sqliteTable(
  'field_version',
  {
    entity: text('entity').notNull(),
    rowId: text('row_id').notNull(),
    field: text('field').notNull(),
    version: text('version').notNull(),
    value: text('value').notNull(),
    lamport: integer('lamport').notNull(),
    device: text('device').notNull(),
  },
  (table) => [primaryKey({ columns: [table.entity, table.rowId, table.field, table.version] })],
);

/** Stored bytes by their SHA-256. A row is written last: chunks without one belong to an import that did not end. */
export const evidenceBlob = sqliteTable('evidence_blob', {
  sha256: text('sha256').primaryKey(),
  blobId: text('blob_id').notNull().unique(),
  size: integer('size').notNull(),
});

/** The bytes in pieces of one mebibyte. */
export const evidenceChunk = sqliteTable(
  'evidence_chunk',
  {
    blobId: text('blob_id').notNull(),
    position: integer('position').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.blobId, table.position] })],
);

/**
 * Rows of populations, derived from their stored source file, some hundreds to a block: a million rows of their own cost
 * six times as much to write. `lines` is the text that the digest of the rows covers, as one
 * frame of zstd; the other columns follow from it.
 */
export const populationBlock = sqliteTable(
  'population_block',
  {
    populationId: text('population_id').notNull(),
    firstRow: integer('first_row').notNull(),
    lastRow: integer('last_row').notNull(),
    rowCount: integer('row_count').notNull(),
    days: text('days').notNull(),
    keyMarks: blob('key_marks', { mode: 'buffer' }).notNull(),
    lines: blob('lines', { mode: 'buffer' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.populationId, table.firstRow] }),
    check('population_block_days_check', sql`json_valid(${table.days})`),
  ],
);

/** What the file says of itself: engagement id, and the slot that is reserved for keys of members. */
export const fileFact = sqliteTable('file_fact', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});

/** Migrations that were applied, with the hash of their text. */
export const appliedMigration = sqliteTable('applied_migration', {
  number: integer('number').primaryKey(),
  name: text('name').notNull(),
  sha256: text('sha256').notNull(),
});
