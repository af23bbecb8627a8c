import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SqliteEngagementFiles } from '../../src-main/adapters/sqlite/engagement-files.ts';
import { passphrase, valueOf } from '../helpers/store/test-files.ts';
import { rawClient } from '../helpers/store/raw-client.ts';
import { testProgram } from '../helpers/store/test-program.ts';
import type { Claim, KillPath } from './kill-path.ts';
import { newerFiles } from './paths/migration.ts';
import { engagementFile } from './template.ts';

/** What one kill showed. */
export interface RoundResult {
  readonly acknowledged: number;
  /** Empty where nothing was lost. */
  readonly losses: readonly string[];
}

/** One round: a copy of the template, a program that works on it, a kill, and a look at what is left. */
export async function killRound(
  template: string,
  folder: string,
  path: KillPath,
  round: { readonly delayMs: number; readonly key: Buffer },
): Promise<RoundResult> {
  cpSync(template, folder, { recursive: true });
  const lines = await killed(folder, path.name, round.delayMs);
  const claims = lines.map((line) => JSON.parse(line) as Claim); // our own child's lines
  const losses = [
    ...(await engagementLosses(folder, claims, round.key)),
    ...(await claimLosses(folder, claims)),
    ...(await otherEngagementLosses(folder, claims)),
  ];
  return { acknowledged: claims.length, losses };
}

const child = fileURLToPath(new URL('child.ts', import.meta.url));

/** Lets the program work for a time and kills it; gives what it had acknowledged. */
async function killed(folder: string, name: string, delayMs: number): Promise<readonly string[]> {
  const worker = spawn(process.execPath, [child, folder, name], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  worker.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return await new Promise((resolve, reject) => {
    worker.stdout.on('data', (chunk: Buffer) => {
      const wasReady = output.includes('ready\n');
      output += chunk.toString();
      if (!wasReady && output.includes('ready\n')) setTimeout(() => worker.kill('SIGKILL'), delayMs);
    });
    worker.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(output.split('\n').slice(1, -1));
      else reject(new Error(`the program ended by itself (${String(code)}): ${errors}`));
    });
  });
}

/** Verified as the kill left it, then opened, then looked at from outside: acknowledged entries are there, orphans not. */
export async function engagementLosses(
  folder: string,
  claims: readonly Claim[],
  key: Buffer,
): Promise<readonly string[]> {
  const file = engagementFile(folder);
  const { files } = testProgram(join(folder, 'home'));
  const before = valueOf(await files.verify(file, passphrase));
  const store = valueOf(await files.open(file, passphrase));
  const heads = claims.flatMap(({ head }) => (typeof head === 'string' ? [head] : []));
  const lost = heads.filter((head) => !store.hasEntry(head));
  const after = await store.verify();
  store.close();
  return [
    ...before.problems.map(({ message }) => `before opening: ${message}`),
    ...after.problems.map(({ message }) => `after opening: ${message}`),
    ...lost.map((head) => `the acknowledged entry ${head} is gone`),
    ...orphans(file, key),
    ...leftovers(folder),
  ];
}

function orphans(file: string, key: Buffer): readonly string[] {
  const database = rawClient(file, key);
  const count = (query: string): number => database.prepare<[], number>(query).pluck().get() ?? 0;
  const found = {
    'pieces without a file':
      'select count(*) from evidence_chunk where blob_id not in (select blob_id from evidence_blob)',
    'files that nothing names':
      'select count(*) from evidence_blob where sha256 not in (select sha256 from evidence_file)',
    'rows of an import that did not end':
      'select count(*) from population_block where population_id not in (select id from population where rows_sha256 is not null)',
  };
  const left = Object.entries(found).flatMap(([what, query]) =>
    count(query) > 0 ? [`orphans: ${what}`] : [],
  );
  database.close();
  return left;
}

/** A closed engagement is one file. */
function leftovers(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) =>
    /^engagement\.tickmark.+/.test(name) ? [`left beside the file: ${name}`] : [],
  );
}

async function claimLosses(folder: string, claims: readonly Claim[]): Promise<readonly string[]> {
  const losses: string[] = [];
  for (const { file, person, engagement } of claims) {
    if (engagement !== undefined && !existsSync(engagement))
      losses.push(`the engagement ${engagement} is gone`);
    if (file !== undefined && hashOf(file.path) !== file.sha256)
      losses.push(`the file ${file.path} is not whole`);
    if (person !== undefined && !(await opensKey(folder, person)))
      losses.push(`the key of ${person} is gone`);
  }
  return losses;
}

function hashOf(path: string): string | null {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null;
}

async function opensKey(folder: string, personId: string): Promise<boolean> {
  const { profile } = testProgram(join(folder, 'home'));
  return (await profile.unlock(personId, 'a passphrase of the test')).ok;
}

/** A file that bears the name of an engagement is one, acknowledged or not, before, while or after it is updated. */
async function otherEngagementLosses(folder: string, claims: readonly Claim[]): Promise<readonly string[]> {
  const { files } = testProgram(join(folder, 'home'));
  const losses: string[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/^new-\d+\.tickmark$/.test(name))
      losses.push(...lossesOf(name, await files.verify(path, passphrase)));
    if (/^older-\d+\.tickmark$/.test(name)) losses.push(...(await migrationLosses(path, claims)));
  }
  return losses;
}

/** An update that was stopped is finished at the next opening; one that was acknowledged does not happen again. */
async function migrationLosses(path: string, claims: readonly Claim[]): Promise<readonly string[]> {
  const copies = () => readdirSync(join(path, '..')).filter((name) => name.includes('.before-update')).length;
  const before = copies();
  const store = valueOf(await newerFiles().open(path, passphrase));
  store.close();
  const isRepeated = claims.some(({ migrated }) => migrated === path) && copies() > before;
  return [
    ...lossesOf(path, await newerFiles().verify(path, passphrase)),
    ...(isRepeated ? [`${path} was updated twice`] : []),
  ];
}

function lossesOf(
  name: string,
  verdict: Awaited<ReturnType<SqliteEngagementFiles['verify']>>,
): readonly string[] {
  if (!verdict.ok) return [`${name}: ${verdict.error.message}`];
  return verdict.value.intact && verdict.value.entries > 0 ? [] : [`${name} is not whole`];
}
