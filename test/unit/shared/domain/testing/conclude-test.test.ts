import { describe, expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { all, find, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { linkEvidence, linksOf, withdrawLink } from '../../../../../shared/domain/evidence/evidence-link.ts';
import { supersedePlan } from '../../../../../shared/domain/sampling/plan-sample.ts';
import {
  concludeTest,
  conclusionFindings,
  type OperatingConclusion,
} from '../../../../../shared/domain/testing/conclude-test.ts';
import {
  writeJudgment,
  writeReportTest,
  writeSettingHistory,
} from '../../../../../shared/domain/testing/edit-test.ts';
import {
  after,
  changed,
  contextOf,
  day,
  fieldworkState,
  refusalOf,
  taken,
} from '../../../../helpers/domain-fixture.ts';
import {
  as,
  cellOf,
  drawnState,
  evaluatedState,
  evidencedState,
  gapReasons,
  lastPlan,
  populationFields,
  reconciledState,
  recordDays,
  recorded,
  spreadRows,
  startedState,
  testedState,
} from '../../../../helpers/fieldwork-fixture.ts';

const testId = 'test-operating';
const text = 'Five terminations were inspected.';
const conclude = (state: EngagementState, conclusion: OperatingConclusion, overrides: object = {}) =>
  concludeTest(contextOf(state, { reasons: gapReasons, ...overrides }), {
    testId,
    conclusion,
    text,
    recordDays,
  });
const rates = { risk: 1000, tolerableRate: 1000, expectedRate: 0 };
const statistical = () =>
  evidencedState(
    { basis: 'statistical', rates, chosenSize: 20 },
    startedState(reconciledState(spreadRows(184))),
  );

describe('concluding “effective”', () => {
  it('records who concluded what', () => {
    const { state } = testedState();
    const done = taken(state, conclude(state, 'effective'));
    expect(find(done, 'test', testId)).toMatchObject({
      ...{ status: 'concluded', conclusion: 'effective', conclusionText: text, concludedBy: 'p-staff' },
    });
  });

  it('waits for the end of the period (gate E4)', () => {
    const { state } = testedState();
    expect(refusalOf(conclude(state, 'effective', { today: day('2026-06-29') }))).toEqual({
      code: 'E4',
      message: 'The period ends on 30 Jun 2026. Tests cannot be concluded before that date.',
    });
    expect(conclude(state, 'effective', { today: day('2026-06-30') }).ok).toBe(true);
  });

  it('needs a result in every cell (gate T2)', () => {
    const { state } = evidencedState();
    const some = taken(state, recorded(state, [cellOf(state, 1, 'A')]));
    expect(refusalOf(conclude(some, 'effective'))).toEqual({ code: 'T2', message: '9 cells are empty.' });
    const all9 = [1, 2, 3, 4, 5]
      .flatMap((item) => ['A', 'B'].map((key) => cellOf(state, item, key)))
      .slice(1);
    const one = taken(state, recorded(state, all9));
    expect(refusalOf(conclude(one, 'effective')).message).toBe('1 cell is empty.');
  });

  it('needs an item that was tested', () => {
    const { state } = testedState();
    const none = all(state, 'attributeResult').reduce(
      (rows, { id }) =>
        changed(rows, 'attributeResult', id, { result: 'notApplicable', note: 'Other site.' }),
      state,
    );
    expect(refusalOf(conclude(none, 'effective')).message).toBe(
      'Every result is “not applicable”, so no item was tested.',
    );
  });

  it('needs support for every pass, also after a link was taken back (gate T1)', () => {
    const { state } = testedState();
    const [result] = all(state, 'attributeResult');
    const [link] = linksOf(state, { kind: 'attributeResult', id: result?.id ?? '' });
    const bare = taken(state, withdrawLink(contextOf(state), { linkId: link?.id ?? '' }));
    expect(refusalOf(conclude(bare, 'effective'))).toEqual({
      code: 'T1',
      message: 'Link evidence for item 1, attribute A.',
    });
  });

  it('asks why no item falls in a quarter (gate S5)', () => {
    const chosenKeys = ['E-001', 'E-005', 'E-012', 'E-022', 'E-025'];
    const chosen = { method: 'haphazard', chosenKeys, selectionReason: 'Taken down the list.' } as const;
    const { state: moved } = testedState([], evidencedState(chosen));
    const open = concludeTest(contextOf(moved), { testId, conclusion: 'effective', text, recordDays });
    expect(refusalOf(open)).toEqual({
      code: 'S5',
      message: 'No item falls in 1 Apr 2026 to 30 Jun 2026.',
    });
    const quiet = recordDays('population-1').filter((date) => date < day('2026-04-01'));
    const unasked = { testId, conclusion: 'effective', text, recordDays: () => quiet } as const;
    expect(concludeTest(contextOf(moved), unasked).ok).toBe(true);
    const done = taken(moved, conclude(moved, 'effective'));
    expect(all(done, 'gateReason').map(({ gate }) => gate)).toContain('S5');
  });

  it('names every gate that stands in the way together', () => {
    const { state } = evidencedState();
    const some = taken(
      state,
      recorded(state, [cellOf(state, 1, 'A', { result: 'deviation', note: 'Late.' })]),
    );
    const test = find(some, 'test', testId);
    if (test === undefined) throw new Error('missing');
    const early = contextOf(some, { today: day('2026-06-01') });
    const codes = conclusionFindings(early, test, 'effectiveWithDeviations', recordDays).map(
      ({ code }) => code,
    );
    expect(codes.filter((code) => code !== 'S5')).toEqual(['E4', 'T2', 'T3', 'T4J']);
    expect(
      conclusionFindings(contextOf(some), test, 'effective', recordDays).map(({ code }) => code),
    ).toContain('invalid-value');
  });

  it('needs a sample that was drawn', () => {
    const { state } = startedState();
    expect(refusalOf(conclude(state, 'effective')).message).toBe('No item was drawn for this test.');
    const drawn = testedState().state;
    const open = changed(drawn, 'samplePlan', lastPlan(drawn).id, { status: 'approved' });
    expect(refusalOf(conclude(open, 'effective')).message).toBe('A plan for 5 items was not drawn.');
  });

  it('needs words, a started test, and the fieldwork', () => {
    const { state } = testedState();
    const silent = concludeTest(contextOf(state, { reasons: gapReasons }), {
      testId,
      conclusion: 'effective',
      text: '',
      recordDays,
    });
    expect(refusalOf(silent).code).toBe('invalid-value');
    const done = taken(state, conclude(state, 'effective'));
    expect(refusalOf(conclude(done, 'effective')).code).toBe('wrong-state');
    const wrapUp = changed(state, 'engagement', 'engagement-1', { status: 'wrapUp' });
    expect(refusalOf(conclude(wrapUp, 'effective')).code).toBe('wrong-state');
    const typeOne = changed(state, 'engagement', 'engagement-1', { type: 'I' });
    expect(refusalOf(conclude(typeOne, 'effective')).code).toBe('D4');
  });

  it('rests on a design that is still concluded effective (gate D3)', () => {
    const { state } = testedState();
    const reopened = changed(state, 'test', 'test-design', { status: 'inProgress' });
    expect(refusalOf(conclude(reopened, 'effective')).code).toBe('D3');
  });
});

describe('concluding with deviations', () => {
  it('needs each evaluated (gate T3)', () => {
    const { state } = testedState(['2/A', '3/B']);
    expect(refusalOf(conclude(state, 'notEffective'))).toEqual({
      code: 'T3',
      message: '2 deviations have no evaluation.',
    });
    expect(conclude(evaluatedState(testedState(['2/A'])).state, 'notEffective').ok).toBe(true);
  });

  it('is not “effective”, and “with deviations” needs one', () => {
    const { state } = evaluatedState(testedState(['2/A']));
    const found = conclude(state, 'effective');
    expect(refusalOf(found).message).toBe('1 deviation was found.');
    const clean = testedState().state;
    expect(refusalOf(conclude(clean, 'effectiveWithDeviations')).message).toBe('No deviation was found.');
  });

  it('is refused where the exact limit exceeds the tolerable rate (gate T4)', () => {
    const { state } = evaluatedState(testedState(['7/B'], statistical()));
    expect(refusalOf(conclude(state, 'effectiveWithDeviations'))).toEqual({
      code: 'T4',
      message:
        'The upper deviation limit 17.4% exceeds the tolerable rate 10%. Conclude accordingly, expand, or change the plan with approval.',
    });
    expect(conclude(state, 'notEffective').ok).toBe(true);
    const clean = testedState([], statistical()).state;
    expect(conclude(clean, 'effective').ok).toBe(true);
  });

  it('needs the manager’s judgment with a compensating control on every other basis (gate T4J)', () => {
    const { state } = evaluatedState(testedState(['2/A']));
    const message =
      '1 deviation was found and the basis is not statistical. The manager’s written judgment on them is missing.';
    expect(refusalOf(conclude(state, 'effectiveWithDeviations'))).toEqual({ code: 'T4J', message });
    const judgment = 'The weekly review would have found it within six days.';
    const judge = (compensatingControlIds: readonly string[]) =>
      taken(
        state,
        writeJudgment(as(state, 'manager'), { testId, judgment, compensatingControlIds }),
        'p-manager',
      );
    expect(refusalOf(conclude(judge([]), 'effectiveWithDeviations')).code).toBe('T4J');
    expect(conclude(judge(['control-1']), 'effectiveWithDeviations').ok).toBe(true);
    const demoted = changed(judge(['control-1']), 'teamMember', 'm-manager', { role: 'staff' });
    expect(refusalOf(conclude(demoted, 'effectiveWithDeviations')).code).toBe('T4J');
  });

  it('does not lose the deviations of a sample that was superseded', () => {
    const { state } = evaluatedState(testedState(['7/B'], statistical()));
    const planId = lastPlan(state).id;
    const superseded = taken(
      state,
      supersedePlan(contextOf(state), { planId, reason: 'Another seed was wanted.' }),
    );
    const test = find(superseded, 'test', testId);
    if (test === undefined) throw new Error('missing');
    const codes = conclusionFindings(contextOf(superseded), test, 'effectiveWithDeviations', recordDays).map(
      ({ code }) => code,
    );
    expect(codes).toContain('T4J');
  });
});

describe('concluding “did not operate” (gate T5)', () => {
  const message = 'Show that no occurrence took place: reconcile the empty population and say why.';

  it('needs the empty population, reconciled, with the reason', () => {
    const { state } = startedState(reconciledState([]));
    expect(conclude(state, 'didNotOperate').ok).toBe(true);
    const full = startedState().state;
    expect(refusalOf(conclude(full, 'didNotOperate'))).toEqual({ code: 'T5', message });
    const open = changed(state, 'population', 'population-1', { status: 'received' });
    expect(refusalOf(conclude(open, 'didNotOperate')).code).toBe('T5');
    const silent = changed(state, 'population', 'population-1', { zeroReason: '' });
    expect(refusalOf(conclude(silent, 'didNotOperate')).code).toBe('T5');
  });

  it('is refused where another population of the control has records', () => {
    const { state } = startedState(reconciledState([]));
    const other = populationFields({ status: 'reconciled', recordCount: 3 });
    const both = after(state, [add('population', 'population-2', other)]);
    expect(refusalOf(conclude(both, 'didNotOperate')).code).toBe('T5');
  });
});

describe('concluding an automated control (gate T6)', () => {
  const automated = () => {
    const started = startedState(reconciledState(spreadRows(40)));
    const state = changed(started.state, 'control', 'control-1', { nature: 'automated' });
    return testedState([], evidencedState({ basis: 'oneInstance', chosenSize: 1 }, { ...started, state }))
      .state;
  };
  const message = 'Show that the setting was unchanged through the period, or test each version.';
  const settingHistory = 'The audit log of the policy shows no change in the period.';

  it('needs the history of the setting and its evidence', () => {
    const state = automated();
    expect(refusalOf(conclude(state, 'effective'))).toEqual({ code: 'T6', message });
    const written = taken(state, writeSettingHistory(contextOf(state), { testId, settingHistory }));
    expect(refusalOf(conclude(written, 'effective')).code).toBe('T6');
    const input = { evidenceIds: ['ev-1'], target: { kind: 'test', id: testId } as const, place: '' };
    const proved = taken(written, linkEvidence(contextOf(written), input));
    expect(conclude(proved, 'effective').ok).toBe(true);
  });

  it('takes a sample over the period in its place', () => {
    const { state } = testedState();
    const sampled = changed(state, 'control', 'control-1', { nature: 'automated' });
    expect(conclude(sampled, 'effective').ok).toBe(true);
  });
});

describe('concluding a manual control that depends on a system (gate T8)', () => {
  const message = 'Nothing shows that the report on which the control relies is complete and accurate.';
  const reportTest = 'The report was run again with the same parameters and agreed to the system.';
  const state = changed(testedState().state, 'control', 'control-1', { nature: 'itDependentManual' });

  it('needs the test of the report and its evidence before the control is relied on', () => {
    expect(refusalOf(conclude(state, 'effective'))).toEqual({ code: 'T8', message });
    expect(refusalOf(writeReportTest(contextOf(state), { testId, reportTest: 'fine' })).code).toBe(
      'invalid-value',
    );
    const written = taken(state, writeReportTest(contextOf(state), { testId, reportTest }));
    expect(refusalOf(conclude(written, 'effective')).code).toBe('T8');
    const input = { evidenceIds: ['ev-1'], target: { kind: 'test', id: testId } as const, place: '' };
    const proved = taken(written, linkEvidence(contextOf(written), input));
    expect(conclude(proved, 'effective').ok).toBe(true);
  });

  it('is not asked where the control is not relied on', () => {
    expect(conclude(state, 'notEffective').ok).toBe(true);
  });
});

describe('concluding “not tested”', () => {
  it('is open only where the design is concluded not effective', () => {
    const waiting = changed(fieldworkState(), 'test', testId, { status: 'notStarted' });
    expect(refusalOf(conclude(waiting, 'notTested')).code).toBe('wrong-state');
    const deficient = changed(waiting, 'test', 'test-design', {
      status: 'concluded',
      conclusion: 'notEffective',
    });
    const done = taken(deficient, conclude(deficient, 'notTested'));
    expect(find(done, 'test', testId)).toMatchObject({ status: 'concluded', conclusion: 'notTested' });
    expect(drawnState().state.rows.test.get(testId)?.status).toBe('inProgress');
  });
});
