import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { inProject } from '../harness/project.ts';
import { run } from '../harness/run.ts';

/** Passphrase of the sample engagements and of every person of the sample team. */
export const samplePassphrase = 'sample-passphrase';

/** What `npm run demo` leaves behind, in a folder of a test's own: two issued engagements and the profile of their team. */
export interface SampleEngagements {
  readonly folder: string;
  /** The profile with the sample team, for the window. */
  readonly home: string;
  readonly typeII: string;
  readonly typeI: string;
  readonly typeIIReport: string;
}

/**
 * A copy of what the demo command makes, for one test file to change as it likes. The demo runs once in a run of the
 * window tests: Playwright empties the folder of its results when a run begins.
 */
export async function sampleEngagements(): Promise<SampleEngagements> {
  const made = join(test.info().project.outputDir, 'sample');
  if (!existsSync(made)) await makeSamples(made);
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-sample-'));
  cpSync(made, folder, { recursive: true });
  moveProfile(join(folder, 'profile', 'profile.json'), made, folder);
  return {
    folder,
    home: join(folder, 'profile'),
    typeII: join(folder, 'type-2.tickmark'),
    typeI: join(folder, 'type-1.tickmark'),
    typeIIReport: join(folder, 'type-2-report.pdf'),
  };
}

export function dropSamples(samples: SampleEngagements | undefined): void {
  if (samples !== undefined) rmSync(samples.folder, { recursive: true, force: true, maxRetries: 5 });
}

async function makeSamples(made: string): Promise<void> {
  const unfinished = `${made}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const code = await run(process.execPath, [inProject('src-main/cli/main.ts'), 'demo', '--out', unfinished], {
    quiet: true,
  });
  if (code !== 0) throw new Error('The demo did not end well.');
  moveProfile(join(unfinished, 'profile', 'profile.json'), unfinished, made);
  renameSync(unfinished, made);
}

/** The list of recent engagements names its files by path: it must name those beside it. */
function moveProfile(profile: string, from: string, to: string): void {
  const text = readFileSync(profile, 'utf8');
  writeFileSync(profile, text.replaceAll(JSON.stringify(from).slice(1, -1), JSON.stringify(to).slice(1, -1)));
}
