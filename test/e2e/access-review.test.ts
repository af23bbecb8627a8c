import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { makePracticeEngagement, openPractice, unlockAs } from './practice-engagement.ts';
import { answerOpenDialog, goTo, isClean, type RealWindow } from './real-window.ts';

/*
 * An access review in the window: the client's lists are added, the rules run over them, a match is confirmed, and what
 * was found is decided on. Every page is looked at by axe.
 */

const LISTS = {
  users: [
    'system,user,employee,name,status,disabled at,last login,roles',
    'Okta,abrown,E1,Ann Brown,active,,2026-06-20,member',
    'Okta,bcole,E2,Bob Cole,active,,2026-06-29,admin',
    'Okta,cdean,E3,Cat Dean,disabled,2026-06-20 08:00,2026-06-05,member',
    'Okta,dfox,,Dan Fox,active,,2026-06-20,member',
  ],
  roster: ['employee,name,status', 'E1,Ann Brown,active', 'E4,Dan Fox,active'],
  terminations: ['employee,name,last day', 'E2,Bob Cole,2026-06-01', 'E3,Cat Dean,2026-06-01'],
} as const;

let folder = '';
let shown: RealWindow;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(600_000);
  const engagement = await makePracticeEngagement();
  folder = engagement.folder;
  shown = await openPractice(engagement.home);
  page = shown.page;
  await unlockAs(page, 'STA');
});

test.afterAll(async () => {
  await shown.program.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test.afterEach(() => isClean(shown));

test('a review is opened for a day', async () => {
  await goTo(page, '/access-review');
  await expect(page.getByText(/A review takes the lists of one day/)).toBeVisible();
  await page.getByLabel('Title').fill('Second quarter, all systems');
  await page.getByRole('textbox', { name: 'User lists as of' }).fill('2026-06-30');
  await page.getByRole('button', { name: 'Open review' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Second quarter, all systems' })).toBeVisible();
  await expect(page.getByText('User lists as of 30 Jun 2026')).toBeVisible();
});

test('the client’s lists are added, their columns found by their headers', async () => {
  await addList('users', 'User lists');
  await addList('roster', 'HR roster');
  await addList('terminations', 'Terminations');
  await expect(page.getByRole('table', { name: 'Lists of the review' }).getByRole('row')).toHaveCount(4);
});

test('the rules run, and name the leaver who is still active', async () => {
  await page.getByRole('button', { name: 'Run the rules' }).click();
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
  await page.getByRole('row', { name: /^W2\b/ }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: /^W2/ })).toBeVisible();
  await expect(
    page.getByText(/^User lists with Terminations or HR roster: an exception where/),
  ).toBeVisible();
  await expect(page.getByRole('tabpanel').getByRole('row', { name: /bcole/ })).toBeVisible();
});

test('an exception is decided on with its reason and the file that shows it', async () => {
  await page.getByRole('row', { name: /bcole/ }).click();
  const drawer = page.getByRole('complementary');
  await drawer.getByRole('radio', { name: /^Not a deviation/ }).click();
  await drawer.getByRole('button', { name: 'Record decision' }).click();
  await expect(drawer.getByRole('alert')).toBeVisible();
  await drawer
    .getByRole('textbox', { name: 'Reason' })
    .fill('The account was kept for the handover, as its owner approved.');
  await drawer.getByRole('button', { name: 'Record decision' }).click();
  await expect(drawer.getByText(/rests on evidence/).first()).toBeVisible();
  await drawer.getByRole('combobox', { name: 'Files that show it' }).fill('terminations');
  await page.getByRole('option', { name: /terminations\.csv/ }).click();
  await page.keyboard.press('Escape');
  await drawer.getByRole('button', { name: 'Record decision' }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('row', { name: /bcole.*Not a deviation/ })).toBeVisible();
});

test('every record that the rule looked at can be seen', async () => {
  await page.getByRole('tab', { name: /^All items/ }).click();
  await expect(page.getByRole('tabpanel').getByRole('row', { name: /dfox/ })).toBeVisible();
});

test('a person is confirmed for an account whose name is that of the person', async () => {
  await page.getByRole('link', { name: 'Second quarter, all systems' }).click();
  await page.getByRole('tab', { name: /^Matches to confirm/ }).click();
  await expect(page.getByRole('tabpanel')).toContainText('dfox');
  await expect(page.getByRole('tabpanel')).toContainText('Same name');
  await page.getByRole('button', { name: /^Confirm/ }).click();
  await expect(page.getByText(/matches changed since the run/)).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Matches to confirm 0' })).toBeVisible();
});

async function addList(name: keyof typeof LISTS, kind: string): Promise<void> {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, `${LISTS[name].join('\n')}\n`);
  await answerOpenDialog(shown.program, [path]);
  await page.getByRole('tab', { name: /^Lists/ }).click();
  await page.getByRole('combobox', { name: 'Kind of list' }).click();
  await page.getByRole('option', { name: new RegExp(kind) }).click();
  await page.getByRole('button', { name: /^Choose (another )?list$/ }).click();
  await expect(page.getByText('Columns as their headers suggest')).toBeVisible();
  await page.getByRole('textbox', { name: 'Received on' }).fill('2026-07-01');
  await page.getByRole('button', { name: 'Add list' }).click();
  await expect(page.getByRole('button', { name: 'Add list' })).toBeHidden();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
}
