import { expect, it } from 'vitest';
import { timelineRows } from '../../../../../shared/domain/engagement/home-timeline.ts';
import { changed, fieldworkState } from '../../../../helpers/domain-fixture.ts';
import { deviatingState, testedState } from '../../../../helpers/concluding-fixture.ts';

it('shows each drawn item on its day with what was found', () => {
  const [row] = timelineRows(deviatingState());
  expect(row).toMatchObject({ code: 'LA-02', kind: 'items', drawn: 3, couldCoverQuarters: false });
  expect(row?.items.map((item) => item.state)).toEqual(['tested', 'deviation', 'tested']);
});

it('takes an item for tested once every attribute has a result', () => {
  const open = changed(testedState(), 'attributeResult', 'result-1', { result: null });
  expect(timelineRows(open)[0]?.items.map((item) => item.state)).toEqual(['notTested', 'tested', 'tested']);
});

it('has no row before a sample was drawn, and a row of settings for an automated control', () => {
  expect(timelineRows(fieldworkState())).toEqual([]);
  const automated = changed(testedState(), 'control', 'control-1', { frequency: 'continuousAutomated' });
  expect(timelineRows(automated)[0]?.kind).toBe('setting');
});
