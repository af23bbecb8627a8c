import { describe, expect, it } from 'vitest';
import { all, find } from '../../../../../shared/domain/journal/state.ts';
import { addRetest, retestsOf } from '../../../../../shared/domain/testing/retests.ts';
import { changed, contextOf, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { testedState } from '../../../../helpers/fieldwork-fixture.ts';

const { state } = testedState(['3/B']);
const [deviation] = all(state, 'deviation');
const deviationId = deviation?.id ?? '';
const { today } = contextOf(state);
const given = {
  deviationId,
  testedOn: today,
  items: 5,
  deviating: 0,
  words: 'Five leavers after the change of the procedure.',
};

describe('a retest', () => {
  it('stands beside the first result, which stays as it is', () => {
    const done = taken(state, addRetest(contextOf(state), { ...given, words: `  ${given.words} ` }));
    expect(retestsOf(done, deviationId)).toMatchObject([given]);
    expect(find(done, 'deviation', deviationId)).toEqual(deviation);
    expect([...done.rows.attributeResult.values()]).toEqual([...state.rows.attributeResult.values()]);
  });

  it('follows another one, in the order of their days', () => {
    const first = taken(state, addRetest(contextOf(state), given));
    const item = find(first, 'sampleItem', deviation?.itemId ?? null);
    const testedOn = item?.occurredOn ?? today;
    const both = taken(first, addRetest(contextOf(first), { ...given, testedOn, deviating: 1 }));
    expect(retestsOf(both, deviationId).map((retest) => retest.deviating)).toEqual([1, 0]);
  });

  it.each([
    { items: 0 },
    { items: 1.5 },
    { deviating: -1 },
    { deviating: 6 },
    { words: 'fine' },
    { testedOn: '9999-12-31' as typeof today }, // a day, written as the record writes it
  ])('is refused with %j', (part) => {
    expect(refusalOf(addRetest(contextOf(state), { ...given, ...part })).code).toBe('invalid-value');
  });

  it('is not before what deviated (T7), nor of a deviation that is closed or taken back', () => {
    const dated = changed(state, 'deviation', deviationId, { occurredOn: today });
    const early = '2020-01-01' as typeof today; // a day, written as the record writes it
    expect(refusalOf(addRetest(contextOf(dated), { ...given, testedOn: early })).code).toBe('T7');
    for (const part of [{ status: 'closed' }, { withdrawnReason: 'Recorded for the wrong item.' }] as const) {
      const over = changed(state, 'deviation', deviationId, part);
      expect(refusalOf(addRetest(contextOf(over), given)).code).toBe('wrong-state');
    }
    expect(refusalOf(addRetest(contextOf(state), { ...given, deviationId: 'none' })).code).toBe('not-found');
  });
});
