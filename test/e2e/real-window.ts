import AxeBuilder from '@axe-core/playwright';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Contract } from '../../shared/contract/index.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import type { Input, Output } from '../../src-renderer/app/client.ts';
import { launchWindow } from '../harness/launch-window.ts';
import { samplePassphrase } from './sample-engagements.ts';

/** The program in its window, and what it complained of since it was last asked. */
export interface RealWindow {
  readonly program: ElectronApplication;
  readonly page: Page;
  /** Errors of the console and of the page; asking forgets them. */
  readonly faults: () => readonly string[];
}

export async function openWindow(home: string, args: readonly string[] = []): Promise<RealWindow> {
  const program = await launchWindow({ home, args });
  const page = await program.firstWindow();
  let faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  await page.waitForLoadState('load');
  return {
    program,
    page,
    faults: () => {
      const found = faults;
      faults = [];
      return found;
    },
  };
}

/** Opens an engagement from the list of recent ones, with the mouse, and waits for its home. */
export async function openEngagement(page: Page, type: 'I' | 'II'): Promise<void> {
  await page.getByRole('row', { name: new RegExp(`SOC 2 Type ${type}\\b`) }).dblclick();
  await page.getByLabel('Passphrase of the file').fill(samplePassphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Quillhaven/ })).toBeVisible();
  await expect(page.getByText(/entries, intact/)).toBeVisible({ timeout: 60_000 });
}

/** Goes to an address inside the window and waits until what it shows is read. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address;
  }, path);
  await expect.poll(() => new URL(page.url()).hash).toBe(`#${path}`);
  await settled(page);
}

/** Nothing on screen is still being read. */
export async function settled(page: Page): Promise<void> {
  // Not by role: what is hidden from a screen reader is still being read.
  await expect(page.locator('[role="status"][aria-label^="Reading"]')).toHaveCount(0);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** What axe finds, each as its rule and the elements. The window allows no second page, hence the legacy mode. */
export async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** What stands on screen is clean to axe in both schemes, and nothing complained. */
export async function isClean({ page, faults }: RealWindow): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await settled(page);
    expect.soft(await violations(page), `accessibility, ${scheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  expect(faults()).toEqual([]);
}

/** Calls a procedure from the page, as the page itself does, to learn what a test cannot know: the ids of rows. */
export async function ask<K extends keyof Contract>(
  page: Page,
  name: K,
  input: Input<K>,
): Promise<Output<K>> {
  const reply = (await page.evaluate(([called, given]) => window.tickmark.call(called, given), [
    name,
    input,
  ] as const)) as Reply<Output<K>>; // the main process held it against the contract
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
  return reply.value;
}

/**
 * The system's dialog to open files answers with these from now on: a test cannot reach it. Now and then Electron loses
 * the answer to a call of the debugger, hence again until it is told.
 */
export async function answerOpenDialog(
  program: ElectronApplication,
  paths: readonly string[],
): Promise<void> {
  await expect(async () => {
    await program.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
      },
      [...paths],
    );
  }).toPass();
}

/** The system's dialog to save a file answers with this place from now on. */
export async function answerSaveDialog(program: ElectronApplication, filePath: string): Promise<void> {
  await expect(async () => {
    await program.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, filePath);
  }).toPass();
}
