import { spawn } from 'node:child_process';
import { ensureDisplay, hasDisplay, onTestDisplay } from '../harness/display.ts';
import { describeElectron, resolveElectron } from '../harness/electron.ts';
import { projectRoot } from '../harness/project.ts';
import { measure, type Benchmark } from './benchmark.ts';
import { drawMillion } from './draw-million.ts';
import { measureFloors } from './floors.ts';
import { journalAppend } from './journal-append.ts';
import { openEngagement } from './open-engagement.ts';
import { reportOf200Pages } from './report-200-pages.ts';
import { startOfTheWindow } from './window-start.ts';

/*
 * npm run bench            one JSON object of ratios, each against a floor taken in the same run
 * npm run bench -- NAME    only that one
 * npm run bench -- --floors  what the floors take here, in milliseconds
 */
const BENCHMARKS: readonly Benchmark[] = [
  startOfTheWindow,
  reportOf200Pages,
  drawMillion,
  journalAppend,
  openEngagement,
];

const note = (text: string): boolean => process.stderr.write(`${text}\n`);

async function ratios(wanted: readonly string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const benchmark of BENCHMARKS) {
    if (wanted.length > 0 && !wanted.includes(benchmark.name)) continue;
    const { ratio, floor, work } = await measure(benchmark);
    found[benchmark.name] = Math.round(ratio * 100) / 100;
    const verdict = ratio <= benchmark.limit ? 'within' : 'ABOVE';
    note(`${benchmark.name}: ${benchmark.meaning}`);
    note(
      `  ${work.toFixed(1)} ms / ${floor.toFixed(1)} ms = ${ratio.toFixed(2)}, ${verdict} ${benchmark.limit}`,
    );
  }
  return found;
}

/** Starts this script again on a screen of its own where there is none. */
function onScreen(args: readonly string[]): Promise<number> {
  const [program, programArgs] = onTestDisplay(process.execPath, [import.meta.filename, ...args]);
  return new Promise((resolve) => {
    const child = spawn(program, [...programArgs], { cwd: projectRoot, stdio: 'inherit' });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function bench(args: readonly string[]): Promise<number> {
  const electron = await resolveElectron();
  if (!hasDisplay()) {
    const obstacle = await ensureDisplay(electron.executablePath);
    if (obstacle === null) return onScreen(args);
    note(obstacle);
    return 1;
  }
  note(`Node ${process.versions.node}; ${describeElectron(electron)}`);
  const result = args.includes('--floors') ? await measureFloors() : await ratios(args);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return 0;
}

process.exitCode = await bench(process.argv.slice(2));
