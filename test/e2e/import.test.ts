import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import type { Reply } from '../../shared/contract/reply.ts';
import { HOSTILE_TEXTS } from '../fixtures/hostile/hostile-texts.ts';
import { HOSTILE_WORKBOOKS } from '../fixtures/hostile/hostile-workbooks.ts';
import { buildWorkbook, textRow } from '../fixtures/hostile/workbook-builder.ts';
import { launchWindow } from '../harness/launch-window.ts';
import { makeReady, signAll, startJourney, type Journey } from '../helpers/concluding-journey.ts';

/* Reading, typesetting and signing in the processes of the real window: they work, can be cancelled, and can be killed. */

const passphrase = 'correct horse battery';
const SECONDS = 10;
const MEGABYTES = 512;
/** A frame later than this is a window that hangs; frames come every 17 ms where nothing else runs. */
const LONGEST_GAP_MS = 500;

type Settled = { readonly reply: Reply; readonly progress: readonly { readonly done: number }[] };

let journey: Journey;
let fieldwork: string;
let program: ElectronApplication;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(600_000);
  journey = await startJourney();
  const place = journey.path('engagement.tickmark');
  fieldwork = journey.path('fieldwork.tickmark');
  journey.program.session.replace(null);
  cpSync(place, fieldwork);
  await journey.value('engagement.open', { place, passphrase });
  await signAll(journey);
  await makeReady(journey);
  journey.program.session.replace(null);
  program = await launchWindow({ home: join(journey.folder, 'home') });
  page = await program.firstWindow();
  await page.waitForLoadState('load');
});

