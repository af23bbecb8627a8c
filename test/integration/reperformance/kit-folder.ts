/** Re-performance kits for tests: made by the service out of a state, laid out in a folder, falsified, and checked. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { createReperformanceFiles } from '../../../src-main/adapters/reperformance/reperformance-files.ts';
import { startNodeHash } from '../../../src-main/adapters/hash/running-hash.ts';
import { zipArchive } from '../../../src-main/adapters/zip/zip-archive.ts';
import { createKitService, type KitServicePorts } from '../../../src-main/services/kit-service.ts';
import type { ArchiveEntry } from '../../../src-main/services/ports/archive.ts';
import { all } from '../../../shared/domain/journal/state.ts';
import { ok } from '../../../shared/lib/result.ts';
import { inProject } from '../../harness/project.ts';
import { readZip } from '../../helpers/read-zip.ts';
import type { Listed } from '../../helpers/fieldwork-fixture.ts';

/** What a checker prints with `--json`. */
const printed = z.strictObject({
  client: z.string(),
  system: z.string(),
  journal: z.strictObject({ head: z.string(), entries: z.int() }),
  hasReport: z.boolean(),
  checked: z.record(z.string(), z.int()),
  agrees: z.boolean(),
  problems: z.array(z.strictObject({ code: z.string(), place: z.string(), message: z.string() })),
});
export type Verdict = z.output<typeof printed>;

/** Whether Python is on this computer; the tests of its checker need it. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;

const checkers = { js: process.execPath, py: 'python3' } as const;

/** The verdict of a checker over a kit, in a process of its own. Exit code and verdict must say the same. */
export function verdictOf(language: keyof typeof checkers, kit: string): Verdict {
  const script = inProject('resources', 'reperformance', `check.${language}`);
  const run = spawnSync(checkers[language], [script, kit, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.stdout === '') throw new Error(run.stderr);
  const verdict = printed.parse(JSON.parse(run.stdout));
  if (run.status !== (verdict.agrees ? 0 : 4)) throw new Error(`exit code ${String(run.status)}`);
  return verdict;
}

/** Lays entries out in a new folder below the system's temporary one. */
export function folderOf(entries: readonly ArchiveEntry[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-kit-'));
  for (const { path, chunks } of entries) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), Buffer.concat([...chunks()]));
  }
  return folder;
}

/** A kit that was saved, laid out in a new folder. */
export async function unpacked(kit: string): Promise<string> {
  const files = await readZip(readFileSync(kit));
  return folderOf([...files].map(([path, bytes]) => ({ path, chunks: () => [bytes], isCompressed: false })));
}

/** The kit that the service makes of a state with one list, as entries; files of evidence hold their own name. */
export async function kitEntries(listing: Listed, withEvidence = false): Promise<readonly ArchiveEntry[]> {
  const captured: ArchiveEntry[] = [];
  const service = createKitService({
    session: sessionOf(listing),
    files: filesTo(),
    startHash: startNodeHash,
    archive: {
      archive: (entries) => {
        captured.splice(0, captured.length, ...entries);
        return zipArchive.archive(entries);
      },
    },
    reperformance: createReperformanceFiles(new URL('../../../resources/reperformance/', import.meta.url)),
  });
  const call = { signal: new AbortController().signal, onProgress: () => undefined };
  const saved = await service['kit.export']({ token: 'kit', withEvidence }, call);
  if (!saved.ok) throw new Error(saved.error.message);
  return captured;
}

function sessionOf({ state, rows }: Listed): KitServicePorts['session'] {
  const bytes = (sha256: string) =>
    all(state, 'evidenceFile').find((file) => file.sha256 === sha256)?.originalName ?? '';
  const store = {
    populationRows: { all: () => rows },
    evidence: {
      check: () => 'matches',
      get: () => null,
      chunks: (sha256: string) => [Buffer.from(bytes(sha256))],
    },
  };
  return { state: () => state, store: () => store } as unknown as KitServicePorts['session']; // the service asks for nothing else
}

function filesTo(): KitServicePorts['files'] {
  const target = {
    write: (chunks: Iterable<Uint8Array>) =>
      Promise.resolve(ok({ size: [...chunks].reduce((sum, chunk) => sum + chunk.length, 0) })),
  };
  return {
    open: () => Promise.reject(new Error('nothing is read')),
    saveTarget: () => ok(target),
    spend: () => undefined,
  };
}

const json = z.record(z.string(), z.unknown());

const readJson = (file: string) => json.parse(JSON.parse(readFileSync(file, 'utf8')));

const index = z.looseObject({
  files: z.array(z.strictObject({ path: z.string(), sha256: z.string(), size: z.int() })),
});

/** Changes a text file of a kit and, as a careful falsifier would, its hash and size in the index. */
export function falsify(folder: string, name: string, change: (text: string) => string): void {
  const changed = Buffer.from(change(readFileSync(join(folder, name), 'utf8')));
  writeFileSync(join(folder, name), changed);
  if (name === 'kit.json') return;
  const listed = index.parse(readJson(join(folder, 'kit.json')));
  const sha256 = createHash('sha256').update(changed).digest('hex');
  const files = listed.files.map((file) =>
    file.path === name ? { ...file, sha256, size: changed.length } : file,
  );
  writeFileSync(join(folder, 'kit.json'), JSON.stringify({ ...listed, files }));
}
