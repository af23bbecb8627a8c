import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { keyboardOf, type Keyboard } from './keyboard.ts';
import {
  makePracticeEngagement,
  practicePassphrase,
  type PracticeEngagement,
} from './practice-engagement.ts';
import { answerOpenDialog, ask, openWindow, type RealWindow } from './real-window.ts';

/*
 * A staff auditor takes the test of LA-02 from the client's list to the signature, and a senior reviews it, with the
 * keyboard alone: the page is only read. The system's own dialogs are answered for them, because no test reaches those.
 */

/** What the exact size comes to for 186 rows, 10 % risk and a tolerable rate of 10 %. */
const ITEMS = 21;

/** The paper of the operating test as the review board calls it. */
const PAPER = /LA-02[\s\S]*operati/i;

/** A note that the hands did not come to the end of. */
const HALF_TYPED = 'Ask for the log of the last';

const ATTRIBUTES = [
  'Every account of the person is disabled.',
  'The last account was disabled within 24 hours of the last day.',
  'No log-in took place after the last day.',
  'The device was taken back.',
];

let practice: PracticeEngagement;
let shown: RealWindow;
let page: Page;
let keys: Keyboard;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(600_000);
  practice = await makePracticeEngagement();
  shown = await openWindow(practice.home);
  page = shown.page;
  keys = keyboardOf(page);
});

test.afterAll(async () => {
  await shown.program.close();
  rmSync(practice.folder, { recursive: true, force: true, maxRetries: 5 });
});

test.afterEach(() => {
  expect(shown.faults()).toEqual([]);
});

test('opens the encrypted file, offline', async () => {
  await expect(page.getByRole('row', { name: /Quillhaven/ })).toBeVisible();
  await keys.tabTo(/Quillhaven/);
  await keys.press('Enter');
  await expect(page.getByLabel('Passphrase of the file')).toBeFocused();
  await page.keyboard.insertText(practicePassphrase);
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Quillhaven/ })).toBeVisible();
  await expect(page.getByText('Offline, all data is on this computer')).toBeVisible();
  await become('STA');
});

test('defines the population and imports the client’s list', async () => {
  await keys.command('LA-02');
  await expect(page.getByRole('tablist', { name: 'Workpaper LA-02' })).toBeVisible();
  await keys.press('Alt+2');
  await expect(page.getByRole('tabpanel', { name: /Population/ })).toBeVisible();
  await keys.fill('Title', 'Terminations');
  await keys.fill('Source system', 'People portal');
  await keys.fill(/^Count that the client states/, '189');
  await keys.fill('Query or report with its parameters', 'Last day from 2025-07-01 to 2026-06-30');
  await keys.fill('Extracted by', 'Head of People');
  await keys.activate('Define population');
  await answerOpenDialog(shown.program, [practice.terminations]);
  await keys.activate('Choose list');
  await expect(page.getByText('189 rows in the population')).toBeVisible();
});

test('leaves out the rows outside the period, with its reason', async () => {
  await keys.tabTo(/^Only rows within the period/);
  await keys.press('Space');
  await keys.fill(
    'Why these rows do not belong to the population',
    'Two people left before and one after the period.',
  );
  await keys.activate('Import list');
  await expect(page.getByRole('button', { name: 'Reconcile population' })).toBeVisible();
});

test('may not draw before the list is shown to be complete and accurate', async () => {
  await keys.activate('Reconcile population');
  await expect(page.getByText(/N1/).first()).toBeVisible();
  await recordIpeTest(
    'Completeness',
    'Compared with the payroll run of June 2026: 189 records on both sides.',
    '189',
  );
  await recordIpeTest(
    'Accuracy',
    'Five rows agreed to the people portal, and five people of the portal to the list.',
    '',
  );
  await keys.activate('Reconcile population');
  await expect(page.getByRole('button', { name: 'Supersede population' })).toBeVisible();
});

test('plans 21 items, which a second person approves before the draw', async () => {
  await keys.press('Alt+3');
  await expect(page.getByRole('button', { name: 'Propose plan' })).toBeVisible();
  await keys.fill(/^Risk/, '10');
  await keys.fill(/^Tolerable rate/, '10');
  await keys.fill(/^Expected rate/, '0');
  await expect(page.getByText('21 items', { exact: true }).first()).toBeVisible();
  await keys.activate('Propose plan');
  await expect(page.getByRole('button', { name: 'Approve plan' })).toBeVisible();
  await keys.activate('Approve plan');
  await expect(page.getByText(/S2/).first()).toBeVisible();
  await become('SNR');
  await keys.activate('Approve plan');
  await expect(page.getByRole('button', { name: 'Draw sample' })).toBeVisible();
  await become('STA');
  await keys.activate('Draw sample');
  await expect(page.getByRole('heading', { name: 'Draw certificate' })).toBeVisible();
});

