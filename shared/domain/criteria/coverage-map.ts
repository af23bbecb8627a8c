/** How far the tests of each criterion are, series by series: the heat map. Source: design 5 "Criteria heat map". */
import type { Row } from '../journal/entities.ts';
import type { EngagementState } from '../journal/state.ts';
import type { Sha256 } from '../review/content-hash.ts';
import { isConcluded, testsOfCriterion } from './conclusion.ts';
import { coverageOf, criteriaInScope } from './coverage.ts';

/** A criterion on the map. */
export interface CoverageCell {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** `covered`: tests count; `concluded`; `subservice`: only expected controls cover it; `none`: nothing does (gate P1). */
  readonly state: 'covered' | 'concluded' | 'subservice' | 'notRelevant' | 'none';
  /** 0 for no test concluded, 1 to 3 by thirds, 4 for all, and for a concluded criterion. */
  readonly step: 0 | 1 | 2 | 3 | 4;
  readonly tests: number;
  readonly testsConcluded: number;
}

/** A series of criteria. */
export interface CoverageRow {
  /** As "CC6". */
  readonly series: string;
  /** As "CC6 Logical and Physical Access". */
  readonly title: string;
  readonly cells: readonly CoverageCell[];
}

/** The map of the criteria in scope, in their order. */
export function coverageMap(state: EngagementState, sha256: Sha256): readonly CoverageRow[] {
  const rows = new Map<string, CoverageCell[]>();
  for (const criterion of criteriaInScope(state)) {
    const cells = rows.get(criterion.series) ?? [];
    cells.push(cellOf(state, criterion, sha256));
    rows.set(criterion.series, cells);
  }
  return [...rows].map(([title, cells]) => ({ series: title.split(' ')[0] ?? title, title, cells }));
}

function cellOf(state: EngagementState, criterion: Row<'criterion'>, sha256: Sha256): CoverageCell {
  const tests = testsOfCriterion(state, criterion.code);
  const done = tests.filter((test) => test.status === 'concluded' || test.status === 'reviewed').length;
  const coverage = coverageOf(state, criterion.code);
  const concluded = coverage !== 'notRelevant' && isConcluded(state, criterion, sha256);
  const { id, code, title } = criterion;
  return {
    ...{ id, code, title },
    state: concluded ? 'concluded' : coverage === 'control' ? 'covered' : coverage,
    step: concluded ? 4 : stepOf(done, tests.length),
    tests: tests.length,
    testsConcluded: done,
  };
}

/** The step of `done` of `total`. */
export function stepOf(done: number, total: number): CoverageCell['step'] {
  if (done <= 0 || total <= 0) return 0;
  if (done >= total) return 4;
  if (done * 3 <= total) return 1;
  return done * 3 <= total * 2 ? 2 : 3;
}
