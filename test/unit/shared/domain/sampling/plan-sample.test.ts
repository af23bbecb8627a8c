import { describe, expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { all, find } from '../../../../../shared/domain/journal/state.ts';
import { DEFAULT_GUIDANCE } from '../../../../../shared/domain/sampling/frequency-guidance.ts';
import {
  approvePlan,
  methodFinding,
  planFields,
  planSample,
  sizeFinding,
  supersedePlan,
} from '../../../../../shared/domain/sampling/plan-sample.ts';
import { after, changed, contextOf, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import {
  as,
  approvedState,
  drawnState,
  fieldsOfRow,
  lastPlan,
  planInput,
  reconciledState,
  spreadRows,
  startedState,
} from '../../../../helpers/fieldwork-fixture.ts';
import { inParts } from '../../../../helpers/interim-fixture.ts';

const { state } = startedState(reconciledState(spreadRows(184)));
const rates = { risk: 1000, tolerableRate: 1000, expectedRate: 0 };
const statistical = planInput({ basis: 'statistical', rates, chosenSize: 20 });

describe('proposing a plan', () => {
  it('puts the computed size beside the chosen one, and the seed on record before the draw', () => {
    const done = taken(state, planSample(contextOf(state), statistical));
    expect(lastPlan(done)).toMatchObject({
      ...{ computedSize: 20, chosenSize: 20, seed: '32658283', status: 'proposed', createdBy: 'p-staff' },
      ...{ risk: 1000, tolerableRate: 1000, expectedRate: 0, approvedBy: null, drawnAt: null },
    });
  });

  it('takes no more items than records, and all of them only on the basis “all items” (gate S3)', () => {
    const size = (chosenSize: number) =>
      refusalOf(planSample(contextOf(state), { ...statistical, chosenSize }));
    expect(size(185)).toEqual({ code: 'S3', message: 'The sample is larger than the population (184).' });
    expect(size(184).code).toBe('S3');
    expect(sizeFinding({ basis: 'all', chosenSize: 184 }, 184)).toBeNull();
    expect(sizeFinding({ basis: 'all', chosenSize: 20 }, 184)?.code).toBe('invalid-value');
    expect(sizeFinding({ basis: 'oneInstance', chosenSize: 1 }, 1)).toBeNull();
    expect(sizeFinding({ basis: 'targeted', chosenSize: 0 }, 9)?.code).toBe('invalid-value');
  });

  it('evaluates statistically only what was drawn at random (gate S4)', () => {
    const message = 'Statistical evaluation needs a random selection.';
    for (const method of ['stratified', 'haphazard', 'judgmental'] as const) {
      const input = {
        ...statistical,
        method,
        stratumColumn: 'Site',
        chosenKeys: ['E-001'],
        selectionReason: 'Risky items.',
      };
      expect(refusalOf(planSample(contextOf(state), input))).toEqual({ code: 'S4', message });
    }
    expect(methodFinding({ basis: 'statistical', method: 'systematic' })).toBeNull();
    expect(methodFinding({ basis: 'frequencyGuidance', method: 'haphazard' })).toBeNull();
  });

  it('names items that the auditor chose once each, with the reason', () => {
    const chosen = planInput({
      method: 'judgmental',
      chosenSize: 2,
      chosenKeys: ['E-001', 'E-002'],
      selectionReason: 'Two admins.',
    });
    expect(lastPlan(taken(state, planSample(contextOf(state), chosen)))).toMatchObject({
      ...{ chosenKeys: ['E-001', 'E-002'], seed: null },
    });
    const twice = { ...chosen, chosenKeys: ['E-001', 'E-001'] };
    expect(refusalOf(planSample(contextOf(state), twice)).code).toBe('invalid-value');
    const unexplained = { ...chosen, selectionReason: null };
    expect(refusalOf(planSample(contextOf(state), unexplained)).code).toBe('invalid-value');
  });

  it('takes one instance only for an automated control', () => {
    const one = planInput({ basis: 'oneInstance', chosenSize: 1 });
    expect(refusalOf(planSample(contextOf(state), one)).message).toBe(
      'LA-02 is not automated, so one instance does not speak for the period.',
    );
    const automated = changed(state, 'control', 'control-1', { nature: 'automated' });
    expect(lastPlan(taken(automated, planSample(contextOf(automated), one))).computedSize).toBe(1);
  });

  it('keeps one plan over a population; targeted items stand beside it', () => {
    const once = taken(state, planSample(contextOf(state), statistical));
    expect(refusalOf(planSample(contextOf(once), statistical)).code).toBe('already-exists');
    const targeted = planInput({
      ...({ basis: 'targeted', method: 'judgmental', chosenSize: 1 } as const),
      ...{ chosenKeys: ['E-009'], selectionReason: 'The privileged account.' },
    });
    expect(all(taken(once, planSample(contextOf(once), targeted)), 'samplePlan')).toHaveLength(2);
  });

  it('belongs to an operating test of the same control, in a Type II engagement (gate D4)', () => {
    expect(refusalOf(planSample(contextOf(state), { ...statistical, testId: 'test-design' })).code).toBe(
      'invalid-value',
    );
    const typeOne = changed(state, 'engagement', 'engagement-1', { type: 'I' });
    expect(refusalOf(planSample(contextOf(typeOne), statistical))).toEqual({
      code: 'D4',
      message: 'A Type I engagement reports design only. Operating tests are not available.',
    });
    const undivided = planInput({ method: 'stratified' });
    expect(refusalOf(planSample(contextOf(state), undivided)).message).toBe(
      'A stratified draw needs a stratum column.',
    );
  });
});

describe('approving a plan', () => {
  const proposed = taken(state, planSample(contextOf(state), statistical));
  const planId = lastPlan(proposed).id;

  it('takes a second person (gate S2)', () => {
    expect(refusalOf(approvePlan(contextOf(proposed), { planId }))).toEqual({
      code: 'S2',
      message: 'A second person must approve the sampling plan.',
    });
    const done = taken(proposed, approvePlan(as(proposed, 'senior'), { planId, revision: 1 }), 'p-senior');
    expect(find(done, 'samplePlan', planId)).toMatchObject({ status: 'approved', approvedBy: 'p-senior' });
  });

  it('needs the reason of a senior or above for fewer items than the plan gives (gate S1)', () => {
    const fewer = taken(state, planSample(contextOf(state), { ...statistical, chosenSize: 15 }));
    const input = { planId: lastPlan(fewer).id };
    expect(refusalOf(approvePlan(as(fewer, 'senior'), input))).toEqual({
      code: 'S1',
      message: 'The plan gives 20; you chose 15. State why.',
    });
    const reasons = [{ gate: 'S1', reason: 'Design was retested this month.' }] as const;
    const done = taken(fewer, approvePlan(as(fewer, 'senior', { reasons }), input), 'p-senior');
    expect(lastPlan(done).overrideReason).toBe('Design was retested this month.');
    expect(all(done, 'gateReason').map(({ gate }) => gate)).toEqual(['S1']);

    const byManager = taken(
      state,
      planSample(as(state, 'manager'), { ...statistical, chosenSize: 15 }),
      'p-manager',
    );
    const byStaff = approvePlan(as(byManager, 'staff', { reasons }), { planId: lastPlan(byManager).id });
    expect(refusalOf(byStaff).code).toBe('role-required');
  });

  it('happens once', () => {
    const { state: approved } = approvedState();
    const again = approvePlan(as(approved, 'senior'), { planId: lastPlan(approved).id });
    expect(refusalOf(again).code).toBe('wrong-state');
  });
});

describe('superseding a plan', () => {
  it('keeps items on record and asks for a reason', () => {
    const { state: drawn } = drawnState();
    const planId = lastPlan(drawn).id;
    expect(refusalOf(supersedePlan(contextOf(drawn), { planId, reason: 'x' })).code).toBe('invalid-value');
    const done = taken(
      drawn,
      supersedePlan(contextOf(drawn), { planId, reason: 'The tolerable rate was wrong.' }),
    );
    expect(lastPlan(done)).toMatchObject({
      status: 'superseded',
      statusReason: 'The tolerable rate was wrong.',
    });
    expect(all(done, 'sampleItem')).toHaveLength(5);
    expect(all(taken(done, planSample(contextOf(done), planInput())), 'samplePlan')).toHaveLength(2);
  });
});

describe('what is not on record', () => {
  const refused = (overrides: object) =>
    refusalOf(planSample(contextOf(state), { ...statistical, ...overrides })).code;

  it('cannot be planned for, approved or superseded', () => {
    expect([refused({ testId: 'none' }), refused({ populationId: 'none' })]).toEqual([
      'not-found',
      'not-found',
    ]);
    const test = find(state, 'test', 'test-operating');
    if (test === undefined) throw new Error('the fixture has no test');
    const lost = after(state, [add('test', 'lost', { ...fieldsOfRow('test', test), controlId: 'none' })]);
    expect(refusalOf(planSample(contextOf(lost), { ...statistical, testId: 'lost' })).code).toBe('not-found');
    expect(refusalOf(approvePlan(as(state, 'senior'), { planId: 'none' })).code).toBe('not-found');
    const reason = 'The list was replaced.';
    expect(refusalOf(supersedePlan(contextOf(state), { planId: 'none', reason })).code).toBe('not-found');
  });

  it('is refused with the size that the rates do not give', () => {
    expect(refused({ rates: { ...rates, expectedRate: 1000 } })).toBe('invalid-value');
  });
});

describe('the fields of a plan', () => {
  const proposed = (overrides: object) => {
    const input = planInput({ chosenSize: 2, ...overrides });
    return lastPlan(taken(state, planSample(contextOf(state), input)));
  };
  const named = { chosenKeys: ['E-001', 'E-002'], selectionReason: 'Two of the risky ones.' };

  it('computes no size for items that the auditor names', () => {
    expect(proposed({ basis: 'targeted', method: 'judgmental', ...named })).toMatchObject({
      ...{ computedSize: 2, seed: null, chosenKeys: ['E-001', 'E-002'] },
    });
    const automated = changed(state, 'control', 'control-1', { nature: 'automated' });
    const one = planInput({ basis: 'oneInstance', method: 'judgmental', chosenSize: 3 });
    const keys = { chosenKeys: ['E-001', 'E-002', 'E-003'], selectionReason: 'One of each type.' };
    const plan = lastPlan(taken(automated, planSample(contextOf(automated), { ...one, ...keys })));
    expect(plan.computedSize).toBe(3);
    expect(proposed({ method: 'haphazard', ...named }).computedSize).toBe(19);
  });

  it('keeps the rule of guidance where that is its basis, and nothing of it elsewhere', () => {
    const rule = JSON.stringify(DEFAULT_GUIDANCE.perOccurrence.high);
    expect(proposed({})).toMatchObject({ guidance: rule, interimRecords: null, interimItems: null });
    expect(proposed({ basis: 'statistical', rates, chosenSize: 20 })).toMatchObject({ guidance: null });
  });

  it('keeps what was drawn before, where it is for the rest of the period', () => {
    const drawn = inParts(drawnState().state);
    const input = planInput({ populationId: 'population-2', chosenSize: 2 });
    const plan = lastPlan(taken(drawn, planSample(contextOf(drawn), input)));
    expect(plan).toMatchObject({ interimRecords: 40, interimItems: 5 });
  });

  it('keeps a division among strata where the selection is stratified', () => {
    const allocation = [{ stratum: 'Austin', items: 5 }];
    expect(planFields(planInput({ allocation })).allocation).toEqual([]);
    expect(planFields(planInput({ allocation, method: 'stratified' })).allocation).toEqual(['5 Austin']);
  });

  it('keeps the seed of a draw, and no keys beside it', () => {
    expect(proposed({ chosenKeys: ['E-001'] })).toMatchObject({ seed: '32658283', chosenKeys: [] });
  });
});

describe('the place of a plan', () => {
  const placed = (from: typeof state, overrides: object = {}) =>
    planSample(contextOf(from), planInput({ chosenSize: 20, ...overrides }));

  it('is a list of the same control that was received', () => {
    const list = find(state, 'population', 'population-1');
    if (list === undefined) throw new Error('the fixture has no list');
    const fields = { ...fieldsOfRow('population', list), controlId: 'control-2' };
    const other = after(state, [add('population', 'other', fields)]);
    expect(refusalOf(placed(other, { populationId: 'other' }))).toEqual({
      code: 'invalid-value',
      message: 'The population belongs to another control.',
    });
    for (const status of ['received', 'reconciled'] as const)
      expect(placed(changed(state, 'population', 'population-1', { status })).ok).toBe(true);
    for (const status of ['defined', 'rejected', 'superseded'] as const)
      expect(refusalOf(placed(changed(state, 'population', 'population-1', { status })))).toEqual({
        code: 'wrong-state',
        message: `The population is ${status}; a plan needs a list that was received.`,
      });
  });

  it('may be beside a targeted selection, not beside another sample', () => {
    const first = taken(state, placed(state));
    expect(refusalOf(placed(first)).code).toBe('already-exists');
    const refused = placed(first);
    expect(refused.ok ? null : refused.error.target).toEqual({
      entity: 'samplePlan',
      id: lastPlan(first).id,
    });
    const targeted = { basis: 'targeted', method: 'judgmental', chosenSize: 1 } as const;
    const beside = { ...targeted, chosenKeys: ['E-001'], selectionReason: 'The first week.' };
    const second = taken(first, placed(first, beside));
    expect(all(second, 'samplePlan')).toHaveLength(2);
    const alone = taken(state, placed(state, beside));
    expect(placed(alone).ok).toBe(true);
  });

  it('takes the reason of a selection from ten characters on', () => {
    const targeted = {
      basis: 'targeted',
      method: 'judgmental',
      chosenSize: 1,
      chosenKeys: ['E-001'],
    } as const;
    expect(placed(state, { ...targeted, selectionReason: '1234567890' }).ok).toBe(true);
    expect(placed(state, { ...targeted, selectionReason: '123456789' }).ok).toBe(false);
    expect(placed(state, { ...targeted, selectionReason: null }).ok).toBe(false);
    const twice = {
      ...targeted,
      chosenSize: 2,
      chosenKeys: ['E-001', 'E-001'],
      selectionReason: '1234567890',
    };
    expect(refusalOf(placed(state, twice)).code).toBe('invalid-value');
    const three = { ...twice, chosenKeys: ['E-001', 'E-002', 'E-001'] };
    expect(refusalOf(placed(state, three)).message).toContain('2 different keys are named');
  });
});

describe('approving without a reason to weigh', () => {
  it('keeps no reason where the size is the computed one', () => {
    const proposed = taken(state, planSample(contextOf(state), statistical));
    const planId = lastPlan(proposed).id;
    const senior = as(proposed, 'senior', { reasons: [{ gate: 'S1', reason: 'Typed without need.' }] });
    expect(lastPlan(taken(proposed, approvePlan(senior, { planId }), 'p-senior')).overrideReason).toBeNull();
  });
});

describe('superseding twice', () => {
  it('takes a reason of ten characters, and touches the workpaper', () => {
    const listing = drawnState();
    const planId = lastPlan(listing.state).id;
    const paperId = find(listing.state, 'test', 'test-operating')?.workpaperId ?? '';
    const untouched = changed(listing.state, 'workpaper', paperId, { status: 'notStarted' });
    const superseded = (from: typeof state, reason: string) =>
      supersedePlan(contextOf(from), { planId, reason });
    expect(superseded(untouched, '123456789').ok).toBe(false);
    const done = taken(untouched, superseded(untouched, '1234567890'));
    expect(find(done, 'workpaper', paperId)?.status).toBe('inProgress');
    expect(refusalOf(superseded(done, '1234567890')).code).toBe('wrong-state');
  });
});