test('adds a file of evidence to each item', async () => {
  await keys.press('Alt+4');
  await keys.fill('Attributes', ATTRIBUTES.join('\n'));
  await keys.activate('Start operating test');
  await expect(page.getByRole('grid', { name: 'LA-02, operating test' })).toBeVisible();
  await keys.tabTo(/^Item 1, attribute A/);
  for (let item = 1; item <= ITEMS; item += 1) {
    await addEvidence(item);
    if (item < ITEMS) await keys.press('ArrowDown');
  }
});

test('fills the grid, with a deviation in item 7 and one that does not apply', async () => {
  await keys.press('Control+A');
  await keys.press('p');
  await expect(cell(21, 'D')).toHaveAccessibleName(/no deviation/);
  await goToCell(7, 'B');
  await keys.press('d');
  await expect(page.getByRole('textbox', { name: /^What deviates: item 7, attribute B/ })).toBeFocused();
  await page.keyboard.insertText('Access to the console was removed 4 days after the last day.');
  await keys.press('Enter');
  await expect(cell(7, 'B')).toHaveAccessibleName(/deviation/);
  await expect(cell(7, 'B')).toBeFocused();
  await goToCell(3, 'D');
  await keys.press('n');
  await expect(page.getByRole('textbox', { name: /^Why it does not apply/ })).toBeFocused();
  await page.keyboard.insertText('A contractor, who had no device.');
  await keys.press('Enter');
  await expect(cell(3, 'D')).toHaveAccessibleName(/not applicable/);
});

test('may not conclude before the deviation is evaluated', async () => {
  await keys.command('Conclude test');
  const drawer = page.getByRole('complementary', { name: 'Conclude operating test' });
  await expect(drawer.getByText('T3', { exact: true }).first()).toBeVisible();
  await keys.press('Escape');
  await toGrid();
  await goToCell(7, 'B');
  await keys.press('Space');
  await toRegion(page.getByRole('complementary', { name: 'Item 7, attribute B' }));
  await keys.activate('Evaluate deviation');
  await keys.fill('Nature', 'The console account was removed 4 days after the last day.');
  await keys.fill('Cause', 'The last day was moved forward and the change did not reach the identity team.');
  await keys.fill(
    'Extent',
    'One of the 21 items tested; the cause can reach every leaver whose day is moved.',
  );
  await keys.fill('Date of occurrence', '2026-01-19');
  await keys.choose('Isolated', 'No');
  await keys.choose('Deficiency', 'Of the control');
  await keys.fill('Effect on criteria', 'CC6.2 and CC6.3 rely on LA-04 as well, which finds such accounts.');
  await keys.fill('Evaluation', 'No control compensates for the days in between.');
  await keys.fill(
    'Response of management',
    'Every change of a last day is sent to the identity team at once.',
  );
  await keys.activate('Save answers');
  await keys.activate('Finish evaluation');
  await expect(page.getByRole('button', { name: 'Close deviation' })).toBeVisible();
});

test('may not call the control effective over the tolerable rate, and concludes that it is not', async () => {
  await keys.command('Conclude test');
  const drawer = page.getByRole('complementary', { name: 'Conclude operating test' });
  await expect(
    page.getByText('Upper limit 16.1 % (30 of 186) at 90 % confidence, above the tolerable 10 %.'),
  ).toBeVisible();
  await keys.tabTo(/^Not effective/);
  await keys.press('ArrowUp');
  await expect(drawer.getByText('T4', { exact: true }).first()).toBeVisible();
  await expect(
    drawer.getByText(/upper deviation limit 16\.1% exceeds the tolerable rate 10%/).first(),
  ).toBeVisible();
  await keys.press('ArrowDown');
  await expect(drawer.getByText('T4', { exact: true })).toHaveCount(0);
  await keys.fill(
    'Why',
    'One deviation in 21 items; the upper limit of the rate exceeds the tolerable rate.',
  );
  await keys.activate('Conclude test');
  await expect(page.getByRole('tab', { name: /^Done: ?Operating test/ })).toBeVisible();
});

