import { expect, it } from 'vitest';
import { figure, findingsOf, ruleIds } from '../../../../../shared/domain/access-review/rule.ts';
import { listOf } from '../../../../helpers/access-review-fixture.ts';

it('names the rules W0 to W21', () => {
  expect(ruleIds).toEqual(Array.from({ length: 22 }, (_, index) => `W${String(index)}`));
});

it('keeps a finding once, under a key made of rule, code, subject and what it is about', () => {
  const [subject] = listOf('approvers', [{ approver: 'Ann' }]).records;
  if (subject === undefined) throw new Error('no record');
  const findings = findingsOf('W1');
  findings.look(subject);
  findings.find(subject, 'odd', 'First.');
  findings.find(subject, 'odd', 'Again.');
  findings.find(subject, 'odd', 'About a role.', 'role');
  findings.skip(subject, 'Not now.');
  const { population, notCompared, exceptions } = findings.outcome();
  expect([population, [...notCompared]]).toEqual([[subject], [['Ann', 'Not now.']]]);
  expect(exceptions.map(({ key, words }) => [key, words])).toEqual([
    ['W1 | odd | Ann', 'Again.'],
    ['W1 | odd | Ann | role', 'About a role.'],
  ]);
});

it('reads a figure, and nothing where the rule has none of this name', () => {
  expect([figure({ days: 7 }, 'days'), figure({}, 'days')]).toEqual([7, 0]);
});
