import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCounts, countsLine, playwrightCounts, vitestCounts } from '../../harness/counts.ts';

describe('the counts of the test command', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tickmark-counts-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const report = (value: unknown): string => {
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify(value));
    return file;
  };

  it('reads a vitest report, with todo as skipped', () => {
    const file = report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 3, numTodoTests: 1 });
    expect(vitestCounts(file, 1)).toEqual({ passed: 7, failed: 2, skipped: 4 });
  });

  it('counts a run that broke off without a failed test as one failure', () => {
    expect(vitestCounts(report({ numPassedTests: 7, numFailedTests: 0 }), 1)).toEqual({
      passed: 7,
      failed: 1,
      skipped: 0,
    });
    expect(vitestCounts(join(folder, 'absent.json'), null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('reads a Playwright report, where a test that passed at the second try has passed', () => {
    const file = report({ stats: { expected: 4, flaky: 1, unexpected: 0, skipped: 2 } });
    expect(playwrightCounts(file, 0)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  });

  it('adds up to one line', () => {
    const sum = addCounts([
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 3, failed: 4, skipped: 0 },
    ]);
    expect(countsLine(sum)).toBe('4 passed, 4 failed, 2 skipped');
  });
});
