import { buildWindow } from './build-window.ts';
import { addCounts, countsLine, NO_TESTS, ONE_FAILED, type Outcome } from './counts.ts';
import { ensureDisplay } from './display.ts';
import { describeElectron, resolveElectron, type ElectronBuild } from './electron.ts';
import { gates } from './gates.ts';
import { heading } from './heading.ts';
import { NODE_SUITES, runVitest, runWindowTests } from './suites.ts';

/*
 * Everything there is to check, in one command: the sources, the tests under Node, the unit tests under the Node
 * that Electron brings, and the window itself. Every section runs, also after one that failed.
 */

type Section = { readonly title: string; readonly run: () => Promise<Outcome> };
type Result = Outcome & { readonly title: string };

/** The Electron to test with and a screen for its window, or the sentence that says what is missing. */
async function prepare(): Promise<ElectronBuild | string> {
  try {
    const electron = await resolveElectron();
    return (await ensureDisplay(electron.executablePath)) ?? electron;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function sections(electron: ElectronBuild): readonly Section[] {
  const orFailed = (holds: boolean): Outcome => ({ counts: holds ? NO_TESTS : ONE_FAILED, failures: [] });
  return [
    ...gates.map((gate) => ({ title: gate.title, run: async () => orFailed(await gate.holds()) })),
    ...NODE_SUITES.map((folder) => ({
      title: `Tests: ${folder}`,
      run: () => runVitest(folder, { program: process.execPath }),
    })),
    {
      title: 'Tests: unit, under the Node of Electron',
      run: () => runVitest('unit', { program: electron.executablePath, env: { ELECTRON_RUN_AS_NODE: '1' } }),
    },
    { title: 'Build', run: async () => orFailed(await buildWindow()) },
    { title: 'Tests: end to end, in the window', run: runWindowTests },
  ];
}

async function test(): Promise<boolean> {
  heading('Electron and the screen of the tests');
  const electron = await prepare();
  if (typeof electron === 'string') {
    console.error(electron);
    return false;
  }
  console.log(`Node ${process.versions.node}; ${describeElectron(electron)}`);
  const results: Result[] = [];
  for (const section of sections(electron)) {
    heading(section.title);
    results.push({ title: section.title, ...(await section.run()) });
  }
  return summarize(results, electron);
}

function summarize(results: readonly Result[], electron: ElectronBuild): boolean {
  heading('Result');
  for (const { title, counts, failures } of results) {
    const isGate = counts.passed + counts.failed + counts.skipped === 0;
    console.log(
      `${counts.failed > 0 ? 'FAILED' : 'ok    '}  ${title}${isGate ? '' : `: ${countsLine(counts)}`}`,
    );
    for (const failure of failures) console.log(`          ${failure}`);
  }
  const total = addCounts(results.map((result) => result.counts));
  console.log(`\nWindow tests ran on ${describeElectron(electron)}.`);
  console.log(`\n${countsLine(total)}`);
  return total.failed === 0;
}

process.exitCode = (await test()) ? 0 : 1;
