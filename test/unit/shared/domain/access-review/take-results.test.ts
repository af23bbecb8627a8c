import { describe, expect, it } from 'vitest';
import { disposeExceptions } from '../../../../../shared/domain/access-review/dispose-exceptions.ts';
import { lastRun } from '../../../../../shared/domain/access-review/record-run.ts';
import {
  openExceptionsOf,
  resultsInTest,
  takeResults,
  type LookedAt,
} from '../../../../../shared/domain/access-review/take-results.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { all, find, where, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { concludeTest } from '../../../../../shared/domain/testing/conclude-test.ts';
import { resultOf } from '../../../../../shared/domain/testing/record-results.ts';
import { after, changed, contextOf, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { planFields } from '../../../../../shared/domain/sampling/plan-sample.ts';
import { planInput, populationFields } from '../../../../helpers/fieldwork-fixture.ts';
import {
  leaverLists,
  resultsOf,
  reviewIn,
  reviewState,
  runState,
} from '../../../../helpers/access-review-state.ts';

const people = ['cat', 'dan', 'eve', 'fay', 'zed'];

/** The run over the leavers, and LA-02 with all records of a list of five leavers drawn. */
function drawnState(): EngagementState {
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

function input(state: EngagementState) {
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

function decided(state: EngagementState, subject: string, disposition: 'deviation' | 'notDeviation') {
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
const cellOf = (state: EngagementState, key: string) => resultOf(state, `item-${key}`, 'attribute-B');

describe('taking results into the grid', () => {
  it('records what was compared, leaves what waits or was not compared empty', () => {
    const state = decided(drawnState(), 'dan', 'deviation');
    const decision = takeResults(contextOf(state), input(state));
    expect(decision.ok ? decision.value.result : decision.error).toEqual({
      passed: 1,
      deviations: 1,
      waiting: 1,
      left: 2,
    });
    const then = taken(state, decision);
    expect(people.map((key) => cellOf(then, key)?.result ?? null)).toEqual([
      'pass',
      'deviation',
      null,
      null,
      null,
    ]);
    expect(cellOf(then, 'cat')?.observation).toBe('Access review, rule W3: Compared all 4 terminations.');
    expect(
      where(then, 'deviation', 'testId', 'test-operating').map(({ itemId, nature }) => [itemId, nature]),
    ).toEqual([
      [
        'item-dan',
        'S / dan was disabled on 20 Jun 2026, 432 h after the last day.'.replace('432 h', '18 days'),
      ],
    ]);
    expect(resultsInTest(then, 'test-operating')).toMatchObject([{ ruleId: 'W3', items: 2 }]);
  });

  it('takes back a deviation that turned out to be none', () => {
    const state = decided(drawnState(), 'dan', 'deviation');
    const then = taken(state, takeResults(contextOf(state), input(state)));
    const other = decided(then, 'dan', 'notDeviation');
    const again = taken(other, takeResults(contextOf(other), input(other)));
    expect(cellOf(again, 'dan')).toMatchObject({ result: 'pass' });
    expect(all(again, 'deviation')[0]?.withdrawnReason).toContain('Checked against the tickets.');
    expect(resultsInTest(again, 'test-operating')).toHaveLength(1);
  });

  it('finds items by the row where list and population are the same file', () => {
    const state = decided(decided(drawnState(), 'dan', 'deviation'), 'eve', 'deviation');
    const keyless = { ...input(state) };
    const records = keyless.records.map((record) => ({ ...record, names: [], fileSha256: 'file-sha' }));
    const then = taken(state, takeResults(contextOf(state), { ...keyless, records }));
    expect(people.map((key) => cellOf(then, key)?.result ?? null)).toEqual([
      'pass',
      'deviation',
      'deviation',
      null,
      null,
    ]);
  });

  it('keeps the test from being concluded while an exception waits (T3)', () => {
    const state = decided(drawnState(), 'dan', 'deviation');
    const then = taken(state, takeResults(contextOf(state), input(state)));
    expect(openExceptionsOf(then, 'test-operating').map(({ subject }) => subject)).toEqual(['eve']);
    const conclude = {
      testId: 'test-operating',
      conclusion: 'notEffective',
      text: 'Not removed in time.',
      recordDays: () => [],
    } as const;
    const refusal = concludeTest(contextOf(then), conclude);
    const codes = refusal.ok
      ? []
      : [refusal.error, ...refusal.error.also].map(({ code, target }) => `${code} ${target?.entity ?? ''}`);
    expect(codes).toContain('T3 accessException');
    expect(openExceptionsOf(decided(then, 'eve', 'notDeviation'), 'test-operating')).toEqual([]);
  });

  it('is refused for a sample, for a test without items, and for a foreign attribute', () => {
    const state = drawnState();
    const refused = (from: EngagementState, change = {}) =>
      refusalOf(takeResults(contextOf(from), { ...input(state), ...change }));
    expect(refused(changed(state, 'samplePlan', 'plan-1', { basis: 'frequencyGuidance' })).message).toContain(
      'are a sample',
    );
    expect(refused(changed(state, 'samplePlan', 'plan-1', { status: 'superseded' })).message).toBe(
      'No item was drawn for this test.',
    );
    expect(refused(state, { attributeId: 'none' }).code).toBe('not-found');
    expect(refused(state, { runId: 'none' }).code).toBe('not-found');
    expect(find(state, 'accessRun', 'none')).toBeUndefined();
  });
});
