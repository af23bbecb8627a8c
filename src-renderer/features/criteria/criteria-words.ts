import type { Output } from '../../app/client.ts';
import type { HeatCell, HeatRow } from '../../ui/chart/heat-cell.ts';
import type { StatusKind } from '../../ui/status/StatusChip.tsx';
import { countOf } from '../../ui/text/format-number.ts';

/** A criterion with its controls, tests and conclusion. */
export type Criterion = Output<'criteria.list'>[number];
/** What a criterion can be concluded as. */
export type Result = NonNullable<Criterion['conclusion']>['result'];
type Coverage = Output<'criteria.coverage'>;
type Test = Criterion['controls'][number]['tests'][number];

/** Results in words, with what each means. */
export const RESULTS: readonly { readonly value: Result; readonly label: string; readonly detail: string }[] =
  [
    { value: 'met', label: 'Met', detail: 'Every test is reviewed and shows no deviation that counts.' },
    {
      value: 'metWithDeviations',
      label: 'Met with deviations',
      detail: 'Deviations were found; the criterion is met all the same.',
    },
    {
      value: 'notMet',
      label: 'Not met',
      detail: 'Design or operation of the controls does not meet the criterion.',
    },
    {
      value: 'notAssessable',
      label: 'Not assessable',
      detail: 'Evidence is missing, so no conclusion can be drawn.',
    },
  ];

const TEST_WORDS: Readonly<Record<string, string>> = {
  effective: 'effective',
  effectiveWithDeviations: 'effective with deviations',
  notEffective: 'not effective',
  notTested: 'not tested',
  didNotOperate: 'did not operate',
  notStarted: 'not started',
  inProgress: 'in progress',
  concluded: 'concluded',
  reviewed: 'reviewed',
};

/** A result in words. */
export function resultLabel(result: Result): string {
  return RESULTS.find((known) => known.value === result)?.label ?? result;
}

/** Where a criterion stands, as a chip. */
export function standing(criterion: Criterion): { readonly kind: StatusKind; readonly label: string } {
  const { conclusion, coverage } = criterion;
  if (coverage === 'notRelevant') return { kind: 'none', label: 'Not relevant' };
  if (conclusion === null) {
    if (coverage === 'none') return { kind: 'blocks', label: 'No control' };
    return { kind: 'not-yet', label: 'Not concluded' };
  }
  if (!conclusion.holds) return { kind: 'stale', label: 'To conclude again' };
  const label = resultLabel(conclusion.result);
  return { kind: conclusion.result === 'met' ? 'done' : 'flagged', label };
}

/** "3 of 4 reviewed": how far the tests of a criterion are. */
export function testCount({ controls }: Criterion): { readonly reviewed: number; readonly total: number } {
  const tests = controls.flatMap((control) => control.tests);
  return { reviewed: tests.filter((test) => test.isReviewed).length, total: tests.length };
}

/** How a criterion is answered, in words. */
export function coverageWords({ coverage, controls }: Criterion): string {
  switch (coverage) {
    case 'control':
      return countOf(controls.length, 'control');
    case 'subservice':
      return 'subservice organization';
    case 'notRelevant':
      return 'not relevant';
    case 'none':
      return 'no control';
  }
}

/** Where a test stands, as an icon and a word. */
export function testStanding(test: Test): { readonly kind: StatusKind; readonly label: string } {
  const word = (value: string): string => TEST_WORDS[value] ?? value;
  if (test.conclusion === null || test.conclusion === '')
    return { kind: test.status === 'notStarted' ? 'not-yet' : 'under-way', label: word(test.status) };
  const label = `${word(test.conclusion)}, ${test.isReviewed ? 'reviewed' : 'not reviewed'}`;
  if (test.conclusion !== 'effective') return { kind: 'flagged', label };
  return { kind: test.isReviewed ? 'done' : 'ready', label };
}

/** The name of a series without its code: "Logical and physical access". */
export function seriesName({ series, title }: Coverage[number]): string {
  return title.startsWith(`${series} `) ? title.slice(series.length + 1) : title;
}

const STEPS = [0, 1, 2, 3, 4] as const;

/** The criteria as rows of the heat map. */
export function coverageRows(coverage: Coverage): readonly HeatRow[] {
  return coverage.map((row) => ({
    code: row.series,
    label: seriesName(row),
    cells: row.cells.map((cell): HeatCell => ({
      id: cell.id,
      code: cell.code.replace(/^[A-Z]+/, ''),
      fullCode: cell.code,
      step: STEPS.find((step) => step === cell.step) ?? 0,
      state: CELL_STATES[cell.state],
      words: cellWords(cell),
    })),
  }));
}

const CELL_STATES: Readonly<Record<Coverage[number]['cells'][number]['state'], HeatCell['state']>> = {
  covered: 'counted',
  subservice: 'counted',
  concluded: 'concluded',
  notRelevant: 'not-relevant',
  none: 'uncovered',
};

function cellWords({ state, title, tests, testsConcluded }: Coverage[number]['cells'][number]): string {
  if (state === 'subservice') return `${title}, expected of a subservice organization`;
  return `${title}, ${String(testsConcluded)} of ${countOf(tests, 'test')} concluded`;
}
