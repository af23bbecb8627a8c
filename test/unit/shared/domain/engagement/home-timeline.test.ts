import { describe, expect, it } from 'vitest';
import { timelineRows } from '../../../../../shared/domain/engagement/home-timeline.ts';
import { changed, fieldworkState } from '../../../../helpers/domain-fixture.ts';
import { cellOf, evidencedState, recorded, testedState } from '../../../../helpers/fieldwork-fixture.ts';
import { taken } from '../../../../helpers/domain-fixture.ts';

describe('the timeline', () => {
  it('has no row before items are drawn', () => {
    expect(timelineRows(fieldworkState())).toEqual([]);
  });

  it('shows every drawn item on its day, not tested at first', () => {
    const { state } = evidencedState();
    const [row, ...others] = timelineRows(state);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      testId: 'test-operating',
      workpaperId: 'wp-operating',
      code: 'LA-02',
      kind: 'items',
      couldCoverQuarters: true,
      drawn: 5,
      records: 40,
    });
    expect(row?.items.map((item) => item.state)).toEqual(Array.from({ length: 5 }, () => 'notTested'));
  });

  it('takes an item as tested once every attribute has a result, and shows a deviation as one', () => {
    const { state } = evidencedState();
    const half = taken(state, recorded(state, [cellOf(state, 1, 'A')]));
    expect(timelineRows(half)[0]?.items[0]?.state).toBe('notTested');
    const whole = taken(half, recorded(half, [cellOf(half, 1, 'B')]));
    expect(timelineRows(whole)[0]?.items[0]?.state).toBe('tested');
    const states = timelineRows(testedState(['2/A']).state)[0]?.items.map((item) => item.state);
    expect(states?.filter((found) => found === 'deviation')).toHaveLength(1);
    expect(states?.filter((found) => found === 'tested')).toHaveLength(4);
  });

  it('shows an automated control as a setting, and leaves out a retired one', () => {
    const { state } = evidencedState();
    const automated = changed(state, 'control', 'control-1', { frequency: 'continuousAutomated' });
    expect(timelineRows(automated)[0]?.kind).toBe('setting');
    expect(timelineRows(changed(state, 'control', 'control-1', { status: 'retired' }))).toEqual([]);
  });
});