test('signs as preparer, and is refused as the reviewer', async () => {
  await toBoard();
  await keys.activate('Sign as preparer');
  await expect(page.getByText('CC6-02 signed as preparer')).toBeVisible();
  await expect(
    page.getByRole('complementary').getByText(/The next signature is the reviewer’s/),
  ).toBeVisible();
});

test('answers the note of the reviewer, who clears it and signs', async () => {
  await become('SNR');
  await keys.command('LA-02');
  await keys.press('Alt+4');
  await keys.tabTo(/^Item \d+, attribute/);
  await goToCell(7, 'B');
  await keys.press('m');
  await toRegion(page.getByRole('complementary', { name: 'Item 7, attribute B' }));
  await keys.fill('What is to be done or explained', 'Prove that it is isolated.');
  await keys.activate('Write note');
  await expect(page.getByRole('button', { name: 'Answer note' })).toBeVisible();
  await become('STA');
  await keys.press('Alt+6');
  await keys.activate('Answer note');
  await keys.fill(/^Answer to SNR/, 'It is not: the evaluation says so, and the conclusion follows it.');
  await keys.activate('Record answer');
  await expect(page.getByText('Answered')).toBeVisible();
  await become('SNR');
  await keys.activate('Clear note');
  await expect(page.getByText('Cleared')).toBeVisible();
  await toBoard();
  await keys.activate('Sign as reviewer');
  await expect(page.getByText('CC6-02 signed as reviewer')).toBeVisible();
});

test('finds the cell and the words again after the program was killed in mid-edit', async () => {
  await become('SNR');
  await keys.command('LA-02');
  await keys.press('Alt+4');
  await keys.tabTo(/^Item \d+, attribute/);
  await goToCell(9, 'C');
  await keys.press('m');
  const drawer = () => page.getByRole('complementary', { name: 'Item 9, attribute C' });
  await toRegion(drawer());
  await keys.fill('What is to be done or explained', HALF_TYPED);
  await expect
    .poll(async () => (await ask(page, 'draft.list', {})).map(({ texts }) => texts['text']))
    .toContain(HALF_TYPED);
  const before = await ask(page, 'note.list', {});
  await kill();
  await reopen();
  await expect(page.getByRole('gridcell', { name: /^Item 9, attribute C/ })).toBeFocused();
  await expect(drawer().getByLabel('What is to be done or explained')).toHaveValue(HALF_TYPED);
  await expect(drawer().getByText(/not recorded yet/)).toBeVisible();
  expect(await ask(page, 'note.list', {})).toEqual(before);
  await toRegion(drawer());
  await keys.activate('Write note');
  await expect(drawer().getByLabel('What is to be done or explained')).toHaveValue('');
  await expect(drawer().getByText(HALF_TYPED, { exact: true }).first()).toBeVisible();
  await expect.poll(() => ask(page, 'draft.list', {})).toEqual([]);
});

test('changes a word of a signed paper with its reason, and the signatures drop', async () => {
  await toGrid();
  await goToCell(9, 'C');
  await keys.press('Space');
  await toRegion(page.getByRole('complementary', { name: 'Item 9, attribute C' }));
  await keys.activate('Correct dates');
  await keys.fill('From the person', 'Head of People');
  await keys.activate('Save changes');
  await expect(page.getByText(/^Editing removes 2 sign-offs\. Continue\?/).first()).toBeVisible();
  await keys.fill(/^State why/, 'The log was handed over by the head of people.');
  await keys.activate('Record reason');
  await expect(page.getByRole('form', { name: /^What is said about/ })).toBeHidden();
  await expect(page.getByText('stale, 1 change')).toHaveCount(2);
  await keys.press('Alt+7');
  await expect(
    page.getByRole('row', {
      name: /Words about evidence corrected.*Sign-offs dropped: The log was handed over by the head of people\./,
    }),
  ).toBeVisible();
});

/** Ends the program as a crash does. */
async function kill(): Promise<void> {
  const ended = new Promise((resolve) => shown.program.process().once('exit', resolve));
  shown.program.process().kill('SIGKILL');
  await ended;
}

/** Starts the program again, opens the same file, and unlocks the same key with it. */
async function reopen(): Promise<void> {
  shown = await openWindow(practice.home);
  page = shown.page;
  keys = keyboardOf(page);
  await expect(page.getByRole('row', { name: /Quillhaven/ })).toBeVisible();
  await keys.tabTo(/Quillhaven/);
  await keys.press('Enter');
  await expect(page.getByLabel('Passphrase of the file')).toBeFocused();
  await page.keyboard.insertText(practicePassphrase);
  await keys.tabTo(/^Passphrase of SNR/);
  await page.keyboard.insertText(practicePassphrase);
  await keys.press('Enter');
}

