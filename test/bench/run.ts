import { spawn } from 'node:child_process';
import { ensureDisplay, hasDisplay, onTestDisplay } from '../harness/display.ts';
import { describeElectron, resolveElectron } from '../harness/electron.ts';
import { projectRoot } from '../harness/project.ts';
import { measure, type Benchmark, type Measured } from './benchmark.ts';
import { accessReviewOf20000 } from './access-review.ts';
import { drawMillion } from './draw-million.ts';
import { engagementDraw } from './engagement-draw.ts';
import { measureFloors } from './floors.ts';
import { gridKeystroke } from './grid-keystroke.ts';
import { importCsv } from './import-csv.ts';
import { importXlsx } from './import-xlsx.ts';
import { journalAppend } from './journal-append.ts';
import { openEngagement } from './open-engagement.ts';
import { populationHealth } from './population-health.ts';
import { reportOf200Pages } from './report-200-pages.ts';
import { windowFrames } from './window-frames.ts';
import { startOfTheWindow } from './window-start.ts';

/*
 * npm run bench            one JSON object: for each its floor, its ratio and its limit
 * npm run bench -- NAME    only that one
 * npm run bench -- --floors  what the floors take here, in milliseconds
 */
const BENCHMARKS: readonly Benchmark[] = [
  startOfTheWindow,
  reportOf200Pages,
  drawMillion,
  journalAppend,
  openEngagement,
  importCsv,
  ...importXlsx,
  populationHealth,
  engagementDraw,
  accessReviewOf20000,
  gridKeystroke,
  windowFrames,
];

const note = (text: string): boolean => process.stderr.write(`${text}\n`);

async function ratios(wanted: readonly string[]): Promise<Record<string, Measured>> {
  const found: Record<string, Measured> = {};
  for (const benchmark of BENCHMARKS) {
    if (wanted.length > 0 && !wanted.includes(benchmark.name)) continue;
    note(`${benchmark.name}: ${benchmark.meaning}`);
    const measured = await measure(benchmark);
    found[benchmark.name] = measured;
    note(`  ${wordsOf(measured)}`);
  }
  return found;
}

function wordsOf({ clock, work, floor, ratio, limit, seconds, megabytes, held }: Measured): string {
  const ratioWords = `${String(work)} / ${String(floor)} ms (${clock}) = ${String(ratio)}, limit ${String(limit)}`;
  const more = [
    ...(seconds === undefined ? [] : [`${String(seconds)} s`]),
    ...(megabytes === undefined ? [] : [`${String(megabytes)} MB`]),
  ];
  return [ratioWords, ...more, held ? 'held' : 'NOT HELD'].join('; ');
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
