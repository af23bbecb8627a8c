import { buildWindowIfStale } from './build-window.ts';
import { hasDisplay } from './display.ts';
import { describeElectron, resolveElectron } from './electron.ts';
import { inProject } from './project.ts';
import { run } from './run.ts';
import { sandboxObstacle, sandboxSwitches } from './sandbox.ts';

/** Opens the window from the checkout; resolves to the exit code. */
async function start(args: readonly string[]): Promise<number> {
  if (!hasDisplay()) {
    console.error('There is no display here, so the window cannot open.');
    console.error('Without a window, `npm run demo` makes two complete engagements on the command line.');
    return 1;
  }
  const electron = await resolveElectron();
  if (electron.origin !== 'official') console.error(`Note: ${describeElectron(electron)}.`);
  const obstacle = await sandboxObstacle();
  if (obstacle !== null) console.error(`Note: starting without Chromium's sandbox (${obstacle}).`);
  if (!(await buildWindowIfStale())) return 1;
  return (await run(electron.executablePath, [...sandboxSwitches(obstacle), inProject('.'), ...args])) ?? 1;
}

process.exitCode = await start(process.argv.slice(2));
