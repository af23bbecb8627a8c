import { describe, expect, it } from 'vitest';
import { find } from '../../../../../shared/domain/journal/state.ts';
import {
  reopenTest,
  startedFinding,
  testMoveFinding,
  testMoves,
  writeJudgment,
  writeSettingHistory,
  type TestStatus,
} from '../../../../../shared/domain/testing/edit-test.ts';
import { changed, contextOf, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { as, startedState } from '../../../../helpers/fieldwork-fixture.ts';

const testId = 'test-operating';
const { state } = startedState();
const concluded = changed(state, 'test', testId, {
  status: 'concluded',
  conclusion: 'effective',
  concludedBy: 'p-staff',
});
const allowed = [
  ...['notStarted>inProgress', 'inProgress>concluded', 'concluded>reviewed'],
  ...['concluded>inProgress', 'reviewed>inProgress'],
];
const states = Object.keys(testMoves) as TestStatus[]; // keys of a record over the states

describe('moves of a test', () => {
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    const refusal = testMoveFinding(from, to);
    if (allowed.includes(`${from}>${to}`)) expect(refusal).toBeNull();
    else expect(refusal?.code).toBe('wrong-state');
  });
});

describe('reopening a concluded test', () => {
  it('takes the conclusion back and keeps the reason on the workpaper', () => {
    const done = taken(
      concluded,
      reopenTest(contextOf(concluded), { testId, reason: 'A second list came in.' }),
    );
    expect(find(done, 'test', testId)).toMatchObject({
      status: 'inProgress',
      conclusion: null,
      concludedBy: null,
    });
    expect(find(done, 'workpaper', 'wp-operating')?.body).toBe('Reopened 2026-07-10: A second list came in.');
  });

  it('needs a concluded test and a reason', () => {
    expect(refusalOf(reopenTest(contextOf(state), { testId, reason: 'A second list came in.' })).code).toBe(
      'wrong-state',
    );
    expect(refusalOf(reopenTest(contextOf(concluded), { testId, reason: 'no' })).code).toBe('invalid-value');
  });
});

describe('the history of a setting', () => {
  it('is written in words, and takes a concluded test back to work', () => {
    const settingHistory = 'The change log shows no change of the policy in the period.';
    const done = taken(concluded, writeSettingHistory(contextOf(concluded), { testId, settingHistory }));
    expect(find(done, 'test', testId)).toMatchObject({
      settingHistory,
      status: 'inProgress',
      conclusion: null,
    });
    expect(refusalOf(writeSettingHistory(contextOf(state), { testId, settingHistory: 'fine' })).code).toBe(
      'invalid-value',
    );
  });
});

describe('the judgment on deviations', () => {
  const input = {
    testId,
    judgment: 'The weekly review found it within 6 days.',
    compensatingControlIds: ['control-1'],
  };

  it('is the manager’s', () => {
    expect(refusalOf(writeJudgment(as(state, 'senior'), input)).code).toBe('role-required');
    const done = taken(state, writeJudgment(as(state, 'manager'), input), 'p-manager');
    expect(find(done, 'test', testId)).toMatchObject({
      ...{
        managerJudgment: input.judgment,
        managerJudgmentBy: 'p-manager',
        compensatingControlIds: ['control-1'],
      },
    });
  });

  it('says something, about controls on record', () => {
    expect(refusalOf(writeJudgment(as(state, 'manager'), { ...input, judgment: 'ok' })).code).toBe(
      'invalid-value',
    );
    const unknown = { ...input, compensatingControlIds: ['no'] };
    expect(refusalOf(writeJudgment(as(state, 'manager'), unknown)).code).toBe('not-found');
  });
});

describe('a test that was not started', () => {
  it('takes no work', () => {
    const row = (id: string, status: TestStatus) => {
      const test = find(changed(state, 'test', id, { status }), 'test', id);
      return test === undefined ? null : (startedFinding(test)?.code ?? null);
    };
    expect(row(testId, 'notStarted')).toBe('wrong-state');
    expect(row(testId, 'inProgress')).toBeNull();
    expect(row('test-design', 'inProgress')).toBe('wrong-state');
  });
});