/** Goes to the paper of the operating test of LA-02 on the review board, and into its drawer. */
async function toBoard(): Promise<void> {
  await keys.command('Review board');
  await expect(page.getByRole('heading', { level: 1, name: 'Review board' })).toBeVisible();
  await keys.tabTo(/^Waiting for me/);
  await keys.press('End');
  await expect(page.getByRole('tab', { name: /^All/ })).toBeFocused();
  await keys.tabTo(/^(CC|A|C)[0-9]+[.-]/);
  const selected = page.locator('tr[aria-selected="true"]');
  await keys.press('Home');
  await expect(selected).toHaveCount(1);
  for (let at = 0; !PAPER.test(await selected.innerText()); at += 1) {
    await keys.press('j');
    await expect(selected).toHaveAttribute('data-row-index', String(at + 1));
  }
  const drawer = page.getByRole('complementary');
  await toRegion(drawer);
}

/** F6 goes from region to region, to where the focus last was in each. */
async function toRegion(region: Locator): Promise<void> {
  await expect(region).toBeVisible();
  const hasFocus = () => region.evaluate((element) => element.contains(document.activeElement));
  await expect(async () => {
    if (!(await hasFocus())) await keys.press('F6');
    expect(await hasFocus()).toBe(true);
  }).toPass();
}

const toGrid = (): Promise<void> => toRegion(page.getByRole('grid', { name: 'LA-02, operating test' }));

const cell = (item: number, letter: string): Locator =>
  page.getByRole('gridcell', { name: new RegExp(`^Item ${item}, attribute ${letter},`) });

/** Goes to a cell of the grid with the arrows, from wherever in it the focus is. */
async function goToCell(item: number, letter: string): Promise<void> {
  await keys.press('Control+Home');
  await keys.press('ArrowDown', item - 1);
  await keys.press('ArrowRight', letter.charCodeAt(0) - 'A'.charCodeAt(0));
  await expect(cell(item, letter)).toBeFocused();
}

/** Adds a file to the item whose cell has the focus, and comes back to the cell. */
async function addEvidence(item: number): Promise<void> {
  const name = `termination-${item}.txt`;
  const file = join(practice.folder, name);
  writeFileSync(file, `Record of termination ${item}: accounts, keys and device.\n`);
  await answerOpenDialog(shown.program, [file]);
  await expect(cell(item, 'A')).toBeFocused();
  await keys.press('e');
  const form = page.getByRole('form', { name: 'Add evidence' });
  await expect(form.getByText(name)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Received on' })).toBeFocused();
  await keys.activate('Add 1 file');
  await expect(form).toBeHidden();
  await expect(page.getByRole('complementary').getByText(name).first()).toBeVisible();
  await toGrid();
  await expect(cell(item, 'A')).toBeFocused();
}

/** Unlocks the key of a person, who acts from then on. */
async function become(initials: string): Promise<void> {
  await keys.command(
    /Key locked/.test(await page.getByRole('banner').innerText()) ? 'Unlock signing key' : 'Switch person',
  );
  const dialog = page.getByRole('dialog', { name: 'Unlock a signing key' });
  await expect(dialog).toBeVisible();
  const person = dialog.getByRole('combobox', { name: 'Person' });
  if (!(await person.inputValue()).startsWith(initials)) {
    await keys.choose('Person', new RegExp(`^${initials},`));
  }
  await keys.fill('Passphrase', practicePassphrase);
  await keys.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(
    page.getByRole('banner').getByRole('button', { name: new RegExp(`^${initials}`) }),
  ).toBeVisible();
}

async function recordIpeTest(direction: string, detail: string, count: string): Promise<void> {
  await keys.activate('Add a test');
  const form = page.getByRole('form', { name: 'Add a test' });
  await expect(form).toBeVisible();
  if (direction === 'Accuracy') {
    await keys.tabTo('Completeness');
    await keys.press('ArrowRight');
  }
  await keys.fill('What was done and seen', detail);
  if (count !== '') {
    await keys.fill('Count in the system', count);
    await keys.fill('Count in the file', count);
  }
  await keys.activate('Record test');
  await expect(form).toBeHidden();
}
