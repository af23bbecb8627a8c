/** Tools of others, used in tests where they are installed. */
import { execFileSync, spawnSync } from 'node:child_process';

/** True where the tool is installed; says so where it is not. */
export function hasTool(name: string, versionArgument: string): boolean {
  const { error } = spawnSync(name, [versionArgument]);
  if (error !== undefined) process.stdout.write(`skipped: ${name} is not installed\n`);
  return error === undefined;
}

/** Runs a tool and answers what it printed; throws where it ends otherwise than well. */
export function runTool(name: string, args: readonly string[]): string {
  return execFileSync(name, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What a tool printed on both streams, whatever its end. */
export function outputOf(
  name: string,
  args: readonly string[],
): { readonly text: string; readonly status: number } {
  const { stdout, stderr, status } = spawnSync(name, args, { encoding: 'utf8' });
  return { text: `${stdout}${stderr}`, status: status ?? -1 };
}
