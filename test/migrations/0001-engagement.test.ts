import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../src-main/adapters/sqlite/migrate.ts';
import { inProject, projectRoot } from '../harness/project.ts';
import { migrations } from '../helpers/store/test-files.ts';

/** The statements that drizzle-kit makes of the declared schema, each table STRICT. */
function declaredStatements(): readonly string[] {
  const out = mkdtempSync(join(tmpdir(), 'tickmark-schema-'));
  try {
    const args = [
      'generate',
      '--dialect',
      'sqlite',
      '--schema',
      'src-main/adapters/sqlite/schema/declared.ts',
    ];
    const made = spawnSync(
      process.execPath,
      [inProject('node_modules/drizzle-kit/bin.cjs'), ...args, '--out', relative(projectRoot, out)],
      { cwd: projectRoot, encoding: 'utf8' },
    );
    expect(made.status, made.stderr).toBe(0);
    const [file = ''] = readdirSync(out).filter((name) => name.endsWith('.sql'));
    return readFileSync(join(out, file), 'utf8')
      .split('--> statement-breakpoint')
      .map((statement) => statement.trim().replace(/^\);$/m, ') STRICT;'));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

describe('migration 0001', () => {
  it('gives the declared schema', () => {
    const migrated = new Database(':memory:');
    migrate(migrated, migrations);
    const declared = new Database(':memory:');
    for (const statement of declaredStatements()) declared.exec(statement);
    const objects =
      "select type, name, sql from sqlite_schema where type in ('table', 'index') order by name";
    expect(migrated.prepare(objects).all()).toEqual(declared.prepare(objects).all());
    expect(declared.prepare(objects).all().length).toBeGreaterThan(50);
    migrated.close();
    declared.close();
  });

  it('makes every table strict and finds rows of large tables by index', () => {
    const database = new Database(':memory:');
    migrate(database, migrations);
    const loose = database
      .prepare<[], string>(
        "select name from pragma_table_list where schema = 'main' and strict = 0 and name not like 'sqlite_%'",
      )
      .pluck();
    expect(loose.all()).toEqual([]);
    const planOf = (query: string) =>
      database
        .prepare<[], { detail: string }>(`explain query plan ${query}`)
        .all()
        .map(({ detail }) => detail)
        .join('; ');
    const queries = [
      "select * from population_block where population_id = 'p' order by first_row",
      "select last_row from population_block where population_id = 'p' order by first_row desc limit 1",
      "select bytes from evidence_chunk where blob_id = 'b' order by position",
      "select 1 from journal where hash = 'h'",
      'select hash from journal order by position desc limit 1',
      "select min(population_id) from population_block where population_id > ''",
    ];
    for (const query of queries) {
      expect(planOf(query), query).not.toContain('TEMP B-TREE');
      expect(planOf(query), query).toMatch(/SEARCH|SCAN journal$/);
    }
    database.close();
  });
});
