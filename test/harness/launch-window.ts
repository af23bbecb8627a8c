import { _electron, errors, type ElectronApplication } from '@playwright/test';
import { inProject } from './project.ts';
import { resolveElectron } from './electron.ts';
import { sandboxObstacle, sandboxSwitches } from './sandbox.ts';

export type LaunchOptions = {
  /** The profile (persons, keys, settings) of this run: a folder of the test's own. */
  readonly home: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** A window that is not there after this time never comes: the debugger met its page while it was made, and holds it up. */
const ATTACH_MS = 40_000;
const ATTEMPTS = 4;

/** Starts the built program in a real window, as a test does; once more where the debugger attached at a bad moment. */
export async function launchWindow(options: LaunchOptions): Promise<ElectronApplication> {
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
    try {
      return await launchOnce(options);
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
      console.log(
        `The debugger did not reach the window in attempt ${String(attempt)}; it is started again.`,
      );
    }
  }
  return launchOnce(options);
}

async function launchOnce(options: LaunchOptions): Promise<ElectronApplication> {
  const electron = await resolveElectron();
  const environment = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return _electron.launch({
    executablePath: electron.executablePath,
    timeout: ATTACH_MS,
    args: [...sandboxSwitches(await sandboxObstacle()), inProject('.'), ...(options.args ?? [])],
    env: { ...Object.fromEntries(environment), TICKMARK_HOME: options.home, ...options.env },
  });
}
