import { describe, expect, it } from 'vitest';
import {
  concludeCriterion,
  conclusionOf,
  openCriteria,
  suggestedResult,
} from '../../../../../shared/domain/criteria/conclusion.ts';
import { coverageMap, stepOf } from '../../../../../shared/domain/criteria/coverage-map.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { all, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import {
  after,
  changed,
  controlFields,
  criterionFields,
  day,
  refusalOf,
  sha256,
  taken,
} from '../../../../helpers/domain-fixture.ts';
import {
  approvedState,
  as,
  concludedCriteria,
  deviatingState,
  met,
  signedUpTo,
  testedState,
} from '../../../../helpers/concluding-fixture.ts';

const conclude = (state: EngagementState, values: Partial<typeof met> = {}, role = 'manager') =>
  concludeCriterion(as(state, role), 'CC6.2', { ...met, ...values });
const notEffective = () =>
  approvedState(changed(testedState(), 'test', 'test-operating', { conclusion: 'notEffective' }));

describe('the conclusion on a criterion', () => {
  it('is drawn by a manager once every mapped test is reviewed', () => {
    const state = taken(approvedState(testedState()), conclude(approvedState(testedState())), 'p-manager');
    expect([conclusionOf(state, 'CC6.2')?.result, conclusionOf(state, 'CC6.2')?.concludedBy]).toEqual([
      'met',
      'p-manager',
    ]);
    const again = taken(state, conclude(state, { result: 'metWithDeviations' }), 'p-manager');
    expect(all(again, 'conclusion').map((row) => row.result)).toEqual(['metWithDeviations']);
  });

  it('V2: refuses while tests are not reviewed, also after their content changed', () => {
    const message = (state: EngagementState) => refusalOf(conclude(state));
    expect(message(testedState())).toEqual({ code: 'V2', message: '2 tests for CC6.2 are not reviewed.' });
    const half = signedUpTo(testedState(), 'wp-design', 'reviewer');
    expect(message(half)).toEqual({ code: 'V2', message: '1 test for CC6.2 is not reviewed.' });
    const changedSince = changed(approvedState(testedState()), 'attributeResult', 'result-1', { note: 'x' });
    expect(message(changedSince).code).toBe('V2');
  });

  it('V3: a primary control that is not effective needs a tested control that compensates, or “not met”', () => {
    const state = notEffective();
    expect(refusalOf(conclude(state))).toEqual({
      code: 'V3',
      message: 'LA-02 is not effective. Name the tested control that compensates or conclude ‘not met’.',
    });
    expect(conclude(state, { result: 'notMet', failedBy: 'operation' }).ok).toBe(true);
    expect(refusalOf(conclude(state, { compensatingControlIds: ['control-1'] })).code).toBe('V3');
    expect(
      refusalOf(conclude(withSecondControl(state, 'notEffective'), { compensatingControlIds: ['control-2'] }))
        .code,
    ).toBe('V3');
    const compensated = conclude(withSecondControl(state, 'effective'), {
      result: 'metWithDeviations',
      compensatingControlIds: ['control-2'],
    });
    expect(compensated.ok).toBe(true);
    const supporting = changed(state, 'mapping', 'mapping-CC6.2', { role: 'supporting' });
    expect(conclude(supporting).ok).toBe(true);
  });

  it('P1: nothing was tested for a criterion without an agreed control, so it is not met', () => {
    const bare = changed(
      approvedState(testedState()),
      'mapping',
      'mapping-CC6.2',
      { withdrawn: true },
      'p-manager',
    );
    expect(refusalOf(conclude(bare))).toEqual({ code: 'P1', message: 'No control covers CC6.2.' });
    expect(conclude(bare, { result: 'notMet', failedBy: 'design' }).ok).toBe(true);
  });

  it('V2: asks a Type I engagement for the tests of design only', () => {
    const dates = { type: 'I', asOfDate: day('2026-06-30'), periodStart: null, periodEnd: null } as const;
    const design = signedUpTo(testedState(dates), 'wp-design', 'reviewer');
    expect(conclude(design).ok).toBe(true);
  });

  it('refuses a short rationale, a missing or odd failure, and staff', () => {
    const state = approvedState(testedState());
    expect(refusalOf(conclude(state, { rationale: 'Fine.' })).code).toBe('invalid-value');
    expect(refusalOf(conclude(state, { result: 'notMet' })).message).toBe('What fell short is not said.');
    expect(refusalOf(conclude(state, { failedBy: 'design' })).code).toBe('invalid-value');
    expect(refusalOf(conclude(state, {}, 'senior')).code).toBe('role-required');
    expect(refusalOf(concludeCriterion(as(state, 'manager'), 'CC9.9', met)).code).toBe('not-found');
  });

  it('a criterion covered by a subservice organization only relies on it', () => {
    const state = after(approvedState(testedState()), [
      add('criterion', 'criterion-CC6.4', criterionFields('CC6.4', 3)),
      add('complementaryControl', 'csoc-1', {
        ...{ kind: 'subservice', subserviceId: null, number: 'CS-1', text: 'Doors are locked.' },
        ...{ criteria: ['CC6.4'], controlIds: [], withdrawn: false },
      }),
    ]);
    const refused = concludeCriterion(as(state, 'manager'), 'CC6.4', met);
    expect(refusalOf(refused).message).toBe(
      'Only controls of a subservice organization cover this criterion.',
    );
    expect(
      concludeCriterion(as(state, 'manager'), 'CC6.4', { ...met, reliesOnSubserviceControls: true }).ok,
    ).toBe(true);
  });

  it('suggests what the tests say, and stays open when they change', () => {
    const suggestion = (state: EngagementState) => {
      const [criterion] = all(state, 'criterion');
      return criterion === undefined ? null : suggestedResult(state, criterion, sha256);
    };
    expect(suggestion(testedState())).toBeNull();
    expect(suggestion(approvedState(testedState()))).toBe('met');
    expect(suggestion(approvedState(deviatingState()))).toBe('metWithDeviations');
    expect(suggestion(notEffective())).toBe('notMet');
    const concluded = concludedCriteria(approvedState(testedState()));
    expect(openCriteria(concluded, sha256)).toEqual([]);
    const edited = changed(concluded, 'test', 'test-operating', { conclusionText: 'x' });
    expect(openCriteria(edited, sha256).map((row) => row.code)).toEqual(['CC6.2', 'CC6.3']);
  });
});

