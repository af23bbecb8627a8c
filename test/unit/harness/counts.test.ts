import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCounts, countsLine, playwrightOutcome, vitestOutcome } from '../../harness/counts.ts';

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
    expect(vitestOutcome(file, 1).counts).toEqual({ passed: 7, failed: 2, skipped: 4 });
  });

  it('counts a run that broke off without a failed test as one failure', () => {
    expect(vitestOutcome(report({ numPassedTests: 7, numFailedTests: 0 }), 1).counts).toEqual({
      passed: 7,
      failed: 1,
      skipped: 0,
    });
    expect(vitestOutcome(join(folder, 'absent.json'), null)).toEqual({
      counts: { passed: 0, failed: 1, skipped: 0 },
      failures: [],
    });
  });

  it('reads a Playwright report, where a test that passed at the second try has passed', () => {
    const file = report({ stats: { expected: 4, flaky: 1, unexpected: 0, skipped: 2 } });
    expect(playwrightOutcome(file, 0).counts).toEqual({ passed: 5, failed: 0, skipped: 2 });
  });

  it('names the tests of vitest that failed', () => {
    const file = report({
      numFailedTests: 1,
      testResults: [
        {
          assertionResults: [
            { status: 'passed', fullName: 'draw is repeatable' },
            { status: 'failed', fullName: 'draw keeps its seed' },
          ],
        },
      ],
    });
    expect(vitestOutcome(file, 1).failures).toEqual(['draw keeps its seed']);
  });

  it('names the tests of Playwright that failed, at any depth, without those that were never begun', () => {
    const spec = (title: string, status: string) => ({
      title,
      file: 'start.test.ts',
      ok: false,
      tests: [{ status }],
    });
    const file = report({
      stats: { unexpected: 2, skipped: 1 },
      suites: [
        {
          specs: [spec('opens', 'unexpected'), spec('closes', 'skipped')],
          suites: [{ specs: [spec('locks', 'unexpected'), spec('shows', 'expected')] }],
        },
      ],
    });
    expect(playwrightOutcome(file, 1).failures).toEqual(['start.test.ts: opens', 'start.test.ts: locks']);
  });

  it('adds up to one line', () => {
    const sum = addCounts([
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 3, failed: 4, skipped: 0 },
    ]);
    expect(countsLine(sum)).toBe('4 passed, 4 failed, 2 skipped');
  });
});
