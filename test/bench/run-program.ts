import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import type { Cost } from './benchmark.ts';

/** How a program was run to its end. */
export type ProgramRun = { readonly cpu: Cost; readonly wall: Cost; readonly output: string };

const POLL_MS = 25;

/**
 * Runs a program to its end and tells what it took with everything that it started: time on the clock, time of the
 * processors (bash adds up the children that were waited for) and, on Linux, the most memory of all processes at once.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  { env = process.env, input = '' }: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
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
    peak = Math.max(peak, treeMegabytes(child.pid ?? 0));
  }, POLL_MS);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(timer));
  const wall = performance.now() - startedAt;
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}: ${errors}`);
  const times = /([\d.]+) ([\d.]+)\s*$/.exec(errors);
  const cpu = (Number(times?.[1] ?? 0) + Number(times?.[2] ?? 0)) * 1000;
  const seen = { seconds: wall / 1000, ...(peak > 0 ? { megabytes: peak } : {}) };
  return { cpu: { milliseconds: cpu, ...seen }, wall: { milliseconds: wall, ...seen }, output };
}

/** Memory of a process and all below it, in megabytes; 0 where the system does not tell. */
function treeMegabytes(root: number): number {
  const parents = new Map<number, number>();
  const megabytes = new Map<number, number>();
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const status = statusOf(name);
      if (status === null) continue;
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
      megabytes.set(Number(name), Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1000);
    }
  } catch {
    return 0;
  }
  const isBelow = (id: number): boolean => id === root || (id > 1 && isBelow(parents.get(id) ?? 0));
  return [...megabytes].reduce((sum, [id, size]) => (isBelow(id) ? sum + size : sum), 0);
}

/** `null` for a process that has just ended. */
function statusOf(id: string): string | null {
  try {
    return readFileSync(`/proc/${id}/status`, 'utf8');
  } catch {
    return null;
  }
}
