import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../../../../../shared/domain/access-review/rule.ts';
import { factsOf, found, listOf, outcomeOf } from '../../../../../helpers/access-review-fixture.ts';

type Cells = Readonly<Record<string, string>>;
const user = (accountId: string, more: Cells = {}): Cells => ({
  ...{ system: 'S', accountId, personKey: '', status: 'active', type: 'human', privileged: '', mfa: '' },
  ...{ createdAt: '', lastLogin: '', owner: '', endDate: '', isSeparateAdmin: '', ...more },
});
const run = (id: RuleId, users: readonly Cells[], figures = {}) =>
  outcomeOf(id, factsOf([listOf('users', users)]), figures);

describe('W5', () => {
  it('finds accounts unused for more than 90 days, not for 90', () => {
    const users = [user('on', { lastLogin: '2026-04-01' }), user('off', { lastLogin: '2026-03-31' })];
    expect(found(run('W5', users))).toEqual(['unused: S / off']);
    expect(found(run('W5', users, { days: 91 }))).toEqual([]);
  });

  it('finds accounts never used that are older than 30 days, or of no known age', () => {
    const users = [
      user('young', { createdAt: '2026-05-31' }),
      user('old', { createdAt: '2026-05-30' }),
      user('ageless'),
      user('robot', { type: 'service' }),
      user('gone', { status: 'disabled' }),
    ];
    const outcome = run('W5', users);
    expect(found(outcome)).toEqual(['never-used: S / old', 'never-used: S / ageless']);
    expect(outcome.population).toHaveLength(3);
  });
});

describe('W9', () => {
  const users = [
    user('root', { privileged: 'yes', mfa: 'no' }),
    user('ann', { mfa: 'no' }),
    user('bob', { mfa: 'yes' }),
    user('eve'),
    user('bot', { type: 'service', mfa: 'no' }),
  ];

  it('finds privileged accounts and, where policy demands it, human ones with one factor', () => {
    const outcome = run('W9', users);
    expect(found(outcome)).toEqual(['privileged-one-factor: S / root', 'one-factor: S / ann']);
    expect([outcome.population.length, [...outcome.notCompared.keys()]]).toEqual([4, ['S / eve']]);
  });

  it('looks at privileged accounts alone where policy demands no more', () => {
    const outcome = run('W9', users, { everyone: 0 });
    expect([found(outcome), outcome.population.length]).toEqual([['privileged-one-factor: S / root'], 1]);
  });
});

describe('W10', () => {
  it('finds shared accounts, names of no person, and service accounts that nobody owns', () => {
    const users = [
      user('ann.berg'),
      user('administrator'),
      user('user017'),
      user('user'),
      user('Test-User'),
      user('info@example.com'),
      user('deploy', { type: 'service', owner: 'Platform team' }),
      user('backup', { type: 'service' }),
      user('frontdesk', { type: 'shared' }),
    ];
    expect(found(run('W10', users))).toEqual([
      'generic-name: S / administrator',
      'generic-name: S / user',
      'generic-name: S / Test-User',
      'generic-name: S / info@example.com',
      'no-owner: S / backup',
      'shared: S / frontdesk',
    ]);
  });
});

describe('W11', () => {
  it('finds a second account of one person in one system, a separate admin account left out', () => {
    const users = [
      user('ann', { personKey: '1' }),
      user('ann2', { personKey: '1' }),
      user('ann-admin', { personKey: '1', isSeparateAdmin: 'yes' }),
      { ...user('ann', { personKey: '1' }), system: 'T' },
      user('nobody'),
    ];
    const outcome = run('W11', users);
    expect(outcome.exceptions.map(({ key }) => key)).toEqual(['W11 | several-accounts | S / ann2 | ann']);
    expect([...outcome.notCompared.keys()]).toEqual(['S / nobody']);
  });
});

describe('W21', () => {
  it('finds external accounts without an end, or past it', () => {
    const external = (accountId: string, endDate: string) => user(accountId, { type: 'external', endDate });
    const users = [external('a', '2026-06-30'), external('b', '2026-06-29'), external('c', ''), user('d')];
    const outcome = run('W21', users);
    expect([found(outcome), outcome.population.length]).toEqual([['past-end: S / b', 'no-end: S / c'], 3]);
  });
});
