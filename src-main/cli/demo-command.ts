import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { clientTimeZone } from '../demo/client-time-zone.ts';
import { generateSampleInputs } from '../demo/generate-sample-inputs.ts';
import { JourneyStopped } from '../demo/journey/journey.ts';
import { walkSampleEngagement, type SampleResult } from '../demo/journey/sample-engagement.ts';
import { readArguments, textOption } from './arguments.ts';
import { commandLineProgram } from './command-line-program.ts';
import { UsageError, type Outcome } from './outcome.ts';

/** The passphrase of the sample engagements and of the sample persons; printed, because there is nothing to protect. */
const samplePassphrase = 'sample-passphrase';

/** Marks a folder as one that this command made and may make anew. */
const ownFolders = ['inputs', 'profile'];

/**
 * `demo --out DIR`: two complete engagements of a fictional service organization, made by the same procedures that the
 * window calls, each ending in a signed report and a workbook. The sample persons live in a profile beside them, so the
 * user's own profile is left alone.
 */
export async function runDemo(words: readonly string[]): Promise<Outcome> {
  const usage = 'demo --out DIR [--json]';
  const { options } = readArguments(words, { usage, positionals: [0, 0], options: ['out'] });
  const out = textOption(options, 'out');
  if (out === undefined) throw new UsageError(`usage: tickmark ${usage}`);
  const folder = resolve(out);
  prepareFolder(folder);
  const started = performance.now();
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  try {
    const engagements = await makeEngagements(folder, say);
    return outcomeOfDemo(folder, engagements, (performance.now() - started) / 1000);
  } catch (error) {
    if (!(error instanceof JourneyStopped)) throw error;
    return { json: { error: 'demo-stopped', message: error.message }, text: error.message, exitCode: 1 };
  }
}

async function makeEngagements(
  folder: string,
  say: (line: string) => void,
): Promise<readonly SampleResult[]> {
  say('Writing the sample client’s lists, evidence and letters.');
  const program = commandLineProgram(samplePassphrase, join(folder, 'profile'));
  const today = program.today(clientTimeZone);
  const inputs = await generateSampleInputs(join(folder, 'inputs'), today);
  const results: SampleResult[] = [];
  for (const type of ['I', 'II'] as const) {
    const name = type === 'I' ? 'type-1' : 'type-2';
    results.push(
      await walkSampleEngagement({
        call: (procedure, input) => program.call(procedure, input),
        inputs,
        type,
        file: join(folder, `${name}.tickmark`),
        report: join(folder, `${name}-report.pdf`),
        workpapers: join(folder, `${name}-workpapers.xlsx`),
        passphrase: samplePassphrase,
        today,
        say,
      }),
    );
  }
  return results;
}

function outcomeOfDemo(folder: string, engagements: readonly SampleResult[], elapsed: number): Outcome {
  const seconds = Math.round(elapsed * 10) / 10;
  const lines = engagements.flatMap(({ type, file, report, workpapers, pages, entries }) => [
    `Type ${type}, ${String(entries)} journal entries`,
    `  engagement  ${file}`,
    `  report      ${report} (${String(pages)} pages)`,
    `  workpapers  ${workpapers}`,
  ]);
  const text = [
    ...lines,
    `Done in ${seconds.toFixed(1)} s.`,
    '',
    `Look around in the window: npm start -- --profile=${join(folder, 'profile')}`,
    `Passphrase of both engagements and of every sample person: ${samplePassphrase}`,
    `Check a report: npm run -s cli -- report verify ${engagements[0]?.report ?? ''}`,
  ].join('\n');
  const json = {
    engagements: engagements.map(({ type, file, report, workpapers }) => ({
      type,
      file,
      report,
      workpapers,
    })),
    seconds,
  };
  return { json, text, exitCode: 0 };
}

/** Makes the folder, or empties one that an earlier run made; a folder that holds anything else is left alone. */
function prepareFolder(folder: string): void {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const isOurs = (name: string) =>
    ownFolders.includes(name) || /^type-[12](-report|-workpapers)?\.(tickmark|pdf|xlsx)$/.test(name);
  const present = readdirSync(folder);
  const foreign = present.find((name) => !isOurs(name));
  if (foreign !== undefined)
    throw new UsageError(
      `${folder} holds ${foreign}, which this command did not make. Choose another folder.`,
    );
  for (const name of present) rmSync(join(folder, name), { recursive: true });
}
