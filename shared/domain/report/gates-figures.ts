/** Gate L10: the figures of Section IV are counted again from the grids and compared, test by test. */
import { gate, type Refusal } from '../gates/refusal.ts';
import type { Row } from '../journal/entities.ts';
import { where, type EngagementState } from '../journal/state.ts';
import { sampleRates, type SampleRate } from '../testing/test-results.ts';
import { samplesOf } from './build-tests.ts';
import type { ReportFacts, ReportTest } from './report-facts.ts';

/**
 * L10: sizes and deviations in Section IV equal the tests. The report reads items and deviations; this gate counts the
 * cells of the grid, so that a deviation without its evaluation, or an evaluation without its cell, shows.
 */
export function gateL10(state: EngagementState, facts: ReportFacts): readonly Refusal[] {
  return facts.controls.flatMap((printed) => {
    const control = where(state, 'control', 'code', printed.id)[0];
    return control === undefined || facts.span.type === 'I'
      ? []
      : controlFindings(state, control, printed.tests);
  });
}

function controlFindings(
  state: EngagementState,
  control: Row<'control'>,
  printed: readonly ReportTest[],
): readonly Refusal[] {
  const counted = samplesOf(state, control.id).map((sample) =>
    sample.plan === null
      ? null
      : (ratesOf(state, sample.test).find(({ plan }) => plan.id === sample.plan?.id) ?? null),
  );
  return printed.flatMap((test, index) => {
    const rate = counted[index] ?? null;
    return rate === null ? [] : testFindings(state, rate, test);
  });
}

const ratesOf = (state: EngagementState, test: Row<'test'>): readonly SampleRate[] =>
  sampleRates(state, test.id);

function testFindings(state: EngagementState, rate: SampleRate, printed: ReportTest): readonly Refusal[] {
  const target = { entity: 'test' as const, id: rate.plan.testId };
  const items = itemCount(state, rate.plan.id);
  const deviating = printed.outcome.kind === 'deviations' ? printed.outcome.deviating : 0;
  const findings: Refusal[] = [];
  if (printed.tested !== items) findings.push(gate('L10', { a: printed.tested, b: items }, target));
  if (deviating !== rate.deviating)
    findings.push({
      ...gate('L10', { a: deviating, b: rate.deviating }, target),
      message: `Section IV says ${String(deviating)} ${deviating === 1 ? 'deviation' : 'deviations'}; the test has ${String(rate.deviating)}.`,
    });
  return findings;
}

/** The items of a plan and of those that expand it, without replaced ones, counted from the items themselves. */
function itemCount(state: EngagementState, planId: string): number {
  const own = where(state, 'sampleItem', 'planId', planId).filter(
    (item) => item.status === 'selected',
  ).length;
  const children = where(state, 'samplePlan', 'parentId', planId).filter(
    (plan) => plan.status === 'drawn' || plan.status === 'expanded',
  );
  return children.reduce((sum, child) => sum + itemCount(state, child.id), own);
}
