import { describe, expect, it } from 'vitest';
import type { MatchDecision } from '../../../../../shared/domain/access-review/identity.ts';
import { lastDayOf } from '../../../../../shared/domain/access-review/identity.ts';
import { accountsOf, factsOf, listOf } from '../../../../helpers/access-review-fixture.ts';

const roster = listOf('roster', [
  { personKey: '1', name: 'Zoë Müller', email: 'zoe.mueller@example.com', endDate: '' },
  { personKey: '2', name: 'Ann Berg', email: 'ann@example.com', endDate: '2026-05-01' },
  { personKey: 'AB9', name: 'Ann Berg', email: '', endDate: '' },
]);
const terminations = listOf('terminations', [
  { personKey: '2', name: 'Ann Berg', lastDay: '2026-04-30' },
  { personKey: '3', name: 'Otto Falk', lastDay: '2026-04-30' },
]);

function matched(row: Readonly<Record<string, string>>, decisions: readonly MatchDecision[] = []) {
  const users = listOf('users', [{ system: 'S', accountId: 'x', ...row }]);
  const { identities } = factsOf([users, roster, terminations], decisions);
  const [account] = accountsOf(users);
  if (account === undefined) throw new Error('no account');
  return {
    person: identities.of(account)?.personKey ?? null,
    by: identities.matchedBy(account),
    suggestions: identities
      .suggestionsFor(account)
      .map(({ identity, reason }) => `${reason} ${identity.personKey}`),
  };
}

describe('whose account it is', () => {
  it('goes by the person key first, then by the email without case', () => {
    expect(matched({ personKey: '2', email: 'ZOE.MUELLER@example.com' })).toMatchObject({
      person: '2',
      by: 'personKey',
    });
    expect(matched({ email: 'ZOE.MUELLER@example.com' })).toMatchObject({ person: '1', by: 'email' });
    expect(matched({ personKey: 'ab9' })).toMatchObject({ person: null, by: null });
  });

  it('knows people of the terminations who are on no roster', () => {
    expect(matched({ personKey: '3' })).toMatchObject({ person: '3', by: 'personKey' });
  });

  it('takes a name as a suggestion only, the likeliest first', () => {
    expect(matched({ name: 'Zoe Muller' })).toMatchObject({ person: null, suggestions: ['name 1'] });
    expect(matched({ name: 'Müller, Zoë' }).suggestions).toEqual(['nameOrder 1']);
    expect(matched({ personKey: 'ab9', name: 'Ann Berg' }).suggestions).toEqual([
      'keyButForCase AB9',
      'name 2',
    ]);
    expect(matched({ accountId: 'zmuller' }).suggestions).toEqual(['accountName 1']);
    expect(matched({ accountId: 'zoe.mueller' }).suggestions).toEqual(['emailName 1']);
    expect(matched({ email: 'ann@other.example' }).suggestions).toEqual(['emailName 2']);
    expect(matched({}).suggestions).toEqual([]);
  });

  it('takes a confirmed match, and does not suggest a rejected one again', () => {
    const decision = { accountKey: 'S / x', personKey: '1' };
    expect(matched({ name: 'Zoe Muller' }, [{ ...decision, isConfirmed: true }])).toMatchObject({
      person: '1',
      by: 'confirmed',
    });
    expect(matched({ name: 'Zoe Muller' }, [{ ...decision, isConfirmed: false }]).suggestions).toEqual([]);
  });

  it('lets the terminations say when somebody left, before the roster', () => {
    const { identities } = factsOf([roster, terminations]);
    expect(['2', '3', '1'].map((key) => lastDayOf(identities.byKey(key))?.day ?? null)).toEqual([
      '2026-04-30',
      '2026-04-30',
      null,
    ]);
    expect(lastDayOf(null)).toBeNull();
  });
});
