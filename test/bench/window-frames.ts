import { createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Page } from '@playwright/test';
import { makePracticeEngagement, openPractice, unlockAs } from '../e2e/practice-engagement.ts';
import { answerOpenDialog, ask, goTo, type RealWindow } from '../e2e/real-window.ts';
import { buildWindowIfStale } from '../harness/build-window.ts';
import type { Benchmark } from './benchmark.ts';
import { suggestMapping } from '../../shared/domain/access-review/list-mapping.ts';
import { writeCompany, type CompanyList } from './access-company.ts';
import { csvLines } from './import-csv.ts';
import { writeWorkbook } from './import-xlsx.ts';

/** A gap between two frames that a person notices. */
const NOTICED_MS = 200;
const RECORDS = 1_000_000;
const WORKBOOK_RECORDS = 200_000;

interface Files {
  readonly list: string;
  readonly workbook: string;
  readonly company: readonly CompanyList[];
}

/** Does a piece of work by its name, and notes the longest gap meanwhile. */
type During = (work: string, act: () => Promise<unknown>) => Promise<void>;

export const windowFrames: Benchmark = {
  name: 'window-frames',
  meaning:
    'the longest gap between two frames of the window while 1,000,000 records are imported, reconciled, shown and drawn from, a workbook of 200,000 is imported, and the access of 20,000 accounts is reviewed, against the 200 ms that a person notices',
  clock: 'wall',
  limit: 1,
  runs: 1,
  prepare: async () => {
    if (!(await buildWindowIfStale())) throw new Error('the window could not be built');
    const practice = await makePracticeEngagement();
    const list = join(practice.folder, 'changes.csv');
    await pipeline(Readable.from(csvLines(RECORDS)), createWriteStream(list));
    const workbook = await writeWorkbook(practice.folder, WORKBOOK_RECORDS);
    const company = await writeCompany(practice.folder);
    const shown = await openPractice(practice.home);
    await unlockAs(shown.page, 'STA');
    await watchFrames(shown.page);
    return {
      floor: () => Promise.resolve(NOTICED_MS),
      work: () => longestGap(shown, { list, workbook, company }),
      release: async () => {
        await shown.program.close();
        rmSync(practice.folder, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  },
};

async function longestGap(shown: RealWindow, { list, workbook, company }: Files): Promise<number> {
  const { page } = shown;
  const gaps: [work: string, milliseconds: number][] = [];
  const during: During = async (work, act) => {
    gaps.push([work, await gapDuring(page, act)]);
  };
  await ofPopulation(shown, list, during);
  await ofWorkbook(shown, workbook, during);
  await ofAccessReview(shown, company, during);
  process.stderr.write(`  ${gaps.map(([work, gap]) => `${work} ${gap.toFixed(0)} ms`).join(', ')}\n`);
  return Math.max(...gaps.map(([, gap]) => gap));
}

async function ofPopulation(shown: RealWindow, list: string, during: During): Promise<void> {
  const { page } = shown;
  const control = (await ask(page, 'control.list', {})).find(({ code }) => code === 'LA-02');
  const controlId = control?.id ?? '';
  const { populationId } = await ask(page, 'population.define', { controlId, title: 'Changes' });
  const asked = { populationId, revision: 1, token: await chosen(shown, list), keyColumns: ['change'] };
  await during('import', () => ask(page, 'population.import', { ...asked, receivedOn: '2026-07-01' }));
  await during('health page', async () => {
    await goTo(page, `/tests/${control?.operating?.workpaperId ?? control?.design?.workpaperId ?? ''}`);
    await page.getByRole('tab', { name: /Population/ }).click();
    await page.getByRole('button', { name: 'Reconcile population' }).waitFor();
  });
  await during('reconciliation', () => reconcile(page, populationId));
  const { planId, testId } = await approvedPlan(page, controlId, populationId);
  await during('draw', () => ask(page, 'sampling.draw', { planId }));
  const { plans } = await ask(page, 'sampling.list', { testId });
  const revision = plans.find(({ id }) => id === planId)?.revision ?? 0;
  await ask(page, 'sampling.supersede', { planId, revision, reason: 'Drawn for a measurement.' });
  await supersede(page, populationId);
}

async function ofWorkbook(shown: RealWindow, workbook: string, during: During): Promise<void> {
  const { page } = shown;
  const control = (await ask(page, 'control.list', {})).find(({ code }) => code === 'LA-02');
  const described = { controlId: control?.id ?? '', title: 'Changes of the workbook' };
  const { populationId } = await ask(page, 'population.define', described);
  const asked = { populationId, revision: 1, token: await chosen(shown, workbook), keyColumns: ['change'] };
  await during('workbook', () => ask(page, 'population.import', { ...asked, receivedOn: '2026-07-01' }));
  await reconcile(page, populationId);
  await supersede(page, populationId);
}

async function ofAccessReview(
  shown: RealWindow,
  company: readonly CompanyList[],
  during: During,
): Promise<void> {
  const { page } = shown;
  const asOf = '2026-06-30';
  const dates = { asOf, reviewedOn: asOf, dueOn: '2026-07-10' };
  const { reviewId } = await ask(page, 'accessReview.open', { title: 'Second quarter', ...dates });
  for (const { kind, path, header } of company) {
    const asked = { reviewId, kind, title: kind, asOf, mapping: suggestMapping(kind, header) };
    const token = await chosen(shown, path);
    await during(`list ${kind}`, () =>
      ask(page, 'accessReview.importList', { ...asked, token, receivedOn: '2026-07-01' }),
    );
  }
  await during('access review', () => ask(page, 'accessReview.run', { reviewId }));
  await during('rules', async () => {
    await goTo(page, `/access-review/${reviewId}`);
    await page.getByRole('tab', { name: /Rules/ }).click();
    await page.getByText('W21').first().waitFor();
  });
}

/** The token of a file that a person chose. */
async function chosen({ program, page }: RealWindow, path: string): Promise<string> {
  await answerOpenDialog(program, [path]);
  const [file] = await ask(page, 'files.choose', { kind: 'list', multiple: false });
  return file?.token ?? '';
}

async function supersede(page: Page, populationId: string): Promise<void> {
  const { revision } = await ask(page, 'population.get', { populationId });
  await ask(page, 'population.supersede', { populationId, revision, reason: 'Imported for a measurement.' });
}

async function reconcile(page: Page, populationId: string): Promise<void> {
  for (const direction of ['completeness', 'accuracy'] as const)
    await ask(page, 'population.addIpeTest', {
      ...{ populationId, method: 'sampleToSource', direction, result: 'pass', performedOn: '2026-07-02' },
      ...{ detail: 'Five records traced.', countInSystem: 5, countInFile: 5 },
    });
  const { revision } = await ask(page, 'population.get', { populationId });
  await ask(page, 'population.reconcile', { populationId, revision });
}

/** A plan of sixty items that a second person approved. */
async function approvedPlan(page: Page, controlId: string, populationId: string) {
  const attributes = [{ key: 'A', text: 'Approved before the change' }];
  const known = (await ask(page, 'control.list', {})).find(({ id }) => id === controlId)?.operating;
  const testId =
    known?.status === 'inProgress'
      ? known.testId
      : (await ask(page, 'testing.start', { controlId, attributes })).testId;
  const { planId } = await ask(page, 'sampling.plan', {
    ...{ testId, populationId, basis: 'statistical', chosenSize: 60, method: 'simpleRandom', seed: 'frames' },
    rates: { risk: 500, tolerableRate: 500, expectedRate: 0 },
  });
  await unlockAs(page, 'SNR');
  await ask(page, 'sampling.approve', { planId, revision: 1 });
  await unlockAs(page, 'STA');
  return { planId, testId };
}

declare global {
  interface Window {
    /** The longest gap between two frames since it was last set to 0, in milliseconds. */
    longestFrameGap?: number;
  }
}

/** Notes from now on how long each frame of the page comes after the one before. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    let last = performance.now();
    const frame = (): void => {
      const now = performance.now();
      window.longestFrameGap = Math.max(window.longestFrameGap ?? 0, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** The longest gap between two frames while something is done, in milliseconds. */
async function gapDuring(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    window.longestFrameGap = 0;
  });
  await act();
  return page.evaluate(() => window.longestFrameGap ?? 0);
}
