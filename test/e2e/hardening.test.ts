import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import type { WebContents } from 'electron';
import { launchWindow } from '../harness/launch-window.ts';

/* What docs/security-checklist.md claims, asked of the running window. */

type WithPreferences = { readonly getLastWebPreferences: () => Readonly<Record<string, unknown>> };

let home: string;
let program: ElectronApplication;
let page: Page;

test.beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tickmark-hardening-'));
  program = await launchWindow({ home });
  page = await program.firstWindow();
  await page.waitForLoadState('load');
});

test.afterAll(async () => {
  await program.close();
  rmSync(home, { recursive: true, force: true });
});

/** Runs text in the page; written as text because it reaches for what the page must not have. */
const inPage = (expression: string): Promise<unknown> => page.evaluate(expression);

test('text never becomes a function', async () => {
  // One turn later: while the debugger's own call runs, the page may use eval whatever the policy says.
  const made = await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    try {
      return typeof Reflect.construct(Function, ['return 1']);
    } catch (error) {
      return error instanceof Error ? error.name : 'thrown';
    }
  });
  expect(made).toBe('EvalError');
});

test('the window is isolated, sandboxed and has no web views', async () => {
  const preferences = await program.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Electron has this method and leaves it out of its types.
    const contents = window?.webContents as (WebContents & WithPreferences) | undefined;
    return contents?.getLastWebPreferences() ?? null;
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    webviewTag: false,
  });
});

test('the page comes from its own protocol and knows nothing but three calls', async () => {
  expect(await inPage('location.origin')).toBe('app://tickmark');
  expect(await inPage('typeof require + typeof process + typeof module + typeof Buffer')).toBe(
    'undefined'.repeat(4),
  );
  expect(await inPage('Object.keys(window.tickmark).sort()')).toEqual(['call', 'offerFile', 'on']);
});

test('the page cannot name a file', async () => {
  expect(
    await inPage(
      `window.tickmark.call('files.offer', { path: '/etc/passwd' }).then(() => 'taken', () => 'refused')`,
    ),
  ).toBe('refused');
  expect(
    await inPage(`window.tickmark.offerFile(new File(['x'], 'passwd')).then(() => 'taken', () => 'refused')`),
  ).toBe('refused');
});

test('nothing is read from outside the folder of the page', async () => {
  for (const address of ['/..%2f..%2fpackage.json', '/%2e%2e%2fmain%2fmain.js', '/absent.js']) {
    expect(await inPage(`fetch('${address}').then((reply) => reply.status)`)).toBe(404);
  }
  expect(await inPage(`fetch('file:///etc/passwd').then(() => 'read', () => 'refused')`)).toBe('refused');
});

test('there is no network', async () => {
  expect(await inPage(`fetch('https://example.com/').then(() => 'sent', () => 'refused')`)).toBe('refused');
  const sent = await program.evaluate(async ({ session }) => {
    const reply = await session.defaultSession.fetch('https://example.com/').catch(() => null);
    return reply !== null;
  });
  expect(sent).toBe(false);
});

test('text never becomes a script or a style sheet', async () => {
  expect(
    await inPage(`(() => {
      const script = document.createElement('script');
      script.textContent = 'window.taken = true';
      document.head.append(script);
      return window.taken === true;
    })()`),
  ).toBe(false);
  expect(
    await inPage(`(() => {
      const style = document.createElement('style');
      style.textContent = 'body { --taken: yes }';
      document.head.append(style);
      return getComputedStyle(document.body).getPropertyValue('--taken').trim();
    })()`),
  ).toBe('');
});

test('the page stays where it is, alone', async () => {
  const before = page.url();
  expect(await inPage(`String(window.open('https://example.com/'))`)).toBe('null');
  await inPage(`void (location.href = 'https://example.com/')`);
  await inPage(`void (location.href = 'file:///etc/passwd')`);
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  expect(await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('every permission is denied', async () => {
  expect(await inPage('Notification.requestPermission()')).toBe('denied');
  for (const name of ['geolocation', 'camera', 'microphone', 'clipboard-read']) {
    expect(
      await inPage(`navigator.permissions.query({ name: '${name}' }).then((found) => found.state)`),
    ).toBe('denied');
  }
});
