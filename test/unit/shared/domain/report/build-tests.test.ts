import { describe, expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { find, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { buildTests, samplesOf } from '../../../../../shared/domain/report/build-tests.ts';
import { after, changed } from '../../../../helpers/domain-fixture.ts';
import { deviatingState, deviationFields, testedState } from '../../../../helpers/concluding-fixture.ts';

const testsOf = (state: EngagementState) => {
  const control = find(state, 'control', 'control-1');
  return control === undefined ? [] : buildTests(state, control, 'Inquired.');
};

describe('a test of Section IV', () => {
  it('leaves out replaced items and superseded plans', () => {
    const replaced = changed(testedState(), 'sampleItem', 'item-3', { status: 'replaced' });
    expect(testsOf(replaced)[0]?.tested).toBe(2);
    const superseded = changed(testedState(), 'samplePlan', 'plan-1', { status: 'superseded' });
    expect(samplesOf(superseded, 'control-1').map((sample) => sample.items.length)).toEqual([0]);
    expect(testsOf(superseded)[0]?.sample).toBeNull();
  });

  it('keeps a superseded sample in which a deviation stands, with the items that were tested', () => {
    const superseded = changed(deviatingState(), 'samplePlan', 'plan-1', { status: 'superseded' });
    const untested = changed(superseded, 'attributeResult', 'result-3', { result: null });
    expect(testsOf(untested)[0]).toMatchObject({
      tested: 2,
      populationSize: 184,
      outcome: { kind: 'deviations', deviating: 1 },
    });
    const taken = changed(superseded, 'deviation', 'deviation-1', { withdrawnReason: 'A slip of the grid.' });
    expect(testsOf(taken)[0]?.sample).toBeNull();
  });

  it('counts an item once however many attributes deviate, and joins what differs', () => {
    const two = after(deviatingState(), [
      add(
        'deviation',
        'deviation-2',
        deviationFields({ code: 'DV-02', nature: 'The manager did not confirm.' }),
      ),
      add('deviation', 'deviation-3', deviationFields({ code: 'DV-03', withdrawnReason: 'A slip.' })),
    ]);
    expect(testsOf(two)[0]?.outcome).toMatchObject({
      deviating: 1,
      nature:
        'access was disabled 4 days after the last day; the control allows 24 hours; the manager did not confirm.',
    });
  });

  it('names the compensating controls that were considered', () => {
    const state = changed(deviatingState(), 'deviation', 'deviation-1', {
      compensatingControlIds: ['control-1'],
    });
    expect(testsOf(state)[0]?.outcome).toMatchObject({
      compensating: 'Compensating controls considered: LA-02.',
    });
  });

  it('tells an open test as not concluded', () => {
    const open = changed(testedState(), 'test', 'test-operating', { conclusion: null });
    expect(testsOf(open)[0]?.outcome).toEqual({ kind: 'notTested', reason: 'The test is not concluded.' });
  });
});
