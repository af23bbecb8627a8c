import { describe, expect, it } from 'vitest';
import { factsOf, found, listOf, outcomeOf } from '../../../../../helpers/access-review-fixture.ts';

type Cells = Readonly<Record<string, string>>;
const request = (more: Cells): Cells => ({
  ...{ requestId: '', system: '', accountId: '', role: '', requester: 'Ann', approver: 'Max' },
  ...{ approvedAt: '2026-02-01 09:00', ...more },
});

describe('W12 by account', () => {
  const run = (user: Cells, requests: readonly Cells[]) => {
    const users = listOf('users', [
      { system: 'S', accountId: 'joe', roles: '', createdAt: '2026-02-01 10:00', ...user },
    ]);
    return outcomeOf('W12', factsOf([users, listOf('requests', requests)]));
  };

  it('finds accounts of the period that nobody requested', () => {
    const others = [request({ system: 'S', accountId: 'ann' })];
    expect(found(run({}, others))).toEqual(['no-request: S / joe']);
    const older = run({ createdAt: '2025-12-31' }, others);
    expect([found(older), older.population.length]).toEqual([[], 1]);
    expect([...run({ createdAt: '' }, others).notCompared.keys()]).toEqual(['S / joe']);
  });

  it('finds approval after the account was made, and none at all', () => {
    const own = { system: 's', accountId: 'JOE' };
    expect(found(run({}, [request(own)]))).toEqual([]);
    expect(found(run({}, [request({ ...own, approvedAt: '2026-02-01 10:01' })]))).toEqual([
      'approved-after: S / joe',
    ]);
    expect(found(run({}, [request({ ...own, approvedAt: '2026-02-01' })]))).toEqual([]);
    expect(found(run({}, [request({ ...own, approvedAt: '' })]))).toEqual(['not-approved: S / joe']);
  });

  it('finds roles that no request names', () => {
    const own = { system: 'S', accountId: 'joe' };
    const named = [request({ ...own, role: 'Reader' })];
    expect(found(run({ roles: 'reader; admin' }, named))).toEqual(['role-not-requested: S / joe']);
    expect(found(run({ roles: 'admin' }, [...named, request({ ...own, requestId: '2' })]))).toEqual([]);
  });

  it('finds requests without an approver, or approved by who asked', () => {
    const requests = [
      request({ requestId: '1', approver: '' }),
      request({ requestId: '2', approver: 'ANN' }),
      request({ requestId: '3', requester: '', approver: 'Ann' }),
    ];
    expect(found(run({ createdAt: '2025-01-01' }, requests))).toEqual(['no-approver: 1', 'self-approved: 2']);
  });
});

describe('W12 by request number', () => {
  const users = listOf('users', [
    { system: 'S', accountId: 'a', requestId: '1', createdAt: '2026-02-01 10:00' },
    { system: 'S', accountId: 'b', requestId: '', createdAt: '' },
    { system: 'S', accountId: 'c', requestId: '9', createdAt: '' },
    { system: 'S', accountId: 'd', requestId: '2', createdAt: '2026-01-31' },
  ]);

  it('goes by the number alone where the list carries one', () => {
    const requests = listOf('requests', [request({ requestId: '1' }), request({ requestId: '2' })]);
    expect(found(outcomeOf('W12', factsOf([users, requests])))).toEqual([
      'no-number: S / b',
      'unknown-number: S / c',
      'approved-after: S / d',
    ]);
  });
});
