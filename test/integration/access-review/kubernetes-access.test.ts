import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ListMapping } from '../../../shared/domain/access-review/list-mapping.ts';
import { inProject } from '../../harness/project.ts';
import { accountsOf, factsOf, found, listOfTable, outcomeOf } from '../../helpers/access-review-fixture.ts';

const records = inProject('..', 'shared', 'data', 'kubernetes-org');
const isPresent = existsSync(records);
if (!isPresent) process.stdout.write('skipped: real records not present\n');

type Table = readonly (readonly string[])[];

/** These files quote nothing in the columns that are read here. */
const table = (name: string): Table =>
  readFileSync(`${records}/${name}`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));

const members = (name: string, mapping: Partial<ListMapping> = {}) =>
  listOfTable('users', name, table(name), {
    columns: { personKey: 'user' },
    ...{ privilegedRoles: ['admin'], ...mapping },
  });
const teams = () =>
  listOfTable('users', 'teams', table('teams-end.csv'), {
    columns: { roles: 'team', personKey: 'user' },
    rowsAre: 'entitlements',
  });
const roster = () => {
  const people = [
    ...new Set(
      table('users-end.csv')
        .slice(1)
        .map((row) => row[1] ?? ''),
    ),
  ];
  return listOfTable('roster', 'members', [['user'], ...people.map((user) => [user])], {
    columns: { personKey: 'user' },
  });
};

describe('the access records of a real organization', () => {
  it.skipIf(!isPresent)(
    'finds members of teams who are in no organization, each equal to one but for case',
    () => {
      const facts = factsOf([teams(), roster()]);
      const outcome = outcomeOf('W1', facts);
      expect(teams().rowCount).toBe(3596);
      expect(found(outcome).length).toBe(outcome.exceptions.length);
      const known = new Set(facts.roster.map(({ personKey }) => personKey));
      const strangers = new Set(
        facts.users.filter(({ accountId }) => !known.has(accountId)).map(({ key }) => key),
      );
      expect(new Set(outcome.exceptions.map(({ subject }) => subject.key))).toEqual(strangers);
      expect(strangers.size).toBe(19);
      for (const { words } of outcome.exceptions)
        expect(words).toContain('the key is equal but for case; confirm or reject');
    },
  );

  it.skipIf(!isPresent)('takes a confirmed match out of the exceptions, and nothing else', () => {
    const before = outcomeOf('W1', factsOf([teams(), roster()]));
    const [first] = before.exceptions;
    const account = accountsOf(teams()).find(({ key }) => key === first?.subject.key);
    const person = factsOf([roster()]).roster.find(
      ({ personKey }) => personKey.toLowerCase() === account?.accountId.toLowerCase(),
    );
    const decision = {
      accountKey: account?.key ?? '',
      personKey: person?.personKey ?? '',
      isConfirmed: true,
    };
    const after = outcomeOf('W1', factsOf([teams(), roster()], [decision]));
    expect(after.exceptions.length).toBe(before.exceptions.length - 1);
  });

  it.skipIf(!isPresent)('finds names that are equal but for case where two lists are read as one', () => {
    const both: Table = [
      ...table('users-end.csv').map((row) => row.slice(0, 2)),
      ...table('teams-end.csv')
        .slice(1)
        .map((row) => [row[0] ?? '', row[2] ?? '']),
    ];
    const list = listOfTable('users', 'both', both, { rowsAre: 'entitlements' });
    const twins = list.faults.filter(({ code }) => code === 'equal-but-for-case');
    expect(twins.length).toBe(20);
    expect(twins.some(({ words }) => words.includes('jefftree') && words.includes('Jefftree'))).toBe(true);
  });

  it.skipIf(!isPresent)('finds who is admin in one organization and member in another', () => {
    const pair = listOfTable('roleMatrix', 'pairs', [['conflicts'], ['admin + member']]);
    const outcome = outcomeOf('W7', factsOf([members('users-end.csv'), pair]));
    const roles = Map.groupBy(table('users-end.csv').slice(1), (row) => row[1] ?? '');
    const both = [...roles]
      .filter(([, rows]) => new Set(rows.map((row) => row[2])).size === 2)
      .map(([user]) => user);
    expect(both.length).toBeGreaterThan(0);
    expect(outcome.exceptions.map(({ subject }) => subject.label.split(' / ')[1]).toSorted()).toEqual(
      both.toSorted(),
    );
  });

  it.skipIf(!isPresent)(
    'finds standing admins beside a scheme of temporary grants, and those nobody approved',
    () => {
      const users = members('users-end.csv');
      const admins = accountsOf(users).filter(({ isPrivileged }) => isPrivileged);
      expect(admins.length).toBe(87);
      const grants = listOfTable('grants', 'grants', [
        ['system', 'account', 'start'],
        ['kubernetes', 'someone', '2026-03-01 10:00'],
      ]);
      const standing = outcomeOf('W16', factsOf([users, grants]));
      expect(standing.exceptions.map(({ subject }) => subject.key)).toEqual(
        admins.filter(({ system }) => system === 'kubernetes').map(({ key }) => key),
      );
      const approved = table('users-start.csv').filter((row) => row[2] === 'admin' || row[2] === 'role');
      const list = listOfTable('privileged', 'admins at the start', approved);
      expect(found(outcomeOf('W8', factsOf([users, list])))).toEqual([]);
      const withoutOne = listOfTable('privileged', 'less one', approved.slice(0, -1));
      expect(found(outcomeOf('W8', factsOf([users, withoutOne])))).toHaveLength(1);
    },
  );

  it.skipIf(!isPresent)('ties each grant to its change, and finds those without a change number', () => {
    const [head = [], ...events] = table('access-events.csv').filter((row) => row[4] !== 'revoked');
    const changes = table('changes.csv').map((row) => row.slice(0, 2));
    const columns = { requestId: 'change', createdAt: 'at' };
    const granted = (rows: Table) => listOfTable('users', 'grants', [head, ...rows], { columns });
    const requests = listOfTable('requests', 'changes', changes, { columns: { approvedAt: 'merged_at' } });
    const clean = outcomeOf('W12', factsOf([granted(events), requests]));
    expect(clean.population.filter(({ kind }) => kind === 'users')).toHaveLength(281);
    expect(clean.exceptions.filter(({ subject }) => subject.kind === 'users')).toEqual([]);
    const blanked = events.map((row, index) => row.map((cell, at) => (at === 5 && index < 3 ? '' : cell)));
    const outcome = outcomeOf('W12', factsOf([granted(blanked), requests]));
    expect(outcome.exceptions.filter(({ code }) => code === 'no-number')).toHaveLength(3);
  });
});
