/**
 * Writes the SQL of a new migration from the declared schema: drizzle-kit makes the statements, and every table is made
 * STRICT, which drizzle-kit cannot say. The result is read by a person, committed, and never edited again.
 *
 * Use: node test/harness/generate-migration.ts 0001_engagement
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const [name] = process.argv.slice(2);
if (name === undefined) throw new Error('name the migration, for example 0001_engagement');

rmSync('out/schema', { recursive: true, force: true });
const made = spawnSync(
  process.execPath,
  ['node_modules/drizzle-kit/bin.cjs', 'generate', '--name', name.replace(/^\d+_/, '')],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
if (made.status !== 0) throw new Error('drizzle-kit refused the schema');
const [file] = readdirSync('out/schema').filter((entry) => entry.endsWith('.sql'));
if (file === undefined) throw new Error('drizzle-kit wrote no statements');
const statements = readFileSync(`out/schema/${file}`, 'utf8')
  .split('--> statement-breakpoint')
  .map((statement) => statement.trim().replace(/^\);$/m, ') STRICT;'));
writeFileSync(`src-main/adapters/sqlite/migrations/${name}.sql`, `${statements.join('\n\n')}\n`);
