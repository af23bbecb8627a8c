import { describe, expect, it } from 'vitest';
import { editEngagement } from '../../../../../shared/domain/engagement/edit-engagement.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { all } from '../../../../../shared/domain/journal/state.ts';
import {
  after,
  contextOf,
  day,
  fieldworkState,
  refusalOf,
  taken,
} from '../../../../helpers/domain-fixture.ts';

const partner = { actorId: 'p-partner' };

const drawnPlan = add('samplePlan', 'plan-1', {
  ...{
    populationId: 'pop-1',
    testId: 'test-operating',
    parentId: null,
    basis: 'frequencyGuidance',
    risk: null,
  },
  ...{ tolerableRate: null, expectedRate: null, computedSize: 25, chosenSize: 25, overrideReason: null },
  ...{
    method: 'simpleRandom',
    seed: '1',
    algorithm: 'consistent-sampler/1',
    stratumColumn: null,
    chosenKeys: [],
  },
  ...{
    selectionReason: null,
    stopRule: null,
    status: 'drawn',
    statusReason: null,
    approvedBy: null,
    approvedAt: null,
  },
  ...{ drawnBy: null, drawnAt: null, drawnPopulationSha256: null, drawnPopulationCount: null },
} as never); // fields that this test does not look at may be added to the catalogue

describe('editing an engagement', () => {
  it('refuses a revision that is not the present one', () => {
    const decision = editEngagement(contextOf(fieldworkState()), 7, { systemName: 'Other' }, '');
    expect(refusalOf(decision).code).toBe('stale-revision');
  });

  it('is for members of the team', () => {
    const outside = contextOf(fieldworkState(), { actorId: 'p-eqr' });
    expect(refusalOf(editEngagement(outside, 1, { systemName: 'Other' }, '')).code).toBe('not-in-team');
  });

  it('keeps the dates once samples were drawn (E6), but not the name', () => {
    const state = {
      ...fieldworkState(),
      rows: { ...fieldworkState().rows, samplePlan: new Map([['plan-1', drawnPlan.fields]]) },
    } as never as ReturnType<typeof fieldworkState>; // only the status of the plan matters here
    expect(refusalOf(editEngagement(contextOf(state), 1, { periodEnd: day('2026-05-31') }, ''))).toEqual({
      code: 'E6',
      message: '1 sample was drawn for the old period. Supersede them before you change the dates.',
    });
    expect(editEngagement(contextOf(state), 1, { systemName: 'Renamed' }, '').ok).toBe(true);
  });

  describe('gate E7', () => {
    const state = fieldworkState({ categories: ['Security', 'Availability'] });
    const message = 'Scope cannot shrink to avoid a finding. The partner records a justified reason.';
    const drop = (reason: string, actor = partner) =>
      editEngagement(contextOf(state, actor), 1, { categories: ['Security'] }, reason);

    it.each([
      ['no reason', ''],
      ['a short reason', 'not needed'],
      ['the result of a test', 'Two tests of availability failed in March'],
    ])('blocks %s', (_what, reason) => {
      expect(refusalOf(drop(reason))).toEqual({ code: 'E7', message });
    });

    it('blocks anyone but the partner', () => {
      expect(
        refusalOf(drop('The client sold the hosting business in April', { actorId: 'p-manager' })).code,
      ).toBe('E7');
    });

    it('lets the partner’s reason pass, and takes the criteria out of scope', () => {
      const withCriterion = after(state, [
        add('criterion', 'criterion-A1.1', {
          ...{
            code: 'A1.1',
            category: 'Availability',
            series: 'A1',
            common: false,
            title: '',
            description: '',
          },
          ...{ position: 34, inScope: true },
        }),
      ]);
      const decision = editEngagement(
        contextOf(withCriterion, partner),
        1,
        { categories: ['Security'] },
        'The client sold the hosting business in April',
      );
      const reduced = taken(withCriterion, decision);
      expect(reduced.rows.criterion.get('criterion-A1.1')?.inScope).toBe(false);
      expect(all(reduced, 'gateReason').map(({ gate, reason, fact }) => [gate, reason, fact])).toEqual([
        ['E7', 'The client sold the hosting business in April', 'Availability left the scope.'],
      ]);
    });
  });
});
