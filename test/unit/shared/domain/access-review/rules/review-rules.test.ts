import { describe, expect, it } from 'vitest';
import { factsOf, found, listOf, outcomeOf } from '../../../../../helpers/access-review-fixture.ts';

type Cells = Readonly<Record<string, string>>;
const user = (accountId: string, more: Cells = {}): Cells => ({
  ...{ system: 'S', accountId, personKey: '', email: '', roles: '', status: 'active', ...more },
});
const line = (accountId: string, more: Cells = {}): Cells => ({
  ...{
    system: 'S',
    accountId,
    decision: 'keep',
    reviewer: 'Max',
    decidedAt: '2026-07-01',
    changeDoneAt: '',
    ...more,
  },
});

describe('W18', () => {
  it('finds accounts that the review left out, and lines without an account', () => {
    const users = listOf('users', [user('ann'), user('bob'), user('old', { status: 'disabled' })]);
    const review = listOf('review', [line('ANN'), line('ghost'), line('old')]);
    const outcome = outcomeOf('W18', factsOf([users, review]));
    expect(found(outcome)).toEqual(['not-reviewed: S / bob', 'no-account: S / ghost']);
    expect(outcome.population).toHaveLength(5);
  });
});

describe('W19', () => {
  const users = listOf('users', [
    user('ann', { personKey: '1' }),
    user('bob', { email: 'bob@example.com' }),
    user('cat'),
  ]);
  const roster = listOf('roster', [
    { personKey: '1', name: 'Ann Berg', email: 'ann@example.com' },
    { personKey: '2', name: 'Max Holt', email: '' },
  ]);
  const left = listOf('terminations', [{ personKey: '2', name: 'Max Holt', lastDay: '2026-07-01' }]);
  const run = (lines: readonly Cells[], dueOn = {}) =>
    found(outcomeOf('W19', factsOf([users, roster, left, listOf('review', lines)], [], dueOn)));

  it('finds a missing and a late decision', () => {
    const late = line('bob', { decidedAt: '2026-07-11' });
    expect(run([line('ann'), late, line('cat', { decision: '' })])).toEqual([
      'decided-late: S / bob',
      'no-decision: S / cat',
    ]);
    expect(run([late], { dueOn: null })).toEqual([]);
  });

  it('finds who reviewed the own access, by name, email, key or account', () => {
    for (const reviewer of ['Ann Berg', 'ANN@example.com', '1', 'ann'])
      expect(run([line('ann', { reviewer })])).toEqual(['own-access: S / ann']);
    expect(
      run([line('bob', { reviewer: 'Bob@example.com' }), line('cat', { reviewer: 'Ann Berg' })]),
    ).toEqual(['own-access: S / bob']);
  });

  it('finds reviewers who had left, and decisions of nobody', () => {
    expect(run([line('ann', { reviewer: 'Max Holt', decidedAt: '2026-07-01' })])).toEqual([]);
    expect(run([line('ann', { reviewer: 'Max Holt', decidedAt: '2026-07-02' })])).toEqual([
      'reviewer-left: S / ann',
    ]);
    expect(run([line('ann', { reviewer: '' })])).toEqual(['no-reviewer: S / ann']);
  });
});

describe('W20', () => {
  const users = listOf('users', [user('ann'), user('bob', { roles: 'a;b' }), user('cat', { roles: 'a;b' })]);
  const decided = [
    line('ann', { decision: 'remove' }),
    line('bob', { decision: 'change' }),
    line('cat', { decision: 'change' }),
    line('dan'),
  ];

  it('finds decisions that the later list does not show', () => {
    const later = listOf('laterUsers', [
      user('ann'),
      user('bob', { roles: 'B; A' }),
      user('cat', { roles: 'a' }),
    ]);
    const outcome = outcomeOf('W20', factsOf([users, later, listOf('review', decided)]));
    expect([found(outcome), outcome.population.length]).toEqual([
      ['still-there: S / ann', 'unchanged: S / bob'],
      3,
    ]);
    const gone = listOf('laterUsers', [user('ann', { status: 'disabled' })]);
    expect(found(outcomeOf('W20', factsOf([users, gone, listOf('review', decided)])))).toEqual([]);
  });

  it('goes by the dates of the review where there is no later list', () => {
    const review = listOf('review', [
      line('ann', { decision: 'remove', changeDoneAt: '2026-07-11' }),
      line('bob', { decision: 'remove', changeDoneAt: '2026-07-12' }),
      line('cat', { decision: 'remove' }),
    ]);
    expect(found(outcomeOf('W20', factsOf([users, review])))).toEqual([
      'carried-out-late: S / bob',
      'no-trace: S / cat',
    ]);
  });
});
