import { describe, expect, it } from 'vitest';
import { all } from '../../../../../shared/domain/journal/state.ts';
import {
  changeGuidance,
  guidanceFinding,
  guidanceOf,
  readGuidance,
  writtenGuidance,
} from '../../../../../shared/domain/sampling/engagement-guidance.ts';
import {
  DEFAULT_GUIDANCE,
  type GuidanceRule,
} from '../../../../../shared/domain/sampling/frequency-guidance.ts';
import { planSample } from '../../../../../shared/domain/sampling/plan-sample.ts';
import { guidanceOfPlan } from '../../../../../shared/domain/sampling/plan-size.ts';
import { changed, contextOf, fieldworkState, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { as, lastPlan, planInput, startedState } from '../../../../helpers/fieldwork-fixture.ts';

const items = (count: number): GuidanceRule => ({ kind: 'items', items: count });
const own = { ...DEFAULT_GUIDANCE, perOccurrence: { low: items(7), high: items(9) } };
const reason = 'The firm’s policy of July 2026.';
const change = (state = fieldworkState(), role = 'manager') =>
  changeGuidance(as(state, role), { table: own, reason });

describe('the sizes that an engagement goes by', () => {
  it('are the product’s where it started with none of the firm', () => {
    expect(guidanceOf(fieldworkState())).toBe(DEFAULT_GUIDANCE);
    expect(writtenGuidance(null)).toBeNull();
    expect(readGuidance(writtenGuidance(own))).toEqual(own);
  });

  it('change by the decision of a manager with its reason', () => {
    expect(refusalOf(change(fieldworkState(), 'senior')).code).toBe('role-required');
    const short = changeGuidance(as(fieldworkState(), 'manager'), { table: own, reason: 'Policy' });
    expect(refusalOf(short).message).toBe('The reason needs at least 10 characters.');
    const state = taken(fieldworkState(), change(), 'p-manager');
    expect(guidanceOf(state)).toEqual(own);
    expect(all(state, 'firm')[0]?.guidanceReason).toBe(reason);
    const back = changeGuidance(as(state, 'manager'), { table: null, reason: 'The policy was withdrawn.' });
    expect(guidanceOf(taken(state, back, 'p-manager'))).toBe(DEFAULT_GUIDANCE);
  });

  it.each(['draft', 'accepted', 'planning', 'fieldwork'] as const)('change while it is %s', (status) => {
    const [engagement] = all(fieldworkState(), 'engagement');
    expect(change(changed(fieldworkState(), 'engagement', engagement?.id ?? '', { status })).ok).toBe(true);
  });

  it('do not change once the fieldwork is over', () => {
    const [engagement] = all(fieldworkState(), 'engagement');
    const over = changed(fieldworkState(), 'engagement', engagement?.id ?? '', { status: 'wrapUp' });
    expect(refusalOf(change(over)).code).toBe('wrong-state');
  });

  it('refuse a table that contradicts itself, naming its row', () => {
    expect(guidanceFinding(own)).toBeNull();
    expect(guidanceFinding(null)).toBeNull();
    const fewer = { ...own, weekly: { low: items(10), high: items(5) } };
    expect(guidanceFinding(fewer)).toMatchObject({
      code: 'invalid-value',
      message: 'Weekly: a high risk gives fewer items than a low one.',
    });
    const none = { ...own, daily: { low: items(0), high: items(5) } };
    expect(guidanceFinding(none)?.message).toBe('Daily: a size is no whole number from 1.');
    expect(refusalOf(changeGuidance(as(fieldworkState(), 'manager'), { table: none, reason })).code).toBe(
      'invalid-value',
    );
  });

  it('stand on the plan that was made by them, whatever the table becomes', () => {
    const { state } = startedState();
    const before = taken(state, planSample(contextOf(state), planInput()));
    expect(guidanceOfPlan(lastPlan(before))).toEqual(DEFAULT_GUIDANCE.perOccurrence.high);
    const after = taken(before, change(before), 'p-manager');
    expect(lastPlan(after)).toMatchObject({ computedSize: lastPlan(before).computedSize });
    const other = taken(
      taken(state, change(state), 'p-manager'),
      planSample(contextOf(taken(state, change(state), 'p-manager')), planInput()),
    );
    expect(lastPlan(other)).toMatchObject({ computedSize: 9, guidance: JSON.stringify(items(9)) });
    const statistical = planInput({
      ...{ basis: 'statistical', rates: { risk: 1000, tolerableRate: 1000, expectedRate: 0 } },
    });
    expect(guidanceOfPlan(lastPlan(taken(state, planSample(contextOf(state), statistical))))).toBeNull();
  });
});
