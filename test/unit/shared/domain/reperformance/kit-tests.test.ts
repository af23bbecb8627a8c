import { describe, expect, it } from 'vitest';
import { find } from '../../../../../shared/domain/journal/state.ts';
import { kitTests } from '../../../../../shared/domain/reperformance/kit-tests.ts';
import { changed } from '../../../../helpers/domain-fixture.ts';
import {
  evaluatedState,
  evidenceFields,
  evidencedState,
  lastPlan,
  reconciledState,
  spreadRows,
  startedState,
  testedState,
} from '../../../../helpers/fieldwork-fixture.ts';

const rates = { risk: 1000, tolerableRate: 1000, expectedRate: 0 };
const listing = startedState(reconciledState(spreadRows(184)));
const plan = { basis: 'statistical', rates, chosenSize: 20 } as const;
const { state } = evaluatedState(testedState(['7/B'], evidencedState(plan, listing)));
const planId = lastPlan(state).id;

describe('kitTests', () => {
  const [placed] = kitTests(state);
  const test = placed?.test;

  it('places each test by its control', () => {
    expect(kitTests(state).map(({ path }) => path)).toEqual(['tests/LA-02-1.json']);
  });

  it('says what the draw rests on, persons by their initials', () => {
    expect(test?.families).toHaveLength(1);
    expect(test?.families[0]?.plans[0]).toMatchObject({
      ...{ id: planId, basis: 'statistical', rates, computedSize: 20, chosenSize: 20, seed: '32658283' },
      ...{ algorithm: 'consistent-sampler/1', drawnPopulationCount: 184, status: 'drawn' },
    });
    const { proposedBy, approvedBy } = test?.families[0]?.plans[0] ?? {};
    expect(proposedBy).not.toBe(approvedBy);
  });

  it('lists items in the order of the draw with their results and the files behind them', () => {
    const items = test?.families[0]?.items ?? [];
    expect(items.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(items[6]?.results.map(({ attribute, result }) => [attribute, result])).toEqual([
      ['A', 'pass'],
      ['B', 'deviation'],
    ]);
    expect(items[0]?.results[0]?.evidence).toEqual([evidenceFields('ticket.pdf').sha256]);
  });

  it('counts results by attribute, and states the exact limit', () => {
    expect(test?.attributes.map(({ key, pass, deviation }) => [key, pass, deviation])).toEqual([
      ['A', 20, 0],
      ['B', 19, 1],
    ]);
    expect(test?.families[0]?.rate).toEqual({
      ...{ items: 20, deviating: 1, supportsReliance: false },
      limit: { distribution: 'hypergeometric', count: 32 },
    });
    expect(test?.deviations).toMatchObject([{ attribute: 'B', status: 'evaluated' }]);
  });

  it('states a binomial limit in millionths', () => {
    const large = changed(state, 'samplePlan', planId, { drawnPopulationCount: 5000 });
    expect(kitTests(large)[0]?.test.families[0]?.rate?.limit).toEqual({
      distribution: 'binomial',
      millionths: 180_961,
    });
  });

  it('gives the number of the report to the sample, or to a test without one', () => {
    expect([test?.figure, test?.families[0]?.figure]).toEqual([null, 'LA-02-T1']);
    expect(kitTests(listing.state)[0]?.test).toMatchObject({ figure: 'LA-02-T1', families: [] });
  });

  it('keeps a superseded draw, without a rate', () => {
    const superseded = changed(state, 'samplePlan', planId, { status: 'superseded' });
    const [family] = kitTests(superseded)[0]?.test.families ?? [];
    expect([family?.items.length, family?.rate]).toEqual([20, null]);
    expect(find(superseded, 'samplePlan', planId)?.status).toBe('superseded');
  });
});
