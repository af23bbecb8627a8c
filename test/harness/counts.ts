import { existsSync, readFileSync } from 'node:fs';

/** How many tests ended how. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** What a section of the test command came to. `failures` names the tests that failed, where tests ran. */
export type Outcome = { readonly counts: Counts; readonly failures: readonly string[] };

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
export function vitestOutcome(reportFile: string, exitCode: number | null): Outcome {
  const report = readReport(reportFile);
  const counts = {
    passed: count(report, 'numPassedTests'),
    failed: count(report, 'numFailedTests'),
    skipped: count(report, 'numPendingTests') + count(report, 'numTodoTests'),
  };
  const failed = entries(report, 'testResults')
    .flatMap((file) => entries(file, 'assertionResults'))
    .filter((test) => property(test, 'status') === 'failed');
  return { counts: withExitCode(counts, exitCode), failures: failed.map((test) => text(test, 'fullName')) };
}

/** Reads the report of a Playwright run, in the same way. */
export function playwrightOutcome(reportFile: string, exitCode: number | null): Outcome {
  const report = readReport(reportFile);
  const stats = property(report, 'stats');
  const counts = {
    passed: count(stats, 'expected') + count(stats, 'flaky'),
    failed: count(stats, 'unexpected'),
    skipped: count(stats, 'skipped'),
  };
  return {
    counts: withExitCode(counts, exitCode),
    failures: entries(report, 'suites').flatMap(failedSpecs),
  };
}

/** Playwright nests what a file describes; a test that was never begun is not one that failed. */
const failedSpecs = (suite: unknown): readonly string[] => [
  ...entries(suite, 'specs')
    .filter((spec) => entries(spec, 'tests').some((test) => property(test, 'status') === 'unexpected'))
    .map((spec) => `${text(spec, 'file')}: ${text(spec, 'title')}`),
  ...entries(suite, 'suites').flatMap(failedSpecs),
];

const withExitCode = (counts: Counts, exitCode: number | null): Counts =>
  exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;

function entries(value: unknown, key: string): readonly unknown[] {
  const found = property(value, key);
  return Array.isArray(found) ? found : [];
}

function text(value: unknown, key: string): string {
  const found = property(value, key);
  return typeof found === 'string' ? found : '';
}

function count(value: unknown, key: string): number {
  const found = property(value, key);
  return typeof found === 'number' ? found : 0;
}
