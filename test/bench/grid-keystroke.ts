import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { openPractice, unlockAs } from '../e2e/practice-engagement.ts';
import type { RealWindow } from '../e2e/real-window.ts';
import { buildWindowIfStale } from '../harness/build-window.ts';
import { resolveElectron } from '../harness/electron.ts';
import { inProject } from '../harness/project.ts';
import { runTool } from '../harness/run.ts';
import { sandboxObstacle, sandboxSwitches } from '../harness/sandbox.ts';
import { median, type Benchmark } from './benchmark.ts';
import { makeLargeTest, type LargeTest } from './large-test.ts';

export const gridKeystroke: Benchmark = {
  name: 'grid-keystroke-500x12',
  meaning:
    'one keystroke in the grid of a test of 500 by 12 until it is painted, in the real window, against an empty React grid of that size',
  clock: 'wall',
  limit: 1.5,
  runs: 5,
  prepare: async () => {
    if (!(await buildWindowIfStale())) throw new Error('the window could not be built');
    const config = ['build', '--config', 'vite.empty-grid.config.ts', '--logLevel', 'warn'];
    if ((await runTool('vite', config)) !== 0) throw new Error('the empty grid could not be built');
    const large = await makeLargeTest();
    const { program, page } = await openTest(large);
    const bare = await bareWindow();
    const floor = await bare.program.firstWindow();
    await floor.getByRole('gridcell').first().focus();
    for (const each of [page, floor]) await watchKeys(each);
    return {
      floor: () => keystroke(floor),
      work: () => keystroke(page),
      release: async () => {
        await Promise.all([program.close(), bare.program.close()]);
        for (const folder of [large.folder, bare.folder])
          await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  },
};

/** Keys pressed in one run; the middle one counts. */
const KEYS = 15;

async function keystroke(page: Page): Promise<number> {
  const times: number[] = [];
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('p');
    times.push(await page.evaluate(() => window.painted ?? Promise.reject(new Error('no key was seen'))));
    await page.keyboard.press('ArrowDown');
  }
  return median(times);
}

declare global {
  interface Window {
    /** Milliseconds from the last key until the frame in which its cell looked otherwise was painted. */
    painted?: Promise<number>;
  }
}

/** Notes for each letter how long the cell that had the focus took to look otherwise on the screen. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const looks = (cell: Element | null): string => `${cell?.ariaLabel ?? ''} ${cell?.innerHTML ?? ''}`;
    document.addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (key !== 'p') return;
        const cell = document.activeElement;
        const before = looks(cell);
        window.painted = new Promise((resolve) => {
          const look = (): void => {
            if (looks(cell) === before) {
              requestAnimationFrame(look);
              return;
            }
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              resolve(performance.now() - timeStamp);
            };
            port2.postMessage(null);
          };
          requestAnimationFrame(look);
        });
      },
      { capture: true },
    );
  });
}

/** Opens the engagement as a person does and goes to the first cell of its test. */
async function openTest({ home, workpaperId }: LargeTest): Promise<RealWindow> {
  const shown = await openPractice(home);
  const { page } = shown;
  await unlockAs(page, 'STA');
  await page.evaluate((id) => {
    location.hash = `/tests/${id}`;
  }, workpaperId);
  await page.getByRole('tab', { name: /Operating test/ }).click();
  await page.getByRole('gridcell', { name: /^Item 1, attribute A/ }).click();
  return shown;
}

/** A window with the empty grid and nothing else. */
async function bareWindow(): Promise<{ readonly program: ElectronApplication; readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'tickmark-empty-grid-'));
  const address = pathToFileURL(inProject('out', 'empty-grid', 'index.html')).href;
  await writeFile(join(folder, 'package.json'), '{"name":"empty-grid","main":"main.js","type":"module"}');
  await writeFile(
    join(folder, 'main.js'),
    // Not awaited at the top level: Electron is ready only after the main module has run to its end.
    `import { app, BrowserWindow } from 'electron';
app.whenReady().then(() => {
  const webPreferences = { sandbox: true, contextIsolation: true };
  new BrowserWindow({ width: 1400, height: 900, webPreferences }).loadURL(${JSON.stringify(address)});
});
`,
  );
  const { executablePath } = await resolveElectron();
  const switches = sandboxSwitches(await sandboxObstacle());
  const program = await _electron.launch({ executablePath, args: [...switches, folder] });
  return { program, folder };
}
