import { expect, it } from 'vitest';
import { accountsOf, listOf } from '../../../../helpers/access-review-fixture.ts';

const one = (row: Readonly<Record<string, string>>, mapping = {}) => {
  const [account] = accountsOf(listOf('users', [{ system: 'S', accountId: 'joe', ...row }], { mapping }));
  if (account === undefined) throw new Error('no account');
  return account;
};

it('reads an account with everything that its list carries', () => {
  const row = {
    status: 'enabled',
    type: 'contractor',
    roles: 'a;b',
    mfa: 'no',
    owner: 'Ops',
    requestId: '17',
  };
  expect(one(row)).toMatchObject({
    key: 'S / joe',
    isActive: true,
    type: 'external',
    roles: ['a', 'b'],
    hasMfa: false,
    owner: 'Ops',
    requestId: '17',
    isSeparateAdmin: false,
  });
});

it('takes an account without a status as active unless it was disabled', () => {
  expect([one({}).isActive, one({ disabledAt: '2026-01-01' }).isActive]).toEqual([true, false]);
  expect(one({ status: 'active', disabledAt: '2026-01-01' }).isActive).toBe(true);
});

it('takes an account as privileged by its column or by its roles', () => {
  expect([one({ privileged: 'yes' }).isPrivileged, one({ privileged: '' }).isPrivileged]).toEqual([
    true,
    false,
  ]);
  expect(one({ roles: 'Owner' }, { privilegedRoles: ['owner'] }).isPrivileged).toBe(true);
});