function withSecondControl(
  state: EngagementState,
  conclusion: 'effective' | 'notEffective',
): EngagementState {
  const test = { instance: 'x', conclusion, conclusionText: 'As seen.', status: 'concluded' as const };
  const added = after(state, [
    add('control', 'control-2', controlFields({ code: 'LA-04' })),
    add('workpaper', 'wp-2', {
      ...{
        ref: 'CC6-09',
        title: 'Review',
        kind: 'design',
        controlId: 'control-2',
        body: '',
        assigneeId: null,
      },
      ...{ dueDate: null, status: 'inProgress' },
    }),
    add('test', 'test-2', {
      ...{ ...test, controlId: 'control-2', workpaperId: 'wp-2', phase: 'design' },
      ...{ managerJudgment: null, managerJudgmentBy: null, compensatingControlIds: [] },
      ...{ settingHistory: null, reportTest: null, rollForward: null, concludedBy: null, concludedAt: null },
    }),
  ]);
  return signedUpTo(added, 'wp-2', 'reviewer');
}

describe('the coverage map', () => {
  it('shows each criterion by what covers it and how far its tests are', () => {
    const state = after(testedState(), [add('criterion', 'criterion-CC7.1', criterionFields('CC7.1', 3))]);
    const cells = coverageMap(state, sha256).flatMap((row) =>
      row.cells.map((cell) => [row.series, cell.code, cell.state, cell.step]),
    );
    expect(cells).toEqual([
      ['CC6', 'CC6.2', 'covered', 4],
      ['CC6', 'CC6.3', 'covered', 4],
      ['CC7', 'CC7.1', 'none', 0],
    ]);
    const [first] = coverageMap(concludedCriteria(approvedState(testedState())), sha256);
    expect(first?.cells.map((cell) => [cell.state, cell.tests, cell.testsConcluded])).toEqual([
      ['concluded', 2, 2],
      ['concluded', 2, 2],
    ]);
  });

  it.each([
    [0, 0, 0],
    [0, 5, 0],
    [1, 5, 1],
    [1, 3, 1],
    [2, 3, 2],
    [4, 5, 3],
    [5, 5, 4],
  ])('%i of %i tests is step %i', (done, total, step) => {
    expect(stepOf(done, total)).toBe(step);
  });
});
