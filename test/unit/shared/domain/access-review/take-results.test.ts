import { describe, expect, it } from 'vitest';
import {
  openExceptionsOf,
  resultsInTest,
  takeResults,
} from '../../../../../shared/domain/access-review/take-results.ts';
import { all, find, where, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { concludeTest } from '../../../../../shared/domain/testing/conclude-test.ts';
import { resultOf } from '../../../../../shared/domain/testing/record-results.ts';
import { changed, contextOf, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { allDrawnState, decided, people, takeInput } from '../../../../helpers/taken-results.ts';

const cellOf = (state: EngagementState, key: string) => resultOf(state, `item-${key}`, 'attribute-B');

describe('taking results into the grid', () => {
  it('records what was compared, leaves what waits or was not compared empty', () => {
    const state = decided(allDrawnState(), 'dan', 'deviation');
    const decision = takeResults(contextOf(state), takeInput(state));
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
    const state = decided(allDrawnState(), 'dan', 'deviation');
    const then = taken(state, takeResults(contextOf(state), takeInput(state)));
    const other = decided(then, 'dan', 'notDeviation');
    const again = taken(other, takeResults(contextOf(other), takeInput(other)));
    expect(cellOf(again, 'dan')).toMatchObject({ result: 'pass' });
    expect(all(again, 'deviation')[0]?.withdrawnReason).toContain('Checked against the tickets.');
    expect(resultsInTest(again, 'test-operating')).toHaveLength(1);
  });

  it('finds items by the row where list and population are the same file', () => {
    const state = decided(decided(allDrawnState(), 'dan', 'deviation'), 'eve', 'deviation');
    const keyless = { ...takeInput(state) };
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
    const state = decided(allDrawnState(), 'dan', 'deviation');
    const then = taken(state, takeResults(contextOf(state), takeInput(state)));
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
    const state = allDrawnState();
    const refused = (from: EngagementState, change = {}) =>
      refusalOf(takeResults(contextOf(from), { ...takeInput(state), ...change }));
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
