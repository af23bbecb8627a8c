import { describe, expect, it } from 'vitest';
import { resultsOf, sampleRates } from '../../../../../shared/domain/testing/test-results.ts';
import { changed, contextOf, taken } from '../../../../helpers/domain-fixture.ts';
import { linksOf, withdrawLink } from '../../../../../shared/domain/evidence/evidence-link.ts';
import { all } from '../../../../../shared/domain/journal/state.ts';
import {
  cellOf,
  evidencedState,
  lastPlan,
  reconciledState,
  recorded,
  spreadRows,
  startedState,
  testedState,
} from '../../../../helpers/fieldwork-fixture.ts';

const testId = 'test-operating';
const rates = { risk: 1000, tolerableRate: 1000, expectedRate: 0 };
const statistical = evidencedState(
  { basis: 'statistical', rates, chosenSize: 20 },
  startedState(reconciledState(spreadRows(184))),
);

describe('counting cells', () => {
  it('tells results, empty cells and passes without support apart', () => {
    const { state } = evidencedState();
    const done = taken(
      state,
      recorded(state, [
        cellOf(state, 1, 'A'),
        cellOf(state, 2, 'A', { result: 'deviation', note: 'Late.' }),
        cellOf(state, 3, 'A', { result: 'notApplicable', note: 'No device.' }),
      ]),
    );
    const [result] = all(done, 'attributeResult');
    const [link] = linksOf(done, { kind: 'attributeResult', id: result?.id ?? '' });
    const bare = taken(done, withdrawLink(contextOf(done), { linkId: link?.id ?? '' }));
    expect(resultsOf(done, testId).counts).toEqual({
      pass: 1,
      deviation: 1,
      notApplicable: 1,
      empty: 7,
      unsupported: 0,
    });
    expect(resultsOf(bare, testId).counts.unsupported).toBe(1);
    expect(
      resultsOf(done, testId).totals.map(({ withoutDeviation, tested }) => [withoutDeviation, tested]),
    ).toEqual([
      [1, 2],
      [0, 0],
    ]);
  });
});

describe('the rate of a sample', () => {
  it('is an exact limit where the basis is statistical: 1 of 20 in 184 gives 32 records', () => {
    const { state } = testedState(['7/B'], statistical);
    const [sample] = sampleRates(state, testId);
    expect(sample).toMatchObject({ items: 20, deviating: 1 });
    expect(sample?.rate).toMatchObject({
      ...{ kind: 'limited', supportsReliance: false, population: 184 },
      limit: { distribution: 'hypergeometric', count: 32 },
    });
  });

  it('counts an item once, in however many attributes it deviates', () => {
    expect(sampleRates(testedState(['7/A', '7/B'], statistical).state, testId)[0]?.deviating).toBe(1);
  });

  it('states items and deviations only on every other basis', () => {
    const [sample] = sampleRates(testedState(['2/A']).state, testId);
    expect(sample?.rate).toEqual({ kind: 'counted', items: 5, deviations: 1 });
    const whole = sampleRates(
      testedState(['2/A'], evidencedState({ basis: 'all', chosenSize: 40 })).state,
      testId,
    );
    expect(whole[0]?.rate).toMatchObject({ kind: 'complete', items: 40, deviations: 1 });
  });

  it('leaves an item out to which nothing applies', () => {
    const { state } = testedState([], statistical);
    const none = ['A', 'B'].map((key) =>
      cellOf(state, 4, key, { result: 'notApplicable', note: 'Never had access.' }),
    );
    const done = taken(state, recorded(state, none));
    expect(sampleRates(done, testId)[0]).toMatchObject({ items: 19, deviating: 0 });
  });

  it('is none before an item was drawn, or for a superseded sample', () => {
    expect(sampleRates(startedState().state, testId)).toEqual([]);
    const { state } = testedState(['7/B'], statistical);
    const superseded = changed(state, 'samplePlan', lastPlan(state).id, { status: 'superseded' });
    expect(sampleRates(superseded, testId)).toEqual([]);
  });
});
