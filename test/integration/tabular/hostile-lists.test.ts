import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNodeProcess } from '../../../src-main/adapters/tabular/node-process.ts';
import type { StartReaderProcess } from '../../../src-main/adapters/tabular/process-protocol.ts';
import { createTabularReader } from '../../../src-main/adapters/tabular/tabular-reader.ts';
import type { HostileCase } from '../../fixtures/hostile/hostile-case.ts';
import { HOSTILE_TEXTS } from '../../fixtures/hostile/hostile-texts.ts';
import { HOSTILE_WORKBOOKS } from '../../fixtures/hostile/hostile-workbooks.ts';
import { DAMAGED_WORKBOOKS } from '../../fixtures/hostile/damaged-workbooks.ts';
import { LEGAL_CELLS } from '../../fixtures/hostile/legal-cells.ts';
import { LEGAL_TEXTS } from '../../fixtures/hostile/legal-texts.ts';
import { LEGAL_WORKBOOKS } from '../../fixtures/hostile/legal-workbooks.ts';

const SECONDS = 10;
const MEGABYTES = 512;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-hostile-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Highest memory of the processes started, in megabytes; 0 where the system does not tell. */
const peak = { megabytes: 0 };

/** Starts ordinary reader's processes and watches how much memory each takes. */
const watched: StartReaderProcess = (heap) => {
  const reader = startNodeProcess()(heap);
  const look = (): void => {
    try {
      const status = readFileSync(`/proc/${reader.pid ?? 0}/status`, 'utf8');
      const kilobytes = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? '0');
      peak.megabytes = Math.max(peak.megabytes, kilobytes / 1024);
    } catch {
      // The process has ended, or the system does not tell.
    }
  };
  const timer = setInterval(look, 10);
  reader.onExit(() => clearInterval(timer));
  return reader;
};

const reader = createTabularReader({
  startProcess: watched,
  limits: { wallMs: SECONDS * 1000, memoryBytes: MEGABYTES * 1024 * 1024 },
});

async function judge(hostile: HostileCase): Promise<unknown> {
  const path = join(folder, hostile.id);
  writeFileSync(path, hostile.bytes());
  const rows: (readonly string[])[] = [];
  const result = await reader.readRows(path, hostile.choice ?? {}, (batch) => {
    rows.push(...batch);
  });
  rmSync(path);
  if (!result.ok)
    return { kind: 'refused', code: result.error.code, hasWords: result.error.message.length > 20 };
  return {
    kind: 'read',
    rows:
      typeof hostile.verdict === 'object' &&
      'rows' in hostile.verdict &&
      typeof hostile.verdict.rows === 'number'
        ? rows.length
        : [result.value.header, ...rows],
    problems: result.value.problems.map((problem) => problem.code).sort(),
  };
}

function expectation({ verdict }: HostileCase): unknown {
  if (verdict.kind === 'read') return { ...verdict, problems: [...(verdict.problems ?? [])].sort() };
  // Which of several limits is met first may depend on the size of a chunk; the reason must be one of those listed.
  const codes: readonly string[] = verdict.codes;
  const oneOf: unknown = expect.toSatisfy(
    (code: unknown) => typeof code === 'string' && codes.includes(code),
  );
  return { kind: 'refused', code: oneOf, hasWords: true };
}

describe.each([
  ['hostile workbooks', HOSTILE_WORKBOOKS, 24],
  ['hostile text files', HOSTILE_TEXTS, 14],
  ['odd workbooks', LEGAL_WORKBOOKS, LEGAL_WORKBOOKS.length],
  ['odd cells', LEGAL_CELLS, LEGAL_CELLS.length],
  ['damaged workbooks', DAMAGED_WORKBOOKS, DAMAGED_WORKBOOKS.length],
  ['odd text files', LEGAL_TEXTS, LEGAL_TEXTS.length],
] as const)('%s', (_name, cases, count) => {
  it('are as many as the corpus names, each with its own identifier', () => {
    expect(new Set(cases.map((hostile) => hostile.id)).size).toBe(count);
  });

  it.each(cases.map((hostile) => [hostile.id, hostile] as const))(
    '%s',
    { timeout: 30_000 },
    async (_id, hostile) => {
      peak.megabytes = 0;
      const started = performance.now();
      expect(await judge(hostile)).toEqual(expectation(hostile));
      expect(performance.now() - started).toBeLessThan(SECONDS * 1000);
      expect(peak.megabytes).toBeLessThan(MEGABYTES);
    },
  );
});
