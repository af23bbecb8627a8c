import { existsSync, readFileSync } from 'node:fs';

/** How many tests ended how. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const NO_TESTS: Counts = { passed: 0, failed: 0, skipped: 0 };
export const ONE_FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

/** The sum of several sections. */
export const addCounts = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, next) => ({
      passed: sum.passed + next.passed,
      failed: sum.failed + next.failed,
      skipped: sum.skipped + next.skipped,
    }),
    NO_TESTS,
  );

/** The line that other programs look for. */
export const countsLine = (counts: Counts): string =>
  `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;

/** Reads the report of a vitest run. A run that ended badly without a failed test counts as one failure. */
export function vitestCounts(reportFile: string, exitCode: number | null): Counts {
  const report = readReport(reportFile);
  const counts = {
    passed: count(report, 'numPassedTests'),
    failed: count(report, 'numFailedTests'),
    skipped: count(report, 'numPendingTests') + count(report, 'numTodoTests'),
  };
  return withExitCode(counts, exitCode);
}

/** Reads the report of a Playwright run, in the same way. */
export function playwrightCounts(reportFile: string, exitCode: number | null): Counts {
  const stats = property(readReport(reportFile), 'stats');
  const counts = {
    passed: count(stats, 'expected') + count(stats, 'flaky'),
    failed: count(stats, 'unexpected'),
    skipped: count(stats, 'skipped'),
  };
  return withExitCode(counts, exitCode);
}

const withExitCode = (counts: Counts, exitCode: number | null): Counts =>
  exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;

function count(value: unknown, key: string): number {
  const found = property(value, key);
  return typeof found === 'number' ? found : 0;
}
