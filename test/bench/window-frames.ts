import { createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Page } from '@playwright/test';
import { makePracticeEngagement, openPractice, unlockAs } from '../e2e/practice-engagement.ts';
import { answerOpenDialog, ask, goTo, type RealWindow } from '../e2e/real-window.ts';
import { buildWindowIfStale } from '../harness/build-window.ts';
import type { Benchmark } from './benchmark.ts';
import { csvLines } from './import-csv.ts';

/** A gap between two frames that a person notices. */
const NOTICED_MS = 200;
const RECORDS = 1_000_000;

export const windowFrames: Benchmark = {
  name: 'window-frames',
  meaning:
    'the longest gap between two frames of the window while 1,000,000 records are imported, reconciled, shown and drawn from, against the 200 ms that a person notices',
  clock: 'wall',
  limit: 1,
  runs: 1,
  prepare: async () => {
    if (!(await buildWindowIfStale())) throw new Error('the window could not be built');
    const practice = await makePracticeEngagement();
    const list = join(practice.folder, 'changes.csv');
    await pipeline(Readable.from(csvLines(RECORDS)), createWriteStream(list));
    const shown = await openPractice(practice.home);
    await unlockAs(shown.page, 'STA');
    await watchFrames(shown.page);
    return {
      floor: () => Promise.resolve(NOTICED_MS),
      work: () => longestGap(shown, list),
      release: async () => {
        await shown.program.close();
        rmSync(practice.folder, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  },
};

async function longestGap(shown: RealWindow, list: string): Promise<number> {
  const { page } = shown;
  const control = (await ask(page, 'control.list', {})).find(({ code }) => code === 'LA-02');
  const controlId = control?.id ?? '';
  const { populationId } = await ask(page, 'population.define', { controlId, title: 'Changes' });
  const gaps: [work: string, milliseconds: number][] = [];
  const during = async (work: string, act: () => Promise<unknown>): Promise<void> => {
    gaps.push([work, await gapDuring(page, act)]);
  };
  await answerOpenDialog(shown.program, [list]);
  const [file] = await ask(page, 'files.choose', { kind: 'list', multiple: false });
  const asked = { populationId, revision: 1, token: file?.token ?? '', keyColumns: ['change'] };
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
  const { revision: latest } = await ask(page, 'population.get', { populationId });
  await ask(page, 'population.supersede', {
    populationId,
    revision: latest,
    reason: 'Imported for a measurement.',
  });
  process.stderr.write(`  ${gaps.map(([work, gap]) => `${work} ${gap.toFixed(0)} ms`).join(', ')}\n`);
  return Math.max(...gaps.map(([, gap]) => gap));
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
