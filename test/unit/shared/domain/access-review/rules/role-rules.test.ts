import { describe, expect, it } from 'vitest';
import { factsOf, found, listOf, outcomeOf } from '../../../../../helpers/access-review-fixture.ts';

const user = (accountId: string, roles: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ system: 'ERP', accountId, personKey: accountId, roles, privileged: '', status: '', ...more },
});
const roster = listOf('roster', [
  {
    personKey: 'ann',
    title: 'Clerk',
    department: 'Finance',
    changedOn: '2026-06-25',
    formerTitle: 'Developer',
  },
  { personKey: 'bob', title: 'Developer', department: 'IT', changedOn: '', formerTitle: '' },
  {
    personKey: 'cat',
    title: 'Clerk',
    department: 'Finance',
    changedOn: '2026-06-24',
    formerTitle: 'Developer',
  },
]);
const matrix = listOf('roleMatrix', [
  { system: 'ERP', title: 'clerk', department: '', allowedRoles: 'Post; Read', conflicts: '' },
  { system: 'ERP', title: 'Developer', department: '', allowedRoles: 'Deploy; Read', conflicts: '' },
  {
    system: '',
    title: '',
    department: '',
    allowedRoles: '',
    conflicts: 'Post + Approve; Git: Merge + Deploy',
  },
  { system: 'CRM', title: '', department: '', allowedRoles: '', conflicts: 'Sell + Post' },
]);

describe('W6', () => {
  it('finds roles that the title may not hold, and titles that no line covers', () => {
    const users = listOf('users', [
      user('ann', 'post; read; deploy'),
      user('bob', 'Deploy'),
      { ...user('bob', 'Deploy'), system: 'CRM' },
      user('svc', 'Post'),
      user('none', ''),
    ]);
    const outcome = outcomeOf('W6', factsOf([users, roster, matrix]));
    expect(outcome.exceptions.map(({ key }) => key)).toEqual([
      'W6 | role-not-allowed | ERP / ann | deploy',
      'W6 | not-in-matrix | CRM / bob',
    ]);
    expect([...outcome.notCompared.keys()]).toEqual(['ERP / svc']);
  });
});

describe('W7', () => {
  it('finds conflicting roles of one person across accounts and systems', () => {
    const users = listOf('users', [
      user('ann', 'post'),
      { ...user('a2', 'APPROVE', { personKey: 'ann' }), system: 'CRM' },
      user('bob', 'Deploy'),
      { ...user('b2', 'Merge', { personKey: 'bob' }), system: 'Git' },
      user('cat', 'Merge; Deploy'),
    ]);
    const outcome = outcomeOf('W7', factsOf([users, matrix]));
    expect(outcome.exceptions.map(({ key }) => key)).toEqual([
      'W7 | conflicting-roles | ERP / ann | Post + Approve',
      'W7 | conflicting-roles | ERP / bob | Git: Merge + Deploy',
    ]);
    expect(outcome.population).toHaveLength(3);
  });

  it('holds the pairs of a line to the system of the line', () => {
    const inErp = listOf('users', [user('ann', 'sell; post')]);
    const inCrm = listOf('users', [{ ...user('ann', 'sell; post'), system: 'CRM' }]);
    expect(found(outcomeOf('W7', factsOf([inErp, matrix])))).toEqual([]);
    expect(found(outcomeOf('W7', factsOf([inCrm, matrix])))).toEqual(['conflicting-roles: CRM / ann']);
  });
});

describe('W8', () => {
  it('finds privileged accounts that nobody approved, and approved ones that are not there', () => {
    const users = listOf('users', [
      user('root', '', { privileged: 'yes' }),
      user('ann', '', { privileged: 'yes' }),
      user('old', '', { privileged: 'yes', status: 'disabled' }),
    ]);
    const approved = listOf('privileged', [
      { system: 'erp', accountId: 'ANN' },
      { system: 'ERP', accountId: 'gone' },
    ]);
    const outcome = outcomeOf('W8', factsOf([users, approved]));
    expect(found(outcome)).toEqual(['not-approved: ERP / root', 'not-found: ERP / gone']);
    expect(outcome.population).toHaveLength(4);
  });
});

describe('W13', () => {
  it('finds roles of the former post more than five days after the change', () => {
    const users = listOf('users', [user('ann', 'Deploy'), user('cat', 'Deploy; Read; Post')]);
    const outcome = outcomeOf('W13', factsOf([users, roster, matrix]));
    expect(outcome.exceptions.map(({ key }) => key)).toEqual([
      'W13 | old-role-kept | cat | ERP / cat Deploy',
    ]);
    expect([...outcome.notCompared.keys()]).toEqual(['ann']);
    expect(found(outcomeOf('W13', factsOf([users, roster, matrix]), { days: 4 }))).toHaveLength(2);
  });
});
