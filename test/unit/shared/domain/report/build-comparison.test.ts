import { describe, expect, it } from 'vitest';
import { takeResults } from '../../../../../shared/domain/access-review/take-results.ts';
import { all } from '../../../../../shared/domain/journal/state.ts';
import { comparisonOf } from '../../../../../shared/domain/report/build-comparison.ts';
import { buildTests } from '../../../../../shared/domain/report/build-tests.ts';
import { changed, contextOf, taken } from '../../../../helpers/domain-fixture.ts';
import { allDrawnState, decided, takeInput } from '../../../../helpers/taken-results.ts';

const late = { rule: 'Access removed late', compared: 3, unit: 'terminations' };
const reviewed = decided(allDrawnState(), 'dan', 'deviation');
const state = taken(reviewed, takeResults(contextOf(reviewed), takeInput(reviewed)));

describe('what an access review compared for a test', () => {
  it('is nothing before its results were taken, or after they were withdrawn', () => {
    expect(comparisonOf(reviewed, 'test-operating')).toEqual([]);
    const [result] = all(state, 'accessResult');
    const withdrawn = changed(state, 'accessResult', result?.id ?? '', { withdrawn: true });
    expect(comparisonOf(withdrawn, 'test-operating')).toEqual([]);
    expect(comparisonOf(state, 'test-design')).toEqual([]);
  });

  it('is the rule with its figures, and how many exceptions a person called deviations', () => {
    expect(comparisonOf(state, 'test-operating')).toEqual([{ ...late, exceptions: 2, deviations: 1 }]);
    const both = decided(state, 'eve', 'notDeviation');
    expect(comparisonOf(both, 'test-operating')).toMatchObject([{ exceptions: 2, deviations: 1 }]);
  });

  it('stands in the report with the first sample of the test', () => {
    const control = all(state, 'control').find(({ id }) => id === 'control-1');
    if (control === undefined) throw new Error('the fixture has a control');
    const tests = buildTests(state, control, 'Compared the lists.');
    expect(tests.map(({ comparison }) => comparison.length)).toEqual([1]);
  });
});
