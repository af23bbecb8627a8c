import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { inProject } from '../harness/project.ts';
import { capture } from '../harness/run.ts';
import {
  makeConcludedEngagement,
  openPractice,
  practicePassphrase,
  unlockAs,
} from './practice-engagement.ts';
import { answerOpenDialog, answerSaveDialog, ask, goTo, type RealWindow } from './real-window.ts';

/*
 * Manager and partner take a reviewed engagement to the issued report and the locked file, and the client's copy of the
 * report is verified: the mouse does what the keyboard journey does not.
 */

let folder = '';
let shown: RealWindow;
let page: Page;
const report = (): string => join(folder, 'report.pdf');

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(600_000);
  const engagement = await makeConcludedEngagement();
  folder = engagement.folder;
  shown = await openPractice(engagement.home);
  page = shown.page;
  await unlockAs(page, 'MGR');
});

test.afterAll(async () => {
  await shown.program.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test.afterEach(() => {
  expect(shown.faults()).toEqual([]);
});

test('the manager sees every paper signed, and what each criterion rests on', async () => {
  await goTo(page, '/review');
  await expect(page.getByRole('heading', { level: 1, name: 'Review board' })).toBeVisible();
  await expect(page.getByRole('tab', { name: /^Waiting for me/ })).toHaveAccessibleName(/\b0$/);
  await goTo(page, '/criteria');
  await expect(page.getByRole('row', { name: /CC6\.2\b.*3 controls.*Met with deviations/ })).toBeVisible();
  await page.getByRole('link', { name: 'CC6.2' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /CC6\.2/ })).toBeVisible();
  for (const control of ['LA-01', 'LA-02', 'LA-04'])
    await expect(page.getByText(new RegExp(control)).first()).toBeVisible();
});

test('a draft whose date is not that of the representation letter cannot be signed', async () => {
  await unlockAs(page, 'PTR');
  await goTo(page, '/report');
  await page.getByRole('button', { name: 'Start draft' }).click();
  const letters = await ask(page, 'letter.list', {});
  const today = letters.find(({ kind }) => kind === 'representation')?.date ?? '';
  await setReportDate(dayBefore(today));
  await expect(page.getByRole('region', { name: 'Gates' })).toContainText(/They must match/);
  await setReportDate(today);
  await expect(page.getByRole('region', { name: 'Gates' })).not.toContainText(/They must match/);
});

test('the partner signs with a key of the firm and issues', async () => {
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page.getByRole('button', { name: 'Mark ready to sign' }).click();
  await page.getByRole('button', { name: 'Sign report', exact: true }).click();
  const keyDialog = page.getByRole('dialog', { name: /no key of the firm/ });
  await keyDialog.getByLabel('New passphrase of the key').fill(practicePassphrase);
  await keyDialog.getByRole('button', { name: 'Make key' }).click();
  await expect(keyDialog).toBeHidden();
  const signing = page.getByRole('dialog', { name: /^Sign version 1/ });
  if (!(await signing.isVisible()))
    await page.getByRole('button', { name: 'Sign report', exact: true }).click();
  await signing.getByLabel('Passphrase').fill('not the passphrase');
  await signing.getByRole('button', { name: 'Sign report' }).click();
  await expect(signing.getByText(/passphrase/i).last()).toBeVisible();
  await signing.getByLabel('Passphrase').fill(practicePassphrase);
  await signing.getByRole('button', { name: 'Sign report' }).click();
  await expect(signing).toBeHidden({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Issue report', exact: true }).click();
  const issuing = page.getByRole('dialog', { name: /^Issue version 1/ });
  await expect(issuing.getByRole('textbox', { name: 'Release date' })).not.toHaveValue('');
  await issuing.getByLabel('Passphrase').fill(practicePassphrase);
  await issuing.getByRole('button', { name: 'Issue report' }).click();
  await expect(issuing).toBeHidden({ timeout: 60_000 });
  await expect(page.getByText(/Issued \d/).first()).toBeVisible();
});

test('the client’s copy is as signed, on the command line and in the window', async () => {
  await answerSaveDialog(shown.program, report());
  await page.getByRole('button', { name: 'Save signed PDF', exact: true }).click();
  await expect.poll(() => statSync(report(), { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(100_000);
  const cli = inProject('src-main/cli/main.ts');
  const said = await capture(process.execPath, [cli, 'report', 'verify', report(), '--json']);
  expect(JSON.parse(said ?? '{}')).toMatchObject({ unchanged: true });
  await verifyInWindow(report());
  await expect(page.getByText('Unchanged since it was signed')).toBeVisible();
});

test('a changed copy is reported as changed, with the reason', async () => {
  const changed = join(folder, 'changed.pdf');
  const bytes = readFileSync(report());
  const at = Math.floor(bytes.length / 3);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(changed, bytes);
  await verifyInWindow(changed);
  await expect(page.getByText('What is wrong')).toBeVisible();
});

test('after the lock nothing is edited', async () => {
  await goTo(page, '/assembly');
  await expect(page.getByText(/released/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Start assembly' }).click();
  await page.getByRole('button', { name: 'Lock file', exact: true }).click();
  const lock = page.getByRole('dialog', { name: 'Lock the file' });
  await lock.getByLabel('Passphrase').fill(practicePassphrase);
  await lock.getByRole('button', { name: 'Lock file' }).click();
  await expect(lock).toBeHidden({ timeout: 120_000 });
  await expect(page.getByText('Nothing was added after the lock.')).toBeVisible();
  const reply = await page.evaluate(() =>
    window.tickmark.call('description.save', { code: 'DC1', text: 'A word changed after the lock.' }),
  );
  expect(JSON.stringify(reply)).toContain('F3');
});

async function setReportDate(date: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Report date' }).fill(date);
  await page.getByRole('textbox', { name: 'Issue date' }).fill(date);
  await page.getByRole('button', { name: 'Save date and information' }).click();
  await expect(page.getByRole('button', { name: 'Save date and information' })).toBeDisabled();
}

function dayBefore(day: string): string {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}

async function verifyInWindow(path: string): Promise<void> {
  await goTo(page, '/verify');
  await answerOpenDialog(shown.program, [path]);
  await page.getByRole('button', { name: /^Choose (another )?report/ }).click();
}
