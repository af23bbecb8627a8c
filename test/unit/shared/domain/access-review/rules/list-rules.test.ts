import { describe, expect, it } from 'vitest';
import { day } from '../../../../../helpers/domain-fixture.ts';
import { factsOf, found, listOf, outcomeOf } from '../../../../../helpers/access-review-fixture.ts';

const joe = { system: 'S', accountId: 'joe', createdAt: '2026-01-01' };

describe('W0', () => {
  it('finds nothing in a list of the day of the review with the count of the system', () => {
    const outcome = outcomeOf('W0', factsOf([listOf('users', [joe], { statedCount: 1 })]));
    expect([found(outcome), outcome.population.length]).toEqual([[], 2]);
  });

  it('finds a list of another day, of no day, and with another count', () => {
    const early = listOf('users', [joe], { asOf: day('2026-06-22'), label: 'early', statedCount: 2 });
    const undated = listOf('users', [{ ...joe, accountId: 'ann' }], { asOf: null, label: 'undated' });
    const later = listOf('laterUsers', [joe], { asOf: day('2026-09-30') });
    expect(found(outcomeOf('W0', factsOf([early, undated, later])))).toEqual([
      'day-apart: early',
      'count-differs: early',
      'no-day: undated',
    ]);
    expect(found(outcomeOf('W0', factsOf([early]), { days: 8 }))).toEqual(['count-differs: early']);
  });

  it('finds what is odd about rows, and records that stand in two lists', () => {
    const list = listOf('users', [
      joe,
      { ...joe, accountId: '' },
      { ...joe, accountId: 'Joe', createdAt: '1/2/2026' },
    ]);
    const again = listOf('users', [joe], { label: 'again' });
    expect(found(outcomeOf('W0', factsOf([list, again])))).toEqual([
      'blank-key: users, row 3',
      'unreadable-cell: S / Joe',
      'equal-but-for-case: S / Joe',
      'in-two-lists: S / joe',
    ]);
  });
});
