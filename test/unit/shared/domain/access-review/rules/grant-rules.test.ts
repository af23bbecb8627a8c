import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../../../../../shared/domain/access-review/rule.ts';
import type { ReadList } from '../../../../../../shared/domain/access-review/access-record.ts';
import { factsOf, found, listOf, outcomeOf } from '../../../../../helpers/access-review-fixture.ts';

type Cells = Readonly<Record<string, string>>;
const grant = (grantId: string, more: Cells = {}): Cells => ({
  ...{ grantId, system: 'Prod', accountId: 'joe', reason: 'Repair', approver: 'Max', requester: '' },
  ...{ approvedAt: '2026-03-01 09:59', start: '2026-03-01 10:00', plannedEnd: '2026-03-01 18:00' },
  ...{ actualEnd: '2026-03-01 18:15', breakGlass: '', reviewedAt: '', ...more },
});
const run = (id: RuleId, grants: readonly Cells[], more: readonly ReadList[] = [], figures = {}) =>
  outcomeOf(id, factsOf([listOf('grants', grants), ...more]), figures);

describe('W14', () => {
  it('lets a grant pass that another person approved beforehand, with a reason', () => {
    expect(found(run('W14', [grant('1'), grant('2', { approvedAt: '2026-03-01' })]))).toEqual([]);
  });

  it('finds each fault of an approval', () => {
    const grants = [
      grant('1', { reason: ' ' }),
      grant('2', { approver: '' }),
      grant('3', { approver: 'JOE' }),
      grant('4', { requester: 'Max' }),
      grant('5', { approvedAt: '2026-03-01 10:01' }),
      grant('6', { breakGlass: 'yes', approver: '' }),
    ];
    expect(found(run('W14', grants))).toEqual([
      'no-reason: 1',
      'no-approver: 2',
      'self-approved: 3',
      'self-approved: 4',
      'approved-after: 5',
    ]);
  });

  it('holds approvers to their list where there is one', () => {
    const approvers = listOf('approvers', [{ approver: 'Eva' }]);
    expect(found(run('W14', [grant('1'), grant('2', { approver: 'eva' })], [approvers]))).toEqual([
      'not-an-approver: 1',
    ]);
  });
});

describe('W15', () => {
  it('lets eight hours and a quarter of an hour more pass', () => {
    expect(found(run('W15', [grant('1')]))).toEqual([]);
  });

  it('finds grants planned for too long, without an end, ended late or not at all', () => {
    const grants = [
      grant('1', { plannedEnd: '2026-03-01 18:01' }),
      grant('2', { plannedEnd: '' }),
      grant('3', { actualEnd: '2026-03-01 18:16' }),
      grant('4', { actualEnd: '' }),
      grant('5', { actualEnd: '', plannedEnd: '2026-07-01 08:00', start: '2026-07-01 07:00' }),
      grant('6', { start: '' }),
    ];
    const outcome = run('W15', grants);
    expect(found(outcome)).toEqual(['planned-long: 1', 'no-planned-end: 2', 'ended-late: 3', 'not-ended: 4']);
    expect([...outcome.notCompared.keys()]).toEqual(['5', '6']);
    expect(found(run('W15', grants, [], { hours: 9, minutes: 30 }))).toEqual([
      'no-planned-end: 2',
      'not-ended: 4',
    ]);
  });
});

describe('W16', () => {
  const admin = { system: 'prod', accountId: 'root', type: 'human', privileged: 'yes' };

  it('finds standing privileged access of people in a system with grants', () => {
    const users = listOf('users', [
      admin,
      { ...admin, system: 'Other' },
      { ...admin, accountId: 'bot', type: 'service' },
      { ...admin, accountId: 'ann', privileged: 'no' },
    ]);
    const outcome = run('W16', [grant('1')], [users]);
    expect([found(outcome), outcome.population.length]).toEqual([['standing-privilege: prod / root'], 2]);
  });

  it('finds grants of somebody who had left', () => {
    const users = listOf('users', [{ system: 'Prod', accountId: 'joe', personKey: '7' }]);
    const left = listOf('terminations', [{ personKey: '7', lastDay: '2026-02-28' }]);
    const grants = [grant('1'), grant('2', { start: '2026-02-28 20:00' })];
    expect(found(run('W16', grants, [users, left]))).toEqual(['granted-after-end: 1']);
  });

  it('finds people with more than ten grants within thirty days', () => {
    const daily = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        grant(String(index), { start: `2026-03-${String(index * 2 + 1).padStart(2, '0')} 10:00` }),
      );
    expect(found(run('W16', daily(10)))).toEqual([]);
    expect(run('W16', daily(11)).exceptions.map(({ key }) => key)).toEqual([
      'W16 | granted-often | 0 | Prod / joe',
    ]);
    expect(found(run('W16', daily(11), [], { days: 20 }))).toEqual([]);
  });
});

describe('W17', () => {
  it('finds break-glass use reviewed after more than two days, or by nobody', () => {
    const used = { breakGlass: 'yes' };
    const grants = [
      grant('1', { ...used, reviewedAt: '2026-03-03' }),
      grant('2', { ...used, reviewedAt: '2026-03-04' }),
      grant('3', used),
      grant('4', { ...used, start: '2026-06-29 10:00', actualEnd: '2026-06-29 11:00' }),
      grant('5'),
    ];
    const outcome = run('W17', grants);
    expect([found(outcome), outcome.population.length]).toEqual([['reviewed-late: 2', 'not-reviewed: 3'], 4]);
    expect([...outcome.notCompared.keys()]).toEqual(['4']);
  });
});
