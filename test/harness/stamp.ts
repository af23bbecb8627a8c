import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from './project.ts';

const STAMP = inProject('out', '.built');
const SOURCES = ['shared', 'src-main', 'src-renderer', 'resources'];
const CONFIGURATION = [
  'package-lock.json',
  'vite.main.config.ts',
  'vite.preload.config.ts',
  'vite.renderer.config.ts',
];

/** Whether anything that goes into the build is newer than the build. */
export function isBuildStale(): boolean {
  if (!existsSync(STAMP)) return true;
  const builtAt = statSync(STAMP).mtimeMs;
  return sourceFiles().some((file) => existsSync(file) && statSync(file).mtimeMs > builtAt);
}

function sourceFiles(): readonly string[] {
  const inFolders = SOURCES.filter((folder) => existsSync(inProject(folder))).flatMap((folder) =>
    readdirSync(inProject(folder), { recursive: true, withFileTypes: true }).map((entry) =>
      join(entry.parentPath, entry.name),
    ),
  );
  return [...inFolders, ...CONFIGURATION.map((name) => inProject(name))];
}

/** Forgets the build, before it is made again: a build that stops half-way counts as none. */
export const forgetBuild = (): Promise<void> => rm(STAMP, { force: true });

/** Records that the build is complete. */
export async function recordBuild(): Promise<void> {
  await mkdir(inProject('out'), { recursive: true });
  await writeFile(STAMP, '');
}
