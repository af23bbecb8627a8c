import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLineProgram } from '../../src-main/cli/command-line-program.ts';
import { clientTimeZone } from '../../src-main/demo/client-time-zone.ts';
import { generateSampleInputs } from '../../src-main/demo/generate-sample-inputs.ts';
import { walkIntoFieldwork } from '../../src-main/demo/journey/sample-engagement.ts';

/** Passphrase of the practice engagement and of every person of the sample team. */
export const practicePassphrase = 'sample-passphrase';

/** A Type II sample engagement in fieldwork, whose test of LA-02 is not begun, in a folder of its own. */
export interface PracticeEngagement {
  readonly folder: string;
  /** The profile with the sample team, for the window. */
  readonly home: string;
  /** The list of terminations, as the client handed it over. */
  readonly terminations: string;
}

/** Makes the practice engagement through the same procedures that the window calls. Takes about a minute. */
export async function makePracticeEngagement(): Promise<PracticeEngagement> {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-practice-'));
  const home = join(folder, 'profile');
  const program = commandLineProgram(practicePassphrase, home);
  const today = program.today(clientTimeZone);
  const inputs = await generateSampleInputs(join(folder, 'inputs'), today);
  await walkIntoFieldwork(
    {
      call: (name, input) => program.call(name, input),
      inputs,
      type: 'II',
      file: join(folder, 'practice.tickmark'),
      passphrase: practicePassphrase,
      today,
      say: () => undefined,
    },
    ['LA-02'],
  );
  const list = inputs.tests.find((item) => item.controlId === 'LA-02')?.population.file ?? '';
  return { folder, home, terminations: join(inputs.folder, list) };
}
