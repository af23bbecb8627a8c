import { describe, expect, it } from 'vitest';
import { add, set } from '../../../../../shared/domain/journal/ops.ts';
import {
  changesSince,
  papersOfEntry,
  preparersOf,
  rowLabel,
} from '../../../../../shared/domain/review/paper-history.ts';
import { signOff } from '../../../../../shared/domain/review/sign-off.ts';
import { after, day } from '../../../../helpers/domain-fixture.ts';
import { as, recording, testedState } from '../../../../helpers/concluding-fixture.ts';

function history() {
  const journal = recording(testedState());
  const edit = (actor: string, note: string) =>
    journal.act(set(journal.state(), 'attributeResult', 'result-2', { note }), actor);
  const sign = (role: string, level: 'preparer' | 'reviewer') => {
    const input = { workpaperId: 'wp-operating', level, contentHash: null };
    const decision = signOff(as(journal.state(), role), input, new Set());
    return journal.act(decision.ok ? decision.value.ops : [], `p-${role}`);
  };
  return { journal, edit, sign };
}

describe('who prepared a workpaper', () => {
  it('is everyone who changed content since the last review, also where another overwrote it', () => {
    const { journal, edit, sign } = history();
    edit('p-manager', 'first');
    edit('p-staff', 'second');
    const names = () => [...preparersOf(journal.state(), 'wp-operating', journal.entries())];
    expect(names()).toEqual(['p-manager', 'p-staff']);
    sign('staff', 'preparer');
    sign('senior', 'reviewer');
    expect(names()).toEqual([]);
    edit('p-senior', 'third');
    expect(names()).toEqual(['p-senior']);
  });

  it('leaves out approvals of plans, the wording of the control, and other papers', () => {
    const { journal } = history();
    journal.act(set(journal.state(), 'samplePlan', 'plan-1', { approvedBy: 'p-manager' }), 'p-manager');
    journal.act(
      set(journal.state(), 'control', 'control-1', { text: 'Reworded with the client.' }),
      'p-partner',
    );
    journal.act(set(journal.state(), 'workpaper', 'wp-design', { body: 'x' }), 'p-senior');
    expect([...preparersOf(journal.state(), 'wp-operating', journal.entries())]).toEqual([]);
  });
});

describe('what changed since a signature', () => {
  it('lists fields with the value before, and added rows, by person', () => {
    const { journal, edit, sign } = history();
    edit('p-staff', 'old words');
    const signed = sign('staff', 'preparer');
    edit('p-senior', 'new words');
    journal.act([
      add('procedure', 'procedure-9', {
        ...{ workpaperId: 'wp-operating', nature: 'inspection', text: 'Inspected the log.', subject: 'Log' },
        ...{ performedBy: 'p-staff', performedOn: day('2026-07-05'), result: '', withdrawn: false },
      }),
      ...set(journal.state(), 'workpaper', 'wp-operating', { assigneeId: 'p-senior' }),
    ]);
    const changes = changesSince(journal.state(), 'wp-operating', journal.entries(), signed);
    expect(
      changes.map(({ actor, label, field, before, after }) => [actor, label, field, before, after]),
    ).toEqual([
      ['p-senior', 'Item 2, attribute A', 'note', 'old words', 'new words'],
      ['p-staff', 'Procedure: Log', null, null, 'Inspected the log.'],
    ]);
  });

  it('names the papers of an entry and labels rows in words', () => {
    const state = testedState();
    expect(papersOfEntry(state, set(state, 'control', 'control-1', { text: 'x' }))).toEqual([
      'wp-design',
      'wp-operating',
    ]);
    expect(rowLabel(state, 'test', 'test-design')).toBe('Design test');
    expect(rowLabel(state, 'population', 'population-1')).toBe(
      'Population: Employees and contractors who left',
    );
    expect(rowLabel(state, 'firm', 'firm-1')).toBe('firm');
  });

  it.each([
    ['R3', 'Sign-offs dropped: The wrong team was named.'],
    ['N4', 'Reason at gate N4: The wrong team was named.'],
  ])('says what a reason at gate %s was given for', (code, label) => {
    const given = { gate: code, target: '', reason: 'The wrong team was named.', fact: 'Editing removes.' };
    const state = after(testedState(), [add('gateReason', 'reason-1', given)]);
    expect(rowLabel(state, 'gateReason', 'reason-1')).toBe(label);
  });
});
