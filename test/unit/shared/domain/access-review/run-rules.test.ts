import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessRules } from '../../../../../shared/domain/access-review/rule-catalogue.ts';
import { ruleOf } from '../../../../../shared/domain/access-review/rule-catalogue.ts';
import type { AccessRule, RuleId } from '../../../../../shared/domain/access-review/rule.ts';
import {
  comparedCount,
  figuresOf,
  missingFor,
  resultSentence,
  runRules,
} from '../../../../../shared/domain/access-review/run-rules.ts';
import { factsOf, listOf } from '../../../../helpers/access-review-fixture.ts';

const rule = (id: RuleId): AccessRule => {
  const found = ruleOf(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const users = listOf('users', [
  { system: 'S', accountId: 'ann', personKey: '1', lastLogin: '2026-06-01' },
  { system: 'S', accountId: 'bob', personKey: '2', lastLogin: '2025-06-01' },
]);

describe('running the rules', () => {
  it('says what a rule lacks instead of running it', () => {
    const facts = factsOf([users]);
    expect(missingFor(rule('W5'), facts)).toEqual([]);
    expect(missingFor(rule('W3'), facts)).toEqual([
      'the column “Disabled” of “User lists”',
      'the list “Terminations”',
    ]);
    const [result] = runRules(facts, [rule('W3')], new Map());
    expect(result?.outcome.population).toEqual([]);
    expect(result === undefined ? '' : resultSentence(result, 0)).toBe(
      'Not run; missing: the column “Disabled” of “User lists”, the list “Terminations”.',
    );
  });

  it('takes the end dates of the roster where there are no terminations', () => {
    const roster = listOf('roster', [{ personKey: '1', endDate: '2026-01-01' }]);
    expect(missingFor(rule('W2'), factsOf([users]))).toEqual(['the list “Terminations”']);
    expect(missingFor(rule('W2'), factsOf([users, roster]))).toEqual([]);
  });

  it('uses the figures that an engagement changed, and those of the rule for the rest', () => {
    const changed = new Map([['W5' as const, { days: 400 }]]);
    expect(figuresOf(rule('W5'), changed)).toEqual({ days: 400, neverDays: 30 });
    const counts = (figures: typeof changed) =>
      runRules(factsOf([users]), [rule('W5')], figures).map(({ outcome }) => outcome.exceptions.length);
    expect([counts(new Map()), counts(changed)]).toEqual([[1], [0]]);
  });

  it('says the result in one sentence', () => {
    const [w5, w11] = runRules(
      factsOf([users, listOf('users', [{ system: 'T', accountId: 'x' }])]),
      [rule('W5'), rule('W11')],
      new Map(),
    );
    if (w5 === undefined || w11 === undefined) throw new Error('no result');
    expect(resultSentence(w5, 1)).toBe(
      'Compared all 3 active accounts of people; 2 exceptions, of which 1 is a deviation.',
    );
    expect(resultSentence(w11, null)).toBe('Compared 2 of 3 active accounts of people; 0 exceptions.');
  });
});

const word = fc.constantFrom(
  '',
  'a',
  'A',
  'b',
  'yes',
  'no',
  'active',
  'disabled',
  'remove',
  'service',
  'a+b',
);
const when = fc.constantFrom(
  '',
  '2026-01-05',
  '2026-06-29 10:00',
  '2026-07-02T01:00:00Z',
  '03/04/2026',
  'never',
);
const cells = (words: readonly string[], whens: readonly string[]) =>
  fc.record({
    ...Object.fromEntries(words.map((name) => [name, word])),
    ...Object.fromEntries(whens.map((name) => [name, when])),
  });
const lists = fc.record({
  users: fc.array(
    cells(
      [
        'system',
        'accountId',
        'personKey',
        'name',
        'email',
        'status',
        'type',
        'roles',
        'privileged',
        'mfa',
        'owner',
        'requestId',
      ],
      ['createdAt', 'disabledAt', 'lastLogin', 'endDate'],
    ),
    { maxLength: 12 },
  ),
  roster: fc.array(
    cells(['personKey', 'name', 'email', 'title', 'department', 'formerTitle'], ['endDate', 'changedOn']),
  ),
  terminations: fc.array(cells(['personKey', 'name'], ['lastDay'])),
  roleMatrix: fc.array(cells(['system', 'title', 'department', 'allowedRoles', 'conflicts'], [])),
  privileged: fc.array(cells(['system', 'accountId'], [])),
  grants: fc.array(
    cells(
      ['system', 'accountId', 'role', 'reason', 'approver', 'requester', 'breakGlass'],
      ['approvedAt', 'start', 'plannedEnd', 'actualEnd', 'reviewedAt'],
    ),
  ),
  requests: fc.array(
    cells(['requestId', 'system', 'accountId', 'role', 'requester', 'approver'], ['approvedAt']),
  ),
  review: fc.array(cells(['system', 'accountId', 'decision', 'reviewer'], ['decidedAt', 'changeDoneAt'])),
  laterUsers: fc.array(cells(['system', 'accountId', 'status', 'roles'], [])),
});

describe('every rule, over any lists', () => {
  it('finds exceptions only in its population, each key once, and the same at every run', () => {
    fc.assert(
      fc.property(lists, (given) => {
        const read = () =>
          factsOf([
            listOf('users', given.users),
            listOf('roster', given.roster),
            listOf('terminations', given.terminations),
            listOf('roleMatrix', given.roleMatrix),
            listOf('privileged', given.privileged),
            listOf('grants', given.grants),
            listOf('requests', given.requests),
            listOf('review', given.review),
            listOf('laterUsers', given.laterUsers),
          ]);
        const results = runRules(read(), accessRules, new Map());
        for (const {
          rule: { id },
          outcome,
        } of results) {
          const keys = new Set(outcome.population.map((subject) => `${subject.kind} ${subject.key}`));
          const found = outcome.exceptions.map(({ key }) => key);
          expect(new Set(found).size, id).toBe(found.length);
          for (const { subject } of outcome.exceptions)
            expect(keys, id).toContain(`${subject.kind} ${subject.key}`);
          expect(comparedCount(outcome), id).toBeGreaterThanOrEqual(0);
        }
        const again = runRules(read(), accessRules, new Map());
        expect(again.map(({ outcome }) => outcome)).toEqual(results.map(({ outcome }) => outcome));
      }),
      { numRuns: 150 },
    );
  });
});
