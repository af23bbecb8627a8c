import { storeFailureOf } from '../app/store-failure.ts';
import { helpText } from './help.ts';
import { failed, UsageError, type Outcome } from './outcome.ts';

type Command = (words: readonly string[], print: (line: string) => void) => Promise<Outcome>;

/** Commands by their words. Each is loaded when it is called, so that a small one starts at once. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./demo-command.ts')).runDemo,
  'engagement create': async () => (await import('./engagement-commands.ts')).runEngagementCreate,
  'engagement show': async () => (await import('./engagement-commands.ts')).runEngagementShow,
  'engagement verify': async () => (await import('./engagement-commands.ts')).runEngagementVerify,
  'population inspect': async () => (await import('./list-commands.ts')).populationInspect,
  'population rows': async () => (await import('./list-commands.ts')).populationRows,
  'population compare': async () => (await import('./list-commands.ts')).populationCompare,
  'sample size': async () => (await import('./list-commands.ts')).sampleSize,
  'sample evaluate': async () => (await import('./list-commands.ts')).sampleEvaluate,
  'sample draw': async () => (await import('./list-commands.ts')).sampleDraw,
  'sample certificate': async () => (await import('./certificate-command.ts')).sampleCertificate,
  'kit export': async () => (await import('./kit-commands.ts')).kitExport,
  'kit check': async () => (await import('./kit-commands.ts')).kitCheck,
  'access review': async () => (await import('./list-commands.ts')).accessReview,
  'guidance show': async () => (await import('./guidance-commands.ts')).guidanceShow,
  'guidance set': async () => (await import('./guidance-commands.ts')).guidanceSet,
  'library list': async () => (await import('./library-commands.ts')).libraryList,
  'library show': async () => (await import('./library-commands.ts')).libraryShow,
  'library add': async () => (await import('./library-commands.ts')).libraryAdd,
  'library edit': async () => (await import('./library-commands.ts')).libraryEdit,
  'library retire': async () => (await import('./library-commands.ts')).libraryRetire,
  'library reinstate': async () => (await import('./library-commands.ts')).libraryReinstate,
  'library export': async () => (await import('./library-files.ts')).libraryExport,
  'library import': async () => (await import('./library-files.ts')).libraryImport,
  'report verify': async () => (await import('./list-commands.ts')).reportVerify,
  run: async () => (await import('./run-command.ts')).runScript,
};

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Runs a command line and gives its outcome. */
async function run(words: readonly string[]): Promise<Outcome> {
  const [first = '', second = '', ...rest] = words;
  const two = commands[`${first} ${second}`];
  if (two !== undefined) return (await two())(rest, print);
  const one = commands[first];
  if (one !== undefined) return (await one())(words.slice(1), print);
  if (first === '--help' || first === 'help')
    return { json: { help: helpText() }, text: helpText(), exitCode: 0 };
  const called = words
    .slice(0, 2)
    .filter((word) => !word.startsWith('-'))
    .join(' ');
  throw new UsageError(called === '' ? helpText() : `There is no command "${called}".\n${helpText()}`);
}

/** Every way to fail has words and an exit code; a stack trace is never one of them. */
async function guardedRun(words: readonly string[]): Promise<Outcome> {
  try {
    return await run(words);
  } catch (error) {
    if (error instanceof UsageError)
      return { json: { error: 'usage', message: error.message }, text: error.message, exitCode: 2 };
    const failure = storeFailureOf(error);
    if (failure !== null) return failed(failure);
    const message = 'Tickmark met a defect in itself and stopped. Everything recorded before is safe.';
    if (process.env['TICKMARK_DEBUG'] === '1') console.error(error);
    return { json: { error: 'internal', message }, text: message, exitCode: 3 };
  }
}

const words = process.argv.slice(2);
const outcome = await guardedRun(words);
if (words.includes('--json')) {
  if (outcome.json !== undefined) print(JSON.stringify(outcome.json));
} else if (outcome.text !== '') {
  if (outcome.exitCode === 0 || outcome.exitCode === 4) print(outcome.text);
  else process.stderr.write(`${outcome.text}\n`);
}
process.exitCode = outcome.exitCode;
