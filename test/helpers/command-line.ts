/** Runs the command line as its users do: as a process of its own, judged by its output and its exit code. */
import { spawn } from 'node:child_process';
import { inProject } from '../harness/project.ts';

/** What a command left behind. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The surroundings of a command. */
export interface Surroundings {
  /** Environment on top of the test's own; no passphrase is handed down from there. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the command reads from standard input. */
  readonly input?: string;
}

/** Runs `tickmark` with these words and waits for its end. */
export function tickmark(
  words: readonly string[],
  { env = {}, input = '' }: Surroundings = {},
): Promise<CommandResult> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('TICKMARK_'));
  const child = spawn(process.execPath, [inProject('src-main', 'cli', 'main.ts'), ...words], {
    env: { ...Object.fromEntries(inherited), ...env },
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // A command that does not read its input may have ended before it was written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const [out, err] = [stdout, stderr].map((chunks) => Buffer.concat(chunks).toString('utf8'));
      resolve({ code, stdout: out ?? '', stderr: err ?? '' });
    });
  });
}

/** The one JSON value that a command with `--json` printed; anything beside it is a fault. */
export function onlyJson({ stdout, stderr }: CommandResult): unknown {
  if (!stdout.endsWith('\n') || stdout.trimEnd().includes('\n'))
    throw new Error(`not one line of output: ${stdout}${stderr}`);
  const value: unknown = JSON.parse(stdout);
  return value;
}

/** The JSON values that a command printed, one a line. */
export const jsonLines = (printed: string): readonly unknown[] =>
  printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
