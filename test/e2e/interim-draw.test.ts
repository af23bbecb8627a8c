import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Contract } from '../../shared/contract/index.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import { addDays, daysBetween, type PlainDate } from '../../shared/lib/plain-date.ts';
import { commandLineProgram } from '../../src-main/cli/command-line-program.ts';
import {
  makePracticeEngagement,
  openPractice,
  practicePassphrase,
  unlockAs,
  type PracticeEngagement,
} from './practice-engagement.ts';
import { ask, goTo, isClean, type RealWindow, settled } from './real-window.ts';

/*
 * A sample is drawn over the months so far and topped up for those that remained: the window offers the plan for the list
 * without one, says what guidance leaves for it, and asks for the roll-forward before the control is relied on.
 */

/** Records of the interim list and of the list of the rest. */
const RECORDS = { interim: 130, rest: 46 } as const;

let practice: PracticeEngagement;
let shown: RealWindow;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(600_000);
  practice = await makePracticeEngagement();
  await drawInterim();
  shown = await openPractice(practice.home);
  page = shown.page;
  await unlockAs(page, 'STA');
});

test.afterAll(async () => {
  await shown.program.close();
  rmSync(practice.folder, { recursive: true, force: true, maxRetries: 5 });
});

test.afterEach(() => isClean(shown));

test('a list of the months so far says so where its population is shown', async () => {
  await openPaper('Population');
  await page.getByRole('combobox', { name: 'Population' }).click();
  await page.getByRole('option', { name: /^Terminations so far/ }).click();
  await expect(page.getByText(/covers the period to /).first()).toBeVisible();
});

