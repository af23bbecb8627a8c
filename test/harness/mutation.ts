/**
 * Tries the unit tests of the sampling rules: changes one operator or constant at a time, runs the tests of the changed
 * file, and counts the changes that no test notices.
 *
 *     node test/harness/mutation.ts [FILE ...]      files of shared/domain, by default those of the sampling rules
 *
 * Writes .cache/mutation.json; docs/mutation-testing.md says what the survivors are.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createMutationRun, type MutationRun } from './mutation/mutation-run.ts';
import { mutantsOf, type Mutant } from './mutation/mutants.ts';
import { cacheDirectory, inProject } from './project.ts';
import { sourceFiles } from './source-files.ts';

/** A change that no test noticed. */
interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly change: string;
}

/** What became of the changes of a file. */
interface FileResult {
  readonly file: string;
  readonly mutants: number;
  readonly survivors: readonly Survivor[];
}

const subject = 'shared/domain/sampling';

async function tryFile(run: MutationRun, file: string): Promise<FileResult> {
  const source = readFileSync(inProject(file), 'utf8');
  const mutants = mutantsOf(source);
  const survivors: Survivor[] = [];
  const tests = [inProject(`test/unit/${file.replace(/\.ts$/, '.test.ts')}`)];
  if (mutants.length > 0 && !(await run.passes(tests, inProject(file), null)))
    throw new Error(`${file}: its tests fail before anything is changed`);
  for (const mutant of mutants)
    if (await run.passes(tests, inProject(file), mutant)) survivors.push(survivorOf(file, mutant));
  return { file, mutants: mutants.length, survivors };
}

function survivorOf(file: string, { line, original, replacement }: Mutant): Survivor {
  return { file, line, change: `${original} -> ${replacement}` };
}

const wanted = process.argv.slice(2);
const files = wanted.length > 0 ? wanted : sourceFiles(subject, '.ts');
const results: FileResult[] = [];
for (const file of files) {
  // A program of its own for each file: the first failure, which ends a run, is counted over all files of one program.
  const run = await createMutationRun();
  const result = await tryFile(run, file);
  await run.close();
  results.push(result);
  const killed = result.mutants - result.survivors.length;
  console.log(`${basename(file)}: ${killed} of ${result.mutants} killed`);
  for (const { line, change } of result.survivors) console.log(`  line ${line}: ${change}`);
}
const mutants = results.reduce((sum, result) => sum + result.mutants, 0);
const survivors = results.flatMap((result) => result.survivors);
const killed = mutants - survivors.length;
console.log(`${killed} of ${mutants} killed, ${((killed * 100) / Math.max(mutants, 1)).toFixed(1)} %`);
mkdirSync(cacheDirectory, { recursive: true });
writeFileSync(inProject('.cache', 'mutation.json'), JSON.stringify({ mutants, killed, survivors }, null, 1));
