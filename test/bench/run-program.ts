import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import type { Cost } from './benchmark.ts';

/** How a program was run to its end. */
export type ProgramRun = { readonly cpu: Cost; readonly wall: Cost; readonly output: string };

type ProgramSurroundings = {
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  readonly heldFrom?: string;
};

const POLL_MS = 25;

/**
 * Runs a program to its end and tells what it took with everything that it started: time on the clock, time of the
 * processors (bash adds up the children that were waited for) and, on Linux, the most memory of all processes at once, with
 * what they share counted once. `heldFrom`: a line of its output from which on memory counts; without it, from the start.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  { env = process.env, input = '', heldFrom = '' }: ProgramSurroundings = {},
): Promise<ProgramRun> {
  const script = `TIMEFORMAT='%3U %3S'; time "$0" "$@"`;
  const startedAt = performance.now();
  const child = spawn('bash', ['-c', script, program, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  let peak = 0;
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdin.end(input);
  const timer = setInterval(() => {
    if (output.includes(heldFrom)) peak = Math.max(peak, treeMegabytes(child.pid ?? 0));
  }, POLL_MS);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(timer));
  const wall = performance.now() - startedAt;
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}: ${errors}`);
  const cpu = processorTime(errors);
  const seen = { seconds: wall / 1000, ...(peak > 0 ? { megabytes: peak } : {}) };
  return { cpu: { milliseconds: cpu, ...seen }, wall: { milliseconds: wall, ...seen }, output };
}

/** Milliseconds of the processors, by the last line that bash wrote: what the program took itself and for the system. */
function processorTime(errors: string): number {
  const times = /([\d.]+) ([\d.]+)\s*$/.exec(errors);
  return (Number(times?.[1] ?? 0) + Number(times?.[2] ?? 0)) * 1000;
}

/** Memory of a process and all below it, in megabytes: a share of each page that several hold. 0 where the system does not tell. */
function treeMegabytes(root: number): number {
  const parents = new Map<number, number>();
  try {
    for (const name of readdirSync('/proc')) {
      const status = /^\d+$/.test(name) ? fileOf(name, 'status') : null;
      if (status !== null) parents.set(Number(name), numberIn(status, 'PPid'));
    }
  } catch {
    return 0;
  }
  const isBelow = (id: number): boolean => id === root || (id > 1 && isBelow(parents.get(id) ?? 0));
  const ids = [...parents.keys()].filter(isBelow);
  return ids.reduce((sum, id) => sum + numberIn(fileOf(String(id), 'smaps_rollup') ?? '', 'Pss') / 1000, 0);
}

const numberIn = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);

/** What the system says of a process; `null` for one that has just ended. */
function fileOf(id: string, name: 'status' | 'smaps_rollup'): string | null {
  try {
    return readFileSync(`/proc/${id}/${name}`, 'utf8');
  } catch {
    return null;
  }
}