test.afterAll(async () => {
  await program.close();
  rmSync(journey.folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Calls as the page does, under a name of its own, and keeps what it heard of the progress. */
function call(name: string, input: object, callId = `${name}-1`): Promise<Settled> {
  return page.evaluate(
    async ([called, given, id]) => {
      const progress: { done: number }[] = [];
      const stop = window.tickmark.on('progress', (told) => {
        const { callId: of, done } = told as { callId: string; done: number }; // the contract's event
        if (of === id) progress.push({ done });
      });
      const reply = (await window.tickmark.call(called, given, id)) as Reply; // the main process held it against the contract
      stop();
      return { reply, progress };
    },
    [name, input, callId] as const,
  );
}

async function value<T>(name: string, input: object = {}): Promise<T> {
  const { reply } = await call(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
  return reply.value as T; // the caller names what the contract answers
}

const messageOf = ({ reply }: Settled): string => {
  if (reply.ok) return 'done';
  return reply.kind === 'refused' ? reply.refusal.message : reply.message;
};

/** The token of a file, as if the user had chosen it in the system's dialog. */
async function choose(kind: string, path: string): Promise<string> {
  await program.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    },
    [path],
  );
  const [chosen] = await value<readonly { token: string }[]>('files.choose', { kind });
  return chosen?.token ?? '';
}

async function open(place: string, initials: string): Promise<void> {
  await value('engagement.open', { place: await choose('engagement', place), passphrase });
  await value('person.unlock', { personId: initials, passphrase });
}

let populations = 0;
async function definePopulation(): Promise<string> {
  populations += 1;
  const controls = await value<readonly { id: string }[]>('control.list');
  const { populationId } = await value<{ populationId: string }>('population.define', {
    controlId: controls[0]?.id ?? '',
    ...{ title: `List ${String(populations)}`, sourceSystem: 'HR system' },
  });
  return populationId;
}

const mapping = { keyColumns: ['id'], dateColumn: 'left', receivedOn: '2026-07-01' };
const importOf = (populationId: string, token: string) => ({ populationId, revision: 1, token, ...mapping });

/** Number and memory of the window's child processes of a name, as Electron knows them now. */
async function children(
  service: string,
): Promise<readonly { readonly pid: number; readonly megabytes: number }[]> {
  try {
    return await program.evaluate(
      ({ app }, name) =>
        app
          .getAppMetrics()
          .filter((one) => one.name === name)
          .map((one) => ({ pid: one.pid, megabytes: one.memory.workingSetSize / 1024 })),
      service,
    );
  } catch (error) {
    // The debugger of the main process loses an answer now and then when its memory is tidied up: it is asked again.
    if (error instanceof Error && error.message.includes('garbage collected')) return children(service);
    throw error;
  }
}

const childIds = async (service: string): Promise<readonly number[]> =>
  (await children(service)).map(({ pid }) => pid);

/** Waits for a child process of this name and gives its number. */
async function childOf(service: string): Promise<number> {
  let found: readonly number[] = [];
  await expect
    .poll(
      async () => {
        found = await childIds(service);
        return found.length;
      },
      { intervals: [20] },
    )
    .toBeGreaterThan(0);
  return found[0] ?? 0;
}

/** Looks at the memory of a child process until it is told to stop; gives the most in megabytes. */
function watchMemory(service: string): { readonly stop: () => Promise<number> } {
  const stopped = new AbortController();
  const look = async (): Promise<number> => {
    let largest = 0;
    while (!stopped.signal.aborted) {
      const sizes = (await children(service)).map(({ megabytes }) => megabytes);
      largest = Math.max(largest, ...sizes);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return largest;
  };
  const looking = look();
  return {
    stop: () => {
      stopped.abort();
      return looking;
    },
  };
}

function* people(count: number): Generator<readonly [string, string]> {
  for (let number = 1; number <= count; number += 1) {
    const day = String((number % 28) + 1).padStart(2, '0');
    const months = (number % 12) + 6;
    const month = `${String(2025 + Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`;
    yield [`E-${String(number)}`, `${month}-${day}`];
  }
}

function csvOf(name: string, count: number): string {
  const path = journey.path(name);
  const lines = [...people(count)].map(([id, left]) => `${id},${left}`);
  writeFileSync(path, `id,left\n${lines.join('\n')}\n`);
  return path;
}

test('a CSV and an XLSX are imported, and tell how far they are', async () => {
  await open(fieldwork, 'STA');
  const first = await definePopulation();
  const token = await choose('list', csvOf('list.csv', 20_000));
  const imported = await call('population.import', importOf(first, token));
  expect(messageOf(imported)).toBe('done');
  expect(imported.reply).toMatchObject({ ok: true, value: { rowsInFile: 20_000, recordCount: 20_000 } });
  expect(imported.progress.length).toBeGreaterThan(2);

  const second = await definePopulation();
  const rows = [['id', 'left'], ...people(300)].map((cells, index) => textRow(index + 1, [...cells]));
  writeFileSync(journey.path('list.xlsx'), buildWorkbook({ rows: rows.join('') }));
  const workbook = await choose('list', journey.path('list.xlsx'));
  expect(messageOf(await call('population.import', importOf(second, workbook)))).toBe('done');
  await expect.poll(() => childIds('tabular-process')).toEqual([]);
});

test('an import that is cancelled leaves nothing', async () => {
  const populationId = await definePopulation();
  const before = await value<{ entries: number }>('engagement.get');
  const token = await choose('list', csvOf('long.csv', 400_000));
  const running = call('population.import', importOf(populationId, token), 'long-import');
  await childOf('tabular-process');
  await page.waitForTimeout(700);
  await value('call.cancel', { callId: 'long-import' });
  const cancelled = await running;
  expect(cancelled.reply.ok).toBe(false);
  expect(messageOf(cancelled)).toMatch(/cancelled/i);
  expect(await value('engagement.get')).toEqual(before);
  expect(await value('population.get', { populationId })).toMatchObject({ revision: 1, recordCount: 0 });
  await expect.poll(() => childIds('tabular-process')).toEqual([]);
});

test('a reader that is killed is told of, and the window goes on', async () => {
  const populationId = await definePopulation();
  const token = await choose('list', csvOf('killed.csv', 400_000));
  const running = call('population.import', importOf(populationId, token));
  process.kill(await childOf('tabular-process'), 'SIGKILL');
  expect(messageOf(await running)).toBe(
    'The process that reads the file ended unexpectedly. The file was not read.',
  );
  expect(await value('population.get', { populationId })).toMatchObject({ revision: 1, recordCount: 0 });
});

test('hostile lists are refused or read right, and the window answers meanwhile', async () => {
  test.setTimeout(600_000);
  const populationId = await definePopulation();
  await page.evaluate(`(() => {
    let last = performance.now();
    window.longestGap = 0;
    const frame = (now) => {
      window.longestGap = Math.max(window.longestGap, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  })()`);
  const found: string[] = [];
  let [slowest, largest] = [0, 0];
  for (const hostile of [...HOSTILE_WORKBOOKS, ...HOSTILE_TEXTS]) {
    const path = journey.path(hostile.id);
    writeFileSync(path, hostile.bytes());
    const token = await choose('list', path);
    const started = performance.now();
    const memory = watchMemory('tabular-process');
    const settled = await call('population.preview', { populationId, token, ...hostile.choice });
    largest = Math.max(largest, await memory.stop());
    const seconds = (performance.now() - started) / 1000;
    slowest = Math.max(slowest, seconds);
    const isRead = settled.reply.ok;
    if (isRead !== (hostile.verdict.kind === 'read')) found.push(`${hostile.id}: ${messageOf(settled)}`);
    if (seconds > SECONDS) found.push(`${hostile.id}: ${seconds.toFixed(1)} s`);
    rmSync(path);
  }
  const gap = Number(await page.evaluate('window.longestGap'));
  test.info().annotations.push({
    type: 'measured',
    description: `slowest ${slowest.toFixed(1)} s, largest ${largest.toFixed(0)} MB, longest frame gap ${gap.toFixed(0)} ms`,
  });
  expect(found).toEqual([]);
  expect(largest).toBeLessThan(MEGABYTES);
  expect(gap).toBeLessThan(LONGEST_GAP_MS);
});

test('a report is typeset, and one that is killed is told of', async () => {
  await open(journey.path('engagement.tickmark'), 'PAR');
  const running = call('report.preview', {});
  process.kill(await childOf('typeset-process'), 'SIGKILL');
  expect(messageOf(await running)).toMatch(/ended|stopped/);
  const preview = await value<{ pages: number }>('report.preview');
  expect(preview.pages).toBeGreaterThan(8);
  const again = call('report.preview', {}, 'cancelled-preview');
  await childOf('typeset-process');
  await value('call.cancel', { callId: 'cancelled-preview' });
  expect(messageOf(await again)).toMatch(/cancelled/i);
  await expect.poll(() => childIds('typeset-process')).toEqual([]);
});

test('the report is signed, verified and issued with the passphrases that were typed', async () => {
  await value('firmKey.create', { passphrase });
  const row = await latest();
  expect(messageOf(await call('report.sign', { ...row, passphrase: 'another passphrase' }))).toBe(
    'The passphrase does not open the key.',
  );
  const signed = await value<{ pages: number }>('report.sign', { ...row, passphrase });
  expect(signed.pages).toBeGreaterThan(8);
  expect(messageOf(await call('report.issue', await latest()))).toMatch(
    /^This passphrase does not open the key of/,
  );
  await value('report.issue', { ...(await latest()), passphrase });
});

/** The version that is worked on, as it is now. */
async function latest(): Promise<{ readonly id: string; readonly revision: number }> {
  const { versions } = await value<{ versions: readonly { id: string; revision: number }[] }>('report.get');
  const [first] = versions;
  return { id: first?.id ?? '', revision: first?.revision ?? 0 };
}
