import { describe, expect, it } from 'vitest';
import { factsOf, found, listOf, outcomeOf } from '../../../../../helpers/access-review-fixture.ts';

const user = (accountId: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ system: 'S', accountId, personKey: accountId, name: '', status: 'active', type: 'human' },
  ...{ disabledAt: '', lastLogin: '', ...more },
});
const roster = listOf('roster', [
  { personKey: 'ann', name: 'Ann Berg', endDate: '' },
  { personKey: 'bob', name: 'Bob Cole', endDate: '2026-06-01' },
]);

describe('W1', () => {
  it('finds active human accounts of nobody on the roster, with whom it may be', () => {
    const users = listOf('users', [
      user('ann'),
      user('zed', { name: 'Ann Berg' }),
      user('old', { status: 'disabled' }),
      user('svc', { type: 'service' }),
      user('gone'),
    ]);
    const left = listOf('terminations', [{ personKey: 'gone', name: 'Gone', lastDay: '2026-01-01' }]);
    const outcome = outcomeOf('W1', factsOf([users, roster, left]));
    expect(outcome.population).toHaveLength(3);
    expect(outcome.exceptions.map(({ words }) => words)).toEqual([
      'Nobody on the HR roster has this key or email. It may be Ann Berg (ann): the name is the same; confirm or reject.',
      'Gone is on no roster, only among the terminations.',
    ]);
  });
});

describe('W2', () => {
  const left = listOf('terminations', [
    { personKey: 'cat', lastDay: '2026-06-30' },
    { personKey: 'dan', lastDay: '2026-07-01' },
  ]);

  it('finds active accounts of who left by the as-of date, by terminations or roster', () => {
    const users = listOf('users', [user('ann'), user('bob'), user('cat'), user('dan'), user('new')]);
    const outcome = outcomeOf('W2', factsOf([users, roster, left]));
    expect(found(outcome)).toEqual(['active-after-end: S / bob', 'active-after-end: S / cat']);
    expect([...outcome.notCompared]).toEqual([['S / new', 'No person is known for the account.']]);
  });
});

describe('W3 and W4', () => {
  const left = (lastDay: string) => listOf('terminations', [{ personKey: 'cat', lastDay }]);
  const w3 = (more: Readonly<Record<string, string>>, lastDay = '2026-06-01', hours = 24) =>
    outcomeOf('W3', factsOf([listOf('users', [user('cat', more)]), left(lastDay)]), { hours }).exceptions.map(
      ({ code, words }) => `${code}: ${words}`,
    );

  it('counts from 23:59 of a last day without a time', () => {
    expect(w3({ status: 'disabled', disabledAt: '2026-06-02 23:59' })).toEqual([]);
    expect(w3({ status: 'disabled', disabledAt: '2026-06-03 00:00' })).toEqual([
      'disabled-late: S / cat was disabled on 3 Jun 2026 00:00, 24 h after the last day.',
    ]);
    expect(w3({ status: 'disabled', disabledAt: '2026-06-03 00:00' }, '2026-06-01', 48)).toEqual([]);
  });

  it('counts from the time of a last day that has one', () => {
    expect(w3({ status: 'disabled', disabledAt: '2026-06-02 17:01' }, '2026-06-01 17:00')).toHaveLength(1);
    expect(w3({ status: 'disabled', disabledAt: '2026-06-02 17:00' }, '2026-06-01 17:00')).toEqual([]);
  });

  it('takes a missing time as open', () => {
    expect(w3({})).toEqual(['still-active: S / cat is still active.']);
    expect(w3({ status: 'disabled' })).toEqual([
      'no-time: S / cat is disabled, but the list does not say since when.',
    ]);
  });

  it('says whom it could not compare', () => {
    const leavers = listOf('terminations', [
      { personKey: 'cat', lastDay: '2026-07-01' },
      { personKey: 'eve', lastDay: '2026-06-01' },
      { personKey: 'fay', lastDay: '' },
    ]);
    const outcome = outcomeOf('W3', factsOf([listOf('users', [user('cat')]), leavers]));
    expect([outcome.population.length, outcome.exceptions]).toEqual([3, []]);
    expect([...outcome.notCompared.values()]).toEqual([
      'The last day lies after the as-of date.',
      'The user lists hold no account of this person.',
      'The list gives no last day.',
    ]);
  });

  it('finds a log-in after the last day, not on it', () => {
    const w4 = (lastLogin: string) =>
      found(outcomeOf('W4', factsOf([listOf('users', [user('cat', { lastLogin })]), left('2026-06-01')])));
    expect([w4('2026-06-01'), w4('2026-06-01 23:30'), w4('')]).toEqual([[], [], []]);
    expect([w4('2026-06-02'), w4('2026-06-02 08:00')]).toEqual([
      ['login-after-end: cat'],
      ['login-after-end: cat'],
    ]);
  });

  it('looks at every account of the person', () => {
    const users = listOf('users', [user('cat'), { ...user('cat2'), personKey: 'cat' }]);
    const { exceptions } = outcomeOf('W3', factsOf([users, left('2026-06-01')]));
    expect(exceptions.map(({ key }) => key)).toEqual([
      'W3 | still-active | cat | S / cat',
      'W3 | still-active | cat | S / cat2',
    ]);
  });
});
