import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { ask, goTo, openEngagement, openWindow, type RealWindow } from './real-window.ts';
import { dropSamples, sampleEngagements, type SampleEngagements } from './sample-engagements.ts';

/* The memory of the program on the Type II sample engagement, once its main screens were looked at. */

test.skip(process.platform !== 'linux', 'other systems do not say how much of a process is shared');

const MOST_MEGABYTES = 700;
const SCREENS = [
  '/home',
  '/review',
  '/controls',
  '/tests',
  '/populations',
  '/deviations',
  '/criteria',
  '/opinion',
  '/letters',
  '/report',
  '/journal',
];

let samples: SampleEngagements | undefined;
let shown: RealWindow;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  samples = await sampleEngagements();
  shown = await openWindow(samples.home);
});

test.afterAll(async () => {
  await shown.program.close();
  dropSamples(samples);
});

test('the processes of the window stay under 700 MB', async () => {
  const { page, program } = shown;
  await openEngagement(page, 'II');
  const controls = await ask(page, 'control.list', {});
  const papers = controls.flatMap(({ operating }) =>
    operating === null ? [] : [`/tests/${operating.workpaperId}`],
  );
  for (const path of [...SCREENS, ...papers.slice(0, 8), '/report']) {
    await goTo(page, path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  const found = treeOf(program.process().pid ?? 0).map((pid) => megabytesOf(pid));
  const total = found.reduce((sum, { megabytes }) => sum + megabytes, 0);
  const parts = found.map(({ name, megabytes }) => `${name} ${megabytes.toFixed(0)}`).join(', ');
  process.stdout.write(
    `Memory of the window: ${total.toFixed(0)} MB in ${found.length} processes (${parts})\n`,
  );
  expect(found.length).toBeGreaterThan(2);
  expect(total).toBeLessThan(MOST_MEGABYTES);
});

/** A process and those that it started. */
function treeOf(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = read(`/proc/${name}/stat`);
    // The name of the program, in brackets, may hold anything; the parent is the second word after it.
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    parents.set(Number(name), Number(parent));
  }
  const childrenOf = (pid: number): readonly number[] =>
    [...parents].filter(([, parent]) => parent === pid).map(([child]) => child);
  const walk = (pid: number): readonly number[] => [pid, ...childrenOf(pid).flatMap(walk)];
  return walk(root);
}

/**
 * The proportional set size of a process: its own pages, and its part of each page that it shares. The processes of a
 * window share most of their program, which a sum of resident sizes would count once for each of them. Where the kernel
 * does not let us look, the resident size, which is more.
 */
function megabytesOf(pid: number): { readonly name: string; readonly megabytes: number } {
  const name = /--type=([a-z-]+)/.exec(read(`/proc/${pid}/cmdline`).replaceAll('\0', ' '))?.[1] ?? 'main';
  const share = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1];
  return { name, megabytes: Number(share ?? resident ?? 0) / 1024 };
}

/** What a file of the kernel says; nothing where the process ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
