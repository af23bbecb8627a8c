import { describe, expect, it } from 'vitest';
import { accountsOf, listOf } from '../../../../helpers/access-review-fixture.ts';

const faultsOf = (list: ReturnType<typeof listOf>) =>
  list.faults.map(({ code, subject, words }) => `${code} ${subject.label}: ${words}`);

describe('reading a list', () => {
  it('makes one record of each row under the key that identifies it', () => {
    const list = listOf('roster', [
      { personKey: '7', name: 'A' },
      { personKey: '8', name: 'B' },
    ]);
    expect(list.records.map(({ key, rows }) => [key, rows])).toEqual([
      ['7', [2]],
      ['8', [3]],
    ]);
    expect([list.rowCount, [...list.fields]]).toEqual([2, ['personKey', 'name']]);
  });

  it('keeps rows with a blank or repeated key apart, and says so', () => {
    const list = listOf('users', [
      { system: 'S', accountId: 'joe' },
      { system: 'S', accountId: '' },
      { system: 'S', accountId: 'joe' },
    ]);
    expect(list.records).toHaveLength(3);
    expect(new Set(list.records.map(({ key }) => key)).size).toBe(3);
    expect(faultsOf(list)).toEqual([
      'blank-key users, row 3: Row 3 does not say which record it is.',
      'repeated-key S / joe: S / joe stands in row 2 already.',
    ]);
  });

  it('joins the rows of one account where each row is a role', () => {
    const rows = [
      { system: 'S', accountId: 'joe', roles: 'reader', lastLogin: '2026-01-01', createdAt: '2025-02-01' },
      { system: 'S', accountId: 'ann', roles: 'reader', lastLogin: '', createdAt: '' },
      { system: 'S', accountId: 'joe', roles: 'admin', lastLogin: '2026-02-01', createdAt: '2025-01-01' },
    ];
    const mapping = { rowsAre: 'entitlements', privilegedRoles: ['Admin'] } as const;
    const list = listOf('users', rows, { mapping });
    const [joe, ann] = accountsOf(list);
    expect(list.faults).toEqual([]);
    expect(list.records).toHaveLength(2);
    expect(joe).toMatchObject({ rows: [2, 4], roles: ['reader', 'admin'], isPrivileged: true });
    expect([joe?.lastLogin?.day, joe?.createdAt?.day]).toEqual(['2026-02-01', '2025-01-01']);
    expect(ann).toMatchObject({ isPrivileged: false, lastLogin: null });
  });

  it('names accounts that are equal but for case', () => {
    const list = listOf('users', [
      { system: 'S', accountId: 'Joe' },
      { system: 'S', accountId: 'joe' },
    ]);
    expect(faultsOf(list)).toEqual([
      'equal-but-for-case S / joe: S / joe and S / Joe are equal but for case.',
    ]);
  });

  it('keeps cells that cannot be read, and takes the account as active then', () => {
    const list = listOf('users', [{ system: 'S', accountId: 'joe', status: 'odd' }]);
    expect(list.records[0]).toMatchObject({ isActive: true });
    expect(faultsOf(list)).toEqual(['unreadable-cell S / joe: Status: “odd” has no known meaning.']);
  });
});
