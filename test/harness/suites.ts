import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { NO_TESTS, playwrightOutcome, vitestOutcome, type Outcome } from './counts.ts';
import { onTestDisplay } from './display.ts';
import { cacheDirectory, toolScript } from './project.ts';
import { run } from './run.ts';
import { sourceFiles } from './source-files.ts';

const REPORTS = join(cacheDirectory, 'reports');

/** The folders of tests that run under Node, in the order from the quick to the slow. */
export const NODE_SUITES = [
  'unit',
  'reference',
  'contract',
  'migrations',
  'golden',
  'integration',
  'perf',
] as const;

const hasTests = (folder: string): boolean =>
  sourceFiles(`test/${folder}`, '.test.ts').length + sourceFiles(`test/${folder}`, '.test.tsx').length > 0;

/** A fresh place for the report of one run; an old report must not count twice. */
async function reportFile(name: string): Promise<string> {
  await mkdir(REPORTS, { recursive: true });
  const file = join(REPORTS, `${name}.json`);
  await rm(file, { force: true });
  return file;
}

/** Runs one folder of tests, under Node or under another program that acts as Node. */
export async function runVitest(
  folder: string,
  host: { readonly program: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Outcome> {
  if (!hasTests(folder)) {
    console.log(`There are no tests in test/${folder}.`);
    return { counts: NO_TESTS, failures: [] };
  }
  const report = await reportFile(`${folder}-${host.env === undefined ? 'node' : 'electron'}`);
  const args = [
    'run',
    `test/${folder}/`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const code = await run(host.program, [toolScript('vitest'), ...args], { env: host.env ?? {} });
  return vitestOutcome(report, code);
}

/** Runs the end-to-end tests in a real window, on a screen of its own. */
export async function runWindowTests(): Promise<Outcome> {
  if (!hasTests('e2e')) {
    console.log('There are no tests in test/e2e.');
    return { counts: NO_TESTS, failures: [] };
  }
  const report = await reportFile('e2e');
  const [program, args] = onTestDisplay(process.execPath, [
    toolScript('playwright'),
    'test',
    '--reporter=list,json',
  ]);
  const code = await run(program, args, { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report } });
  return playwrightOutcome(report, code);
}
