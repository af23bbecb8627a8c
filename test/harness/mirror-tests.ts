import { existsSync, readFileSync } from 'node:fs';
import { inProject } from './project.ts';
import { sourceFiles } from './source-files.ts';

/** Every file of the audit rules that holds more than types has its test at the mirrored path. */
export function mirrorFaults(): readonly string[] {
  return sourceFiles('shared/domain', '.ts')
    .filter((file) => holdsCode(file) && !existsSync(inProject(mirror(file))))
    .map((file) => `${file}: no test at ${mirror(file)}`);
}

const mirror = (file: string): string => `test/unit/${file.replace(/\.ts$/, '.test.ts')}`;

/** A file of types alone has nothing to run. */
const holdsCode = (file: string): boolean =>
  /^export (const|function|class|async)\b/m.test(readFileSync(inProject(file), 'utf8'));
