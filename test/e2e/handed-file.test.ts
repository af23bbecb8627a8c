import { dirname } from 'node:path';
import { expect, test } from '@playwright/test';
import { openWindow, type RealWindow } from './real-window.ts';
import {
  dropSamples,
  samplePassphrase,
  sampleEngagements,
  type SampleEngagements,
} from './sample-engagements.ts';

/* A double click on an engagement's file: before the program runs, and while it shows another engagement. */

let samples: SampleEngagements | undefined;
let shown: RealWindow;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(600_000);
  samples = await sampleEngagements();
  shown = await openWindow(samples.home, [samples.typeII]);
});

test.afterAll(async () => {
  await shown.program.close();
  dropSamples(samples);
});

test('the file named at the start waits for its passphrase', async () => {
  const { page } = shown;
  await expect(page.getByText('type-2.tickmark').last()).toBeVisible();
  await expect(page.getByLabel('Passphrase of the file')).toBeFocused();
  await page.keyboard.type(samplePassphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Quillhaven/ })).toBeVisible();
  await expect(page.getByText(/Type II/).first()).toBeVisible();
});

test('a second start hands its file to the window that is open', async () => {
  const { page, program } = shown;
  const folder = dirname(samples?.typeI ?? '');
  await program.evaluate(({ app }, cwd) => {
    app.emit('second-instance', {}, ['tickmark', 'type-1.tickmark'], cwd, null);
  }, folder);
  await expect(page.getByLabel('Passphrase of the file')).toBeFocused();
  await page.keyboard.type(samplePassphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Quillhaven/ })).toBeVisible();
  await expect(page.getByText(/Type I\b/).first()).toBeVisible();
  expect(shown.faults()).toEqual([]);
});

test('a file that is not there any more is named, and the start page stays', async () => {
  const { page, program } = shown;
  await program.evaluate(
    ({ app }, cwd) => {
      app.emit('second-instance', {}, ['tickmark', 'gone.tickmark'], cwd, null);
    },
    dirname(samples?.typeI ?? ''),
  );
  await expect(page.getByRole('alert')).toContainText(
    'gone.tickmark is not a file that can be read any more.',
  );
  await expect(page.getByRole('button', { name: /Open engagement/ })).toBeVisible();
  await expect(page.getByLabel('Passphrase of the file')).toHaveCount(0);
});
