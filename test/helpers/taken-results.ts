import { disposeExceptions } from '../../shared/domain/access-review/dispose-exceptions.ts';
import { lastRun } from '../../shared/domain/access-review/record-run.ts';
import type { LookedAt } from '../../shared/domain/access-review/take-results.ts';
import { add } from '../../shared/domain/journal/ops.ts';
import { all, type EngagementState } from '../../shared/domain/journal/state.ts';
import { planFields } from '../../shared/domain/sampling/plan-sample.ts';
import { leaverLists, resultsOf, reviewIn, reviewState, runState } from './access-review-state.ts';
import { after, contextOf, taken } from './domain-fixture.ts';
import { planInput, populationFields } from './fieldwork-fixture.ts';

/** The keys of the list of leavers; the last is not in the review. */
export const people = ['cat', 'dan', 'eve', 'fay', 'zed'];

/** The run over the leavers, and LA-02 with all records of a list of five leavers drawn. */
export function allDrawnState(): EngagementState {
  const state = runState(reviewState());
  return after(state, [
    add('population', 'population-1', populationFields({ fileSha256: 'file-sha', recordCount: 5 })),
    add('samplePlan', 'plan-1', {
      ...planFields(planInput({ populationId: 'population-1', basis: 'all', chosenSize: 5 })),
      ...{ status: 'drawn', parentId: null, computedSize: 5 },
    }),
    add('attribute', 'attribute-B', {
      testId: 'test-operating',
      key: 'B',
      text: 'In time',
      tickmark: '',
      withdrawn: false,
    }),
    ...people.map((key, index) =>
      add('sampleItem', `item-${key}`, {
        ...{ planId: 'plan-1', ordinal: index + 1, populationKey: key, rowNumber: index + 2 },
        ...{
          occurredOn: null,
          stratum: null,
          status: 'selected' as const,
          replacementOf: null,
          replacementReason: null,
        },
      }),
    ),
  ]);
}

/** What taking the results of W3 into attribute B is about. */
export function takeInput(state: EngagementState) {
  const [result] = resultsOf(leaverLists()).filter(({ rule }) => rule.id === 'W3');
  const records = (result?.outcome.population ?? []).map(({ key, rows }): LookedAt => ({
    ...{
      key,
      names: [key],
      rows,
      fileSha256: 'other',
      isCompared: result?.outcome.notCompared.has(key) === false,
    },
  }));
  const run = lastRun(state, reviewIn(state).id);
  const about = {
    reviewId: reviewIn(state).id,
    ruleId: 'W3',
    testId: 'test-operating',
    attributeId: 'attribute-B',
  } as const;
  return { ...about, runId: run?.id ?? '', sentence: 'Compared all 4 terminations.', records };
}

/** The exceptions of W3 on a person, decided. */
export function decided(state: EngagementState, subject: string, disposition: 'deviation' | 'notDeviation') {
  const ids = all(state, 'accessException').filter((row) => row.ruleId === 'W3' && row.subject === subject);
  const evidenceIds = all(state, 'evidenceFile').map(({ id }) => id);
  const reason = 'Checked against the tickets.';
  return taken(
    state,
    disposeExceptions(contextOf(state), {
      exceptionIds: ids.map(({ id }) => id),
      disposition,
      reason,
      evidenceIds,
    }),
  );
}
