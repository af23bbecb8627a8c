/** What the rules of an access review compared for a test, as Section IV lists it beside the result. */
import { standingExceptions } from '../access-review/dispose-exceptions.ts';
import { accessRules } from '../access-review/rule-catalogue.ts';
import { resultsInTest } from '../access-review/take-results.ts';
import type { Row } from '../journal/entities.ts';
import { where, type EngagementState } from '../journal/state.ts';
import type { ComparisonRule } from './report-facts.ts';

/**
 * The rules whose results stand in a test, in the order of the rules: how much each compared, what it found, and how many of
 * its exceptions a person called deviations.
 */
export function comparisonOf(state: EngagementState, testId: string): readonly ComparisonRule[] {
  const taken = resultsInTest(state, testId);
  return accessRules.flatMap((rule) =>
    taken.filter(({ ruleId }) => ruleId === rule.id).flatMap((result) => comparedBy(state, rule, result)),
  );
}

function comparedBy(
  state: EngagementState,
  { id, title, population }: (typeof accessRules)[number],
  { runId, reviewId }: Row<'accessResult'>,
): readonly ComparisonRule[] {
  const run = where(state, 'accessRuleRun', 'runId', runId).find(({ ruleId }) => ruleId === id);
  if (run === undefined) return [];
  const deviations = standingExceptions(state, reviewId, id).filter(
    ({ disposition }) => disposition === 'deviation',
  );
  return [
    {
      ...{ rule: title, compared: run.compared, unit: population },
      ...{ exceptions: run.exceptions, deviations: deviations.length },
    },
  ];
}