test('the list of the months that remained is offered a plan, with what guidance leaves for it', async () => {
  await openPaper('Sample');
  await expect(page.getByRole('heading', { name: 'Plan, Terminations so far' })).toBeVisible();
  const proposal = page.locator('form', { has: page.getByRole('button', { name: 'Propose plan' }) });
  await proposal.getByRole('radio', { name: 'Frequency' }).click();
  await expect(
    page.getByText(
      'Guidance by frequency over the 176 records of the period leaves 5 for these 46, after the 13 drawn before.',
    ),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Propose plan' }).click();
  await expect(page.getByRole('heading', { name: 'Plan, Terminations of the rest' })).toBeVisible();
  await unlockAs(page, 'SNR');
  await page.getByRole('button', { name: 'Approve plan' }).click();
  await unlockAs(page, 'STA');
  await page.getByRole('button', { name: 'Draw sample' }).click();
  await expect(page.getByRole('heading', { name: 'Draw certificate' })).toHaveCount(2);
});

test('a targeted selection can stand beside both', async () => {
  await page.getByRole('button', { name: 'Plan a targeted selection' }).click();
  await expect(page.getByRole('radio', { name: 'Targeted', checked: true })).toBeVisible();
  await expect(page.getByLabel('Keys of the items')).toBeVisible();
});

test('the roll-forward is asked for before the control is relied on', async () => {
  await openPaper('Operating test');
  await expect(page.getByRole('gridcell', { name: /^Item 18, attribute A/ })).toBeVisible();
  await expect(page.getByText('Terminations of the rest: 0 of 5 with a deviation')).toBeVisible();
  await page.getByRole('button', { name: 'Conclude test' }).first().click();
  const drawer = page.getByRole('complementary', { name: 'Conclude operating test' });
  await drawer.getByRole('radio', { name: /^Effective, with/ }).click();
  await expect(drawer.getByText('T9B', { exact: true }).first()).toBeVisible();
  await drawer
    .getByLabel('What covers the days after the interim sample')
    .fill('The process owner was asked on the last day; the log of changes shows none.');
  await drawer.getByRole('button', { name: 'Record roll-forward' }).click();
  await expect(drawer.getByText('T9B', { exact: true })).toHaveCount(0);
});

test('an attribute is added, and one has the tick-mark of the firm', async () => {
  await page.getByRole('button', { name: 'Attributes', exact: true }).click();
  const drawer = page.getByRole('complementary', { name: 'Attributes' });
  await drawer.getByLabel('Tick-mark A').fill('TB');
  await drawer.getByRole('button', { name: 'Add attribute' }).click();
  await drawer.getByRole('textbox', { name: 'Attribute B' }).fill('It was disabled within 24 hours.');
  await drawer.getByLabel('Tick-mark B').fill('TB');
  await drawer.getByRole('button', { name: 'Record attributes' }).click();
  await expect(drawer.getByText('The tick-mark TB stands for two attributes.')).toBeVisible();
  await isClean(shown);
  await drawer.getByLabel('Tick-mark B').fill('†');
  await drawer.getByRole('button', { name: 'Record attributes' }).click();
  await expect(drawer).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Attributes' })).toContainText('B It was disabled');
  await page.getByRole('gridcell', { name: /^Item 1, attribute B/ }).click();
  await page.keyboard.press('F2');
  const result = page.getByRole('form', { name: 'Result' });
  await result.getByRole('radio', { name: 'Pass' }).click();
  await result.getByLabel('Observation').fill('The day and hour were read from the screen.');
  await result.getByRole('button', { name: 'Record result' }).click();
  await expect(
    page.getByRole('gridcell', { name: /^Item 1, attribute B.*: no deviation/ }).getByText('†'),
  ).toBeVisible();
});

async function openPaper(tab: string): Promise<void> {
  const control = (await ask(page, 'control.list', {})).find(({ code }) => code === 'LA-02');
  await goTo(page, `/tests/${control?.operating?.workpaperId ?? ''}`);
  await page.getByRole('tab', { name: new RegExp(`^(Done: ?)?${tab}`) }).click();
  await settled(page);
}

/** What the staff did during the period, on the command line: the interim sample is drawn, and the second list is in. */
async function drawInterim(): Promise<void> {
  const program = commandLineProgram(practicePassphrase, practice.home);
  const act = async <K extends keyof Contract>(name: K, input: object): Promise<OutputOf<Contract[K]>> => {
    const reply = await program.call(name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply.value;
  };
  await act('engagement.open', { place: practice.file, passphrase: practicePassphrase });
  await act('person.unlock', { personId: 'STA' });
  const { periodStart, periodEnd } = await act('engagement.get', {});
  const start = (periodStart ?? '') as PlainDate; // a Type II has a period
  const middle = addDays(start, Math.floor(daysBetween(start, (periodEnd ?? '') as PlainDate) / 2)); // as above
  const control = (await act('control.list', {})).find(({ code }) => code === 'LA-02');
  const received = async (title: string, days: object, from: PlainDate, count: number): Promise<string> => {
    const token = join(practice.folder, `${title}.csv`);
    const rows = Array.from({ length: count }, (_, index) => `E-${from}-${index},${addDays(from, index)}`);
    writeFileSync(token, `Employee,Last day\n${rows.join('\n')}\n`);
    const said = { controlId: control?.id, title, sourceSystem: 'People portal', ...days };
    const { populationId } = await act('population.define', said);
    const mapping = { keyColumns: ['Employee'], dateColumn: 'Last day', receivedOn: periodEnd };
    await act('population.import', { populationId, revision: 1, token, ...mapping, reasons: gaps });
    for (const direction of ['completeness', 'accuracy'])
      await act('population.addIpeTest', {
        ...{ populationId, method: 'sampleToSource', direction, result: 'pass', performedOn: periodEnd },
        ...{ detail: 'Five records traced in the portal.', countInSystem: 5, countInFile: 5 },
      });
    const { revision } = await act('population.get', { populationId });
    await act('population.reconcile', { populationId, revision });
    return populationId;
  };
  const interim = await received('Terminations so far', { coversTo: middle }, start, RECORDS.interim);
  const attributes = [{ key: 'A', text: 'Every account of the person is disabled.' }];
  const { testId } = await act('testing.start', { controlId: control?.id, attributes });
  const plan = { testId, populationId: interim, basis: 'frequencyGuidance', chosenSize: 13, seed: 'interim' };
  const { planId } = await act('sampling.plan', { ...plan, method: 'simpleRandom' });
  await act('person.unlock', { personId: 'SNR' });
  await act('sampling.approve', { planId, revision: 1 });
  await act('person.unlock', { personId: 'STA' });
  await act('sampling.draw', { planId });
  const rest = addDays(middle, 1);
  await received('Terminations of the rest', { coversFrom: rest }, rest, RECORDS.rest);
  await act('engagement.close', {});
}

/** The lists of this test leave the last months of their days empty. */
const gaps = Array.from({ length: 12 }, () => ({ gate: 'N3', reason: 'Nobody left in that month.' }));
