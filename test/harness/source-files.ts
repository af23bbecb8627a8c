import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { inProject, projectRoot } from './project.ts';

/** The files below a folder of the project whose names end as given, as `/`-separated paths from its root. */
export function sourceFiles(folder: string, ending: string): readonly string[] {
  if (!existsSync(inProject(folder))) return [];
  return readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
