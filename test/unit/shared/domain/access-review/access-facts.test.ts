import { expect, it } from 'vitest';
import { accountsOf, factsOf, listOf } from '../../../../helpers/access-review-fixture.ts';

const okta = listOf('users', [
  { system: 'Okta', accountId: 'ann', personKey: '1', email: '' },
  { system: 'Okta', accountId: 'bob', personKey: '9', email: '' },
  { system: 'Okta', accountId: 'cat', personKey: '', email: 'Cat@example.com' },
  { system: 'Okta', accountId: 'dan', personKey: '', email: '' },
]);
const aws = listOf('users', [{ system: 'AWS', accountId: 'ann', personKey: '1' }], { label: 'aws' });
const later = listOf('laterUsers', [{ system: 'Okta', accountId: 'ann', status: 'disabled' }]);
const roster = listOf('roster', [{ personKey: '1', name: 'Ann' }]);

it('takes the records of one kind together and finds accounts by system and name', () => {
  const facts = factsOf([okta, aws, later, roster]);
  expect(facts.users.map(({ label }) => label)).toEqual([
    'Okta / ann',
    'Okta / bob',
    'Okta / cat',
    'Okta / dan',
    'AWS / ann',
  ]);
  expect(facts.accountAt('AWS', 'ann')?.label).toBe('AWS / ann');
  expect([facts.accountAt('aws', 'ann'), facts.accountAt('AWS', 'Ann')]).toEqual([null, null]);
  expect(facts.laterAccountAt('Okta', 'ann')?.isActive).toBe(false);
});

it('gathers the accounts of a person over all systems', () => {
  const facts = factsOf([okta, aws, roster]);
  const ann = facts.identities.byKey('1');
  expect(ann === null ? [] : facts.accountsOf(ann).map(({ label }) => label)).toEqual([
    'Okta / ann',
    'AWS / ann',
  ]);
});

it('names the holder by person, by key, by email, or not at all', () => {
  const facts = factsOf([okta, roster]);
  expect(accountsOf(okta).map((account) => facts.holderOf(account))).toEqual([
    'person 1',
    'person 9',
    'mail cat@example.com',
    null,
  ]);
});
