import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, expect, test, type Browser } from '@playwright/test';
import { resolveElectron } from '../harness/electron.ts';
import { packageProgram } from '../harness/package-program.ts';
import { sandboxObstacle, sandboxSwitches } from '../harness/sandbox.ts';

/* The program as users get it: what is switched off in it, what is in it, and that it starts. */

test.skip(process.platform !== 'linux', 'the folders of a package differ from system to system');

let folder: string;
let executable: string;

test.beforeAll(async () => {
  const packaged = await packageProgram(await resolveElectron());
  expect(packaged).not.toBeNull();
  folder = join(packaged ?? '', 'linux-unpacked');
  executable = join(folder, 'tickmark');
});

test('the fuses are flipped', async () => {
  const wire = await getCurrentFuseWire(executable);
  const on = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ];
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ];
  expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => FuseState.ENABLE));
  expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => FuseState.DISABLE));
});

test('it holds the native code of this system only, and no start page of Electron', () => {
  const resources = join(folder, 'resources');
  const native = readdirSync(join(resources, 'app.asar.unpacked'), {
    recursive: true,
    encoding: 'utf8',
  }).filter((name) => name.endsWith('.node'));
  expect(native.map((name) => name.split('/').at(-1)).sort()).toEqual([
    `linux-${process.arch}.node`,
    `typst-ts-node-compiler.linux-${process.arch}-gnu.node`,
  ]);
  expect(existsSync(join(resources, 'default_app.asar'))).toBe(false);
  expect(existsSync(join(resources, 'resources', 'fonts'))).toBe(true);
});

test('it starts on its page', async () => {
  const home = mkdtempSync(join(tmpdir(), 'tickmark-packaged-'));
  const started = spawn(
    executable,
    [...sandboxSwitches(await sandboxObstacle()), '--remote-debugging-port=0', `--user-data-dir=${home}`],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, TICKMARK_HOME: home } },
  );
  let browser: Browser | undefined;
  try {
    browser = await attach(await whenShown(await debuggingAddress(started)));
    await expect.poll(() => browser?.contexts()[0]?.pages()[0]?.url()).toMatch(/^app:\/\/tickmark\//);
    const page = browser.contexts()[0]?.pages()[0];
    await expect.poll(() => page?.evaluate('document.body.innerText.trim().length')).toBeGreaterThan(0);
  } finally {
    await browser?.close();
    if (started.exitCode === null) await new Promise((resolve) => started.once('exit', resolve).kill());
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Attaches to the program, once more where the page was met at a bad moment: it goes on when the client lets go. */
async function attach(address: string): Promise<Browser> {
  const timeout = 20_000;
  try {
    return await chromium.connectOverCDP(address, { timeout });
  } catch {
    return await chromium.connectOverCDP(address, { timeout });
  }
}

/** A client that attaches before the window is there holds its page up for ever: it waits for the page first. */
async function whenShown(address: string): Promise<string> {
  const list = `http://${new URL(address).host}/json`;
  await expect
    .poll(async () => (await fetch(list)).text(), { timeout: 30_000 })
    .toContain('"url": "app://tickmark/');
  return address;
}

/** Electron writes the address of its debugging port to standard error. */
function debuggingAddress(started: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    started.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const address = /DevTools listening on (ws:\/\/\S+)/.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
    started.once('exit', () => reject(new Error(`the program ended:\n${text}`)));
  });
}
