import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWindowIfStale } from '../harness/build-window.ts';
import { resolveElectron } from '../harness/electron.ts';
import { inProject } from '../harness/project.ts';
import { sandboxObstacle, sandboxSwitches } from '../harness/sandbox.ts';
import type { Benchmark } from './benchmark.ts';
import { pageReached } from './page-target.ts';

const DEADLINE_MS = 60_000;

export const startOfTheWindow: Benchmark = {
  name: 'window-start',
  meaning: 'from the start of the program to its usable first page, against a bare Electron window',
  clock: 'wall',
  limit: 1.6,
  runs: 5,
  prepare: async () => {
    if (!(await buildWindowIfStale())) throw new Error('the window could not be built');
    const directory = await mkdtemp(join(tmpdir(), 'tickmark-bare-'));
    await bareApplication(directory);
    return {
      floor: () => windowStart(directory),
      work: () => windowStart(inProject('.'), ['usable']),
      release: () => rm(directory, { recursive: true, force: true }),
    };
  },
};

/**
 * Starts the Electron application in a folder with a fresh profile; resolves to the milliseconds until its page has
 * content and has set the marks by which it says that it can be used.
 */
export async function windowStart(application: string, marks: readonly string[] = []): Promise<number> {
  const electron = await resolveElectron();
  const profile = await mkdtemp(join(tmpdir(), 'tickmark-bench-'));
  const port = await freePort();
  const switches = [
    ...sandboxSwitches(await sandboxObstacle()),
    `--remote-debugging-port=${port}`,
    `--user-data-dir=${profile}`,
  ];
  const startedAt = Date.now();
  const child = spawn(electron.executablePath, [...switches, application], {
    stdio: 'ignore',
    env: { ...process.env, TICKMARK_HOME: profile },
  });
  try {
    return (await pageReached(port, marks, startedAt + DEADLINE_MS)) - startedAt;
  } finally {
    await ended(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The least that any Electron program does: one hardened window with one line of text. */
export async function bareApplication(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'package.json'), '{"name":"bare","main":"main.js","type":"module"}');
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>bare</title><h1>Bare window</h1>');
  await writeFile(
    join(directory, 'main.js'),
    // Not awaited at the top level: Electron is ready only after the main module has run to its end.
    `import { app, BrowserWindow } from 'electron';
app.whenReady().then(() => {
  const webPreferences = { sandbox: true, contextIsolation: true };
  const window = new BrowserWindow({ width: 1400, height: 900, show: false, webPreferences });
  window.once('ready-to-show', () => window.show());
  window.loadFile('index.html');
});
`,
  );
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    if (!child.kill('SIGKILL')) resolve();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
