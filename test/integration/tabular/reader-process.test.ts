import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  ReaderProcess,
  StartReaderProcess,
} from '../../../src-main/adapters/tabular/process-protocol.ts';
import { startNodeProcess } from '../../../src-main/adapters/tabular/node-process.ts';
import { createTabularReader } from '../../../src-main/adapters/tabular/tabular-reader.ts';
import type { TabularProgress } from '../../../src-main/services/ports/tabular.ts';

/** Makes a named pipe; Node has no call for it. */
const MAKE_PIPE = 'mkfifo';

const GIGABYTE = 1024 * 1024 * 1024;

let folder = '';
let long = '';
const LONG_ROWS = 300_000;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-process-'));
  long = join(folder, 'long.csv');
  const lines = Array.from(
    { length: LONG_ROWS },
    (_none, index) => `CHG-${index},"text, ${index}",${index * 7}`,
  );
  writeFileSync(long, `id,text,number\n${lines.join('\n')}\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Starts ordinary processes and tells whether they still run. */
function observed(): { readonly start: StartReaderProcess; readonly isRunning: () => boolean } {
  let last: ReaderProcess | null = null;
  return {
    start: (heap) => (last = startNodeProcess()(heap)),
    isRunning: () => {
      const pid = last?.pid;
      if (pid === undefined) return false;
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    },
  };
}

async function waitUntil(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition()).toBe(true);
}

describe('the process that reads a list', () => {
  it('hands every row over once and in order, waits for the taker, and ends', async () => {
    const { start, isRunning } = observed();
    let next = 0;
    let underWay = 0;
    const progress: TabularProgress[] = [];
    const headers: (readonly string[])[] = [];
    const result = await createTabularReader({ startProcess: start }).readRows(
      long,
      {},
      async (rows) => {
        underWay += 1;
        expect(underWay).toBe(1);
        if (next < 20_000) await new Promise((resolve) => setTimeout(resolve, 5));
        for (const row of rows) {
          expect(row).toEqual([`CHG-${next}`, `text, ${next}`, String(next * 7)]);
          next += 1;
        }
        underWay -= 1;
      },
      { onProgress: (step) => progress.push(step), onHeader: (header) => headers.push(header) },
    );
    expect(result).toMatchObject({ ok: true, value: { rowCount: LONG_ROWS, complete: true, problems: [] } });
    expect([next, headers]).toEqual([LONG_ROWS, [['id', 'text', 'number']]]);
    expect(progress.every(({ done, total }) => done <= total && done >= 0)).toBe(true);
    expect(progress.length).toBeGreaterThan(0);
    await waitUntil(() => !isRunning());
  });

  it('says in which row of the file each row stands, blank rows and a lower header counted', async () => {
    const path = join(folder, 'gaps.csv');
    writeFileSync(path, 'Export of 1 July\n\nid,text\na,1\n\n\nb,2\nc,3\n');
    const found: [string, number][] = [];
    const result = await createTabularReader().readRows(path, { headerRow: 3 }, (rows, fileRows) => {
      found.push(...rows.map((row, index): [string, number] => [row[0] ?? '', fileRows[index] ?? 0]));
    });
    expect(result).toMatchObject({ ok: true, value: { rowCount: 3 } });
    expect(found).toEqual([
      ['a', 4],
      ['b', 7],
      ['c', 8],
    ]);
  });

  it('counts on from batch to batch', async () => {
    let last = 1;
    const result = await createTabularReader().readRows(long, { maxRows: 1200 }, (rows, fileRows) => {
      expect(fileRows).toHaveLength(rows.length);
      expect(fileRows[0]).toBe(last + 1);
      last = fileRows.at(-1) ?? 0;
    });
    expect([result.ok, last]).toEqual([true, 1201]);
  });

  it('stops after as many rows as a preview asks for', async () => {
    const rows: (readonly string[])[] = [];
    const result = await createTabularReader().readRows(long, { maxRows: 3 }, (batch) => {
      rows.push(...batch);
    });
    expect(result).toMatchObject({ ok: true, value: { rowCount: 3, complete: false } });
    expect(rows.map((row) => row[0])).toEqual(['CHG-0', 'CHG-1', 'CHG-2']);
  });

  it('is ended at once when the caller aborts', async () => {
    const { start, isRunning } = observed();
    const abort = new AbortController();
    let taken = 0;
    const result = await createTabularReader({ startProcess: start }).readRows(
      long,
      {},
      (rows) => {
        taken += rows.length;
        abort.abort();
      },
      { signal: abort.signal },
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled', kind: 'environment' } });
    expect(taken).toBeLessThan(LONG_ROWS);
    await waitUntil(() => !isRunning());
    const before = await createTabularReader({ startProcess: start }).inspect(
      long,
      {},
      { signal: abort.signal },
    );
    expect(before).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('is ended when its time is up, however busy it is', async () => {
    const { start, isRunning } = observed();
    const reader = createTabularReader({
      startProcess: start,
      limits: { wallMs: 150, memoryBytes: GIGABYTE },
    });
    expect(await reader.inspect(long)).toMatchObject({
      ok: false,
      error: { code: 'too-slow', kind: 'refused' },
    });
    await waitUntil(() => !isRunning());
  });

  it('does not count the time that the taker of its rows needs', async () => {
    const reader = createTabularReader({ limits: { wallMs: 20_000, memoryBytes: GIGABYTE } });
    let waits = 0;
    const small = join(folder, 'small.csv');
    writeFileSync(small, 'id\n1\n');
    const slow = createTabularReader({ limits: { wallMs: 5000, memoryBytes: GIGABYTE } });
    const result = await slow.readRows(small, {}, async () => {
      waits += 1;
      await new Promise((resolve) => setTimeout(resolve, 5500));
    });
    expect([result.ok, waits]).toEqual([true, 1]);
    expect((await reader.inspect(small)).ok).toBe(true);
  });

  it('refuses by itself when it comes to its limit of memory', async () => {
    const reader = createTabularReader({ limits: { wallMs: 20_000, memoryBytes: 60 * 1024 * 1024 } });
    expect(await reader.inspect(long)).toMatchObject({ ok: false, error: { code: 'too-much-memory' } });
  });

  it('says so when the process dies', async () => {
    const dying: StartReaderProcess = (heap) => {
      const reader = startNodeProcess()(heap);
      reader.onMessage(() => reader.kill());
      return reader;
    };
    expect(await createTabularReader({ startProcess: dying }).inspect(long)).toMatchObject({
      ok: false,
      error: { code: 'reader-stopped', kind: 'environment' },
    });
  });

  it('gives a fault of the taker back to the caller, and ends', async () => {
    const { start, isRunning } = observed();
    const reading = createTabularReader({ startProcess: start }).readRows(long, {}, () => {
      throw new Error('no room');
    });
    await expect(reading).rejects.toThrow('no room');
    await waitUntil(() => !isRunning());
  });

  it('is given nothing of the surroundings that could hold a secret', async () => {
    process.env['TICKMARK_PASSPHRASE'] = 'secret';
    try {
      const dump = join(folder, 'dump.mjs');
      writeFileSync(
        dump,
        `process.send({ kind: 'refused', failure: { code: 'damaged', kind: 'environment', message: Object.keys(process.env).join(), facts: {} } });`,
      );
      const result = await createTabularReader({ startProcess: startNodeProcess(dump) }).inspect(long);
      expect(result.ok ? '' : result.error.message).not.toContain('TICKMARK');
    } finally {
      delete process.env['TICKMARK_PASSPHRASE'];
    }
  });
});

describe('places that are no list', () => {
  it.each([
    ['a name that does not exist', () => join(folder, 'missing.csv'), 'file-not-found'],
    ['a folder', () => folder, 'not-a-regular-file'],
    ['a place below a file', () => join(long, 'x'), 'file-not-found'],
  ])('%s', async (_name, path, code) => {
    expect(await createTabularReader().inspect(path())).toMatchObject({
      ok: false,
      error: { code, kind: 'environment' },
    });
  });

  it.skipIf(process.platform === 'win32')('a pipe, which would wait for ever', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync(MAKE_PIPE, [pipe]);
    expect(await createTabularReader().inspect(pipe)).toMatchObject({
      ok: false,
      error: { code: 'not-a-regular-file' },
    });
  });

  it.skipIf(process.platform === 'win32')('a device', async () => {
    expect(await createTabularReader().inspect('/dev/zero')).toMatchObject({
      ok: false,
      error: { code: 'not-a-regular-file' },
    });
  });

  it('names with any characters are read', async () => {
    const odd = join(folder, 'a b', '__proto__ "é\u202Ecsv.xlsx');
    mkdirSync(join(folder, 'a b'), { recursive: true });
    writeFileSync(odd, 'id,name\n1,x\n');
    expect(await createTabularReader().inspect(odd)).toMatchObject({
      ok: true,
      value: { format: 'csv', rows: 1 },
    });
  });
});
