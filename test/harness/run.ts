import { spawn } from 'node:child_process';
import { projectRoot, toolScript, type ToolName } from './project.ts';

export type RunOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** Stops the program after this time; the outcome is then `null`. */
  readonly timeoutMs?: number;
  readonly quiet?: boolean;
};

/** Runs a program with its output on ours; resolves to its exit code, or `null` where it was stopped. */
export function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: projectRoot,
      env: { ...process.env, ...options.env },
      stdio: [
        'ignore',
        options.quiet === true ? 'ignore' : 'inherit',
        options.quiet === true ? 'ignore' : 'inherit',
      ],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    // Whoever stops us means what we started.
    const stop = (signal: NodeJS.Signals): boolean => child.kill(signal);
    process.once('SIGTERM', stop).once('SIGINT', stop);
    const end = (code: number | null): void => {
      process.off('SIGTERM', stop).off('SIGINT', stop);
      resolve(code);
    };
    child.on('error', () => end(null));
    child.on('exit', end);
  });
}

/** Runs a tool of the project under this Node. */
export const runTool = (
  tool: ToolName,
  args: readonly string[],
  options?: RunOptions,
): Promise<number | null> => run(process.execPath, [toolScript(tool), ...args], options);

/** What a program prints on standard output, or `null` where it cannot be started or ends with an error. */
export function capture(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks).toString('utf8') : null));
  });
}
