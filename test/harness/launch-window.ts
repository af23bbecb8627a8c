import { _electron, type ElectronApplication } from '@playwright/test';
import { inProject } from './project.ts';
import { resolveElectron } from './electron.ts';
import { sandboxObstacle, sandboxSwitches } from './sandbox.ts';

export type LaunchOptions = {
  /** The profile (persons, keys, settings) of this run: a folder of the test's own. */
  readonly home: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts the built program in a real window, as a test does. */
export async function launchWindow(options: LaunchOptions): Promise<ElectronApplication> {
  const electron = await resolveElectron();
  const environment = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return _electron.launch({
    executablePath: electron.executablePath,
    args: [...sandboxSwitches(await sandboxObstacle()), inProject('.'), ...(options.args ?? [])],
    env: { ...Object.fromEntries(environment), TICKMARK_HOME: options.home, ...options.env },
  });
}
