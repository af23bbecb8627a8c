import { expect, it } from 'vitest';
import type { ListKind } from '../../../../../shared/domain/access-review/access-list.ts';
import { listOf } from '../../../../helpers/access-review-fixture.ts';

const keyOf = (kind: ListKind, row: Readonly<Record<string, string>>) => listOf(kind, [row]).records[0]?.key;
const account = { system: 'S', accountId: 'joe' };

it.each<[ListKind, Readonly<Record<string, string>>, string]>([
  ['roster', { personKey: '7', name: 'Joe' }, '7'],
  ['terminations', { personKey: '7', lastDay: '2026-01-01' }, '7'],
  ['roleMatrix', { title: 'Dev', allowedRoles: 'a, b' }, 'Dev / a, b'],
  ['privileged', account, 'S / joe'],
  ['approvers', { approver: 'Ann' }, 'Ann'],
  ['grants', { ...account, role: 'root', start: '2026-01-05 10:00' }, 'S / joe / root / 2026-01-05 10:00'],
  ['grants', { ...account, grantId: 'G-1', start: '2026-01-05' }, 'G-1'],
  ['requests', { requestId: '12' }, '12'],
  ['requests', { ...account, role: 'root' }, 'S / joe / root'],
  ['review', { ...account, decision: 'keep' }, 'S / joe'],
])('identifies a record of %s', (kind, row, key) => {
  expect(keyOf(kind, row)).toBe(key);
});

it('identifies no record of an account that the row does not name', () => {
  expect(keyOf('review', { system: 'S', accountId: '' })).toBe('review review / row 2');
});

it('takes the holder of a grant as the one who asked for it, unless the log names another', () => {
  const [own, other] = [
    listOf('grants', [{ ...account, start: '2026-01-05' }]).records[0],
    listOf('grants', [{ ...account, start: '2026-01-05', requester: 'Ann' }]).records[0],
  ];
  expect([own, other]).toMatchObject([{ requester: 'joe' }, { requester: 'Ann' }]);
});
