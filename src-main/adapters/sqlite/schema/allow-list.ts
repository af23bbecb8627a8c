import Database from 'better-sqlite3';
import { migrate, type Migration } from '../migrate.ts';

/** One object of a database's schema. */
export interface SchemaObject {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/** A difference between a file's schema and ours. */
export interface SchemaDifference {
  readonly object: SchemaObject;
  readonly kind: 'added' | 'missing' | 'changed';
}

/** Our migrations and the schemas that they give. */
export interface SchemaRules {
  readonly migrations: readonly Migration[];
  /** The schema after so many steps, from an empty database in memory; made once. */
  expected(steps: number): readonly SchemaObject[];
}

/** Binds migrations to the schemas that they give. */
export function createSchemaRules(migrations: readonly Migration[]): SchemaRules {
  const known = new Map<number, readonly SchemaObject[]>();
  return {
    migrations,
    expected(steps) {
      const schema = known.get(steps) ?? schemaAfter(migrations.slice(0, steps));
      known.set(steps, schema);
      return schema;
    },
  };
}

function schemaAfter(migrations: readonly Migration[]): readonly SchemaObject[] {
  const database = new Database(':memory:');
  try {
    migrate(database, migrations);
    return schemaOf(database);
  } finally {
    database.close();
  }
}

/** The objects of a database's schema. */
export function schemaOf(database: Database.Database): readonly SchemaObject[] {
  return database
    .prepare('select type, name, sql from sqlite_schema order by type, name')
    .all() as SchemaObject[]; // columns of SQLite's own table
}

/**
 * How a schema differs from what it has to be. A view of a table's name, or a trigger on the journal, can show or write
 * anything, so a file whose schema differs in a single letter is not worked on.
 */
export function schemaDifferences(
  found: readonly SchemaObject[],
  expected: readonly SchemaObject[],
): readonly SchemaDifference[] {
  const keyOf = (object: SchemaObject) => `${object.type}/${object.name}`;
  const ours = new Map(expected.map((object) => [keyOf(object), object]));
  const theirs = new Map(found.map((object) => [keyOf(object), object]));
  return [
    ...found.filter((o) => !ours.has(keyOf(o))).map((object) => ({ object, kind: 'added' as const })),
    ...expected.filter((o) => !theirs.has(keyOf(o))).map((object) => ({ object, kind: 'missing' as const })),
    ...found
      .filter((object) => ours.has(keyOf(object)) && ours.get(keyOf(object))?.sql !== object.sql)
      .map((object) => ({ object, kind: 'changed' as const })),
  ];
}
