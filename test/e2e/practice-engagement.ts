import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { commandLineProgram } from '../../src-main/cli/command-line-program.ts';
import { clientTimeZone } from '../../src-main/demo/client-time-zone.ts';
import { generateSampleInputs } from '../../src-main/demo/generate-sample-inputs.ts';
import type { JourneySetup } from '../../src-main/demo/journey/journey.ts';
import { walkIntoFieldwork, walkToReport } from '../../src-main/demo/journey/sample-engagement.ts';
import { openWindow, type RealWindow } from './real-window.ts';

/** Passphrase of the practice engagement and of every person of the sample team. */
export const practicePassphrase = 'sample-passphrase';

/** A Type II sample engagement in fieldwork, whose test of LA-02 is not begun, in a folder of its own. */
export interface PracticeEngagement {
  readonly folder: string;
  /** The profile with the sample team, for the window. */
  readonly home: string;
  /** The engagement's file. */
  readonly file: string;
  /** The list of terminations, as the client handed it over. */
  readonly terminations: string;
}

/** Makes the practice engagement through the same procedures that the window calls. Takes about a minute. */
export async function makePracticeEngagement(): Promise<PracticeEngagement> {
  const { folder, home, setup } = await startPractice('II');
  await walkIntoFieldwork(setup, ['LA-02']);
  const list = setup.inputs.tests.find((item) => item.controlId === 'LA-02')?.population.file ?? '';
  return { folder, home, file: setup.file, terminations: join(setup.inputs.folder, list) };
}

/** Makes an engagement that is tested, reviewed and concluded, and whose report is not begun. */
export async function makeConcludedEngagement(): Promise<Pick<PracticeEngagement, 'folder' | 'home'>> {
  const { folder, home, setup } = await startPractice('II');
  await walkToReport(setup);
  return { folder, home };
}

/** Opens the window on a practice engagement, with the mouse, and waits for its home. */
export async function openPractice(home: string): Promise<RealWindow> {
  const shown = await openWindow(home);
  const { page } = shown;
  await page.getByRole('row', { name: /Quillhaven/ }).dblclick();
  await page.getByLabel('Passphrase of the file').fill(practicePassphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Quillhaven/ })).toBeVisible();
  return shown;
}

/** Unlocks the key of a person of the sample team, who acts from then on. */
export async function unlockAs(page: Page, initials: string): Promise<void> {
  await page.keyboard.press('Control+K');
  const search = page.getByRole('combobox', { name: 'Search or run a command' });
  const isLocked = /Key locked/.test(await page.getByRole('banner').innerText());
  await search.fill(isLocked ? 'Unlock signing key' : 'Switch person');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Unlock a signing key' });
  await dialog.getByRole('combobox', { name: 'Person' }).click();
  await page.getByRole('option', { name: new RegExp(`^${initials},`) }).click();
  await dialog.getByLabel('Passphrase').fill(practicePassphrase);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

async function startPractice(type: 'I' | 'II') {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-practice-'));
  const home = join(folder, 'profile');
  const program = commandLineProgram(practicePassphrase, home);
  const today = program.today(clientTimeZone);
  const inputs = await generateSampleInputs(join(folder, 'inputs'), today);
  const setup: JourneySetup = {
    call: (name, input) => program.call(name, input),
    inputs,
    type,
    file: join(folder, 'practice.tickmark'),
    passphrase: practicePassphrase,
    today,
    say: () => undefined,
  };
  return { folder, home, setup };
}
