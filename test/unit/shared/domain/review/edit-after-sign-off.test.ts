import { describe, expect, it } from 'vitest';
import type { EntityName } from '../../../../../shared/domain/journal/entities.ts';
import type { Op } from '../../../../../shared/domain/journal/entry.ts';
import { add, set } from '../../../../../shared/domain/journal/ops.ts';
import { all, find, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { contentHash } from '../../../../../shared/domain/review/content-hash.ts';
import {
  affectedSignOffs,
  findR3,
  withReturnedPapers,
} from '../../../../../shared/domain/review/edit-after-sign-off.ts';
import { after, day, sha256 } from '../../../../helpers/domain-fixture.ts';
import { as, deviationFields, signedUpTo, testedState } from '../../../../helpers/concluding-fixture.ts';

const signed = () => signedUpTo(testedState(), 'wp-operating', 'manager');
const note = (state: EngagementState): readonly Op[] =>
  set(state, 'attributeResult', 'result-1', { note: 'again' });
const reason = [{ gate: 'R3' as const, reason: 'The ticket number was wrong.' }];

describe('R3, an edit after sign-off', () => {
  it('asks for a reason and says how many sign-offs fall', () => {
    const state = signed();
    const refused = withReturnedPapers(as(state, 'staff'), note(state));
    expect(refused.ok ? null : [refused.error.code, refused.error.kind, refused.error.message]).toEqual([
      'R3',
      'warning',
      'Editing removes 3 sign-offs. Continue?',
    ]);
    expect(findR3(state, 'wp-operating')?.message).toBe('Editing removes 3 sign-offs. Continue?');
    expect(findR3(state, 'wp-design')).toBeNull();
  });

  it('with the reason records it and takes paper and test back to work', () => {
    const state = signed();
    const passed = withReturnedPapers(as(state, 'staff', { reasons: reason }), note(state));
    const next = after(state, passed.ok ? passed.value : []);
    expect(find(next, 'workpaper', 'wp-operating')?.status).toBe('inProgress');
    expect(find(next, 'test', 'test-operating')?.status).toBe('inProgress');
    expect(all(next, 'gateReason').map((row) => [row.gate, row.reason])).toEqual([
      ['R3', 'The ticket number was wrong.'],
    ]);
  });

  it('does not ask twice where the decision itself asked, and leaves states that the entry sets', () => {
    const state = signed();
    const asked = add('gateReason', 'reason-1', {
      gate: 'R3',
      target: '',
      reason: 'Typed already.',
      fact: '',
    });
    const moved = set(state, 'workpaper', 'wp-operating', { status: 'inProgress' });
    const passed = withReturnedPapers(as(state, 'staff'), [...note(state), ...moved, asked]);
    const statuses = passed.ok
      ? passed.value.filter((op) => op.op === 'set' && op.id === 'wp-operating')
      : [];
    expect(statuses).toHaveLength(1);
  });

  it('leaves unsigned papers, notes, sign-offs and assignments alone', () => {
    const state = signed();
    const ops = [
      ...set(state, 'workpaper', 'wp-operating', { assigneeId: 'p-senior', dueDate: day('2026-08-01') }),
      ...set(state, 'workpaper', 'wp-design', { body: 'x' }),
    ];
    expect(withReturnedPapers(as(state, 'staff'), ops)).toEqual({ ok: true, value: ops });
  });

  it('a locked paper is F3', () => {
    const state = after(signed(), set(signed(), 'workpaper', 'wp-operating', { status: 'locked' }));
    const refused = withReturnedPapers(as(state, 'staff', { reasons: reason }), note(state));
    expect(refused.ok ? null : refused.error.code).toBe('F3');
  });
});

describe('what belongs to a workpaper', () => {
  const state = signed();
  const file = add('evidenceFile', 'file-1', {
    ...{
      sha256: sha256('file'),
      originalName: 'ticket.png',
      size: 3,
      mime: 'image/png',
      receivedOn: day('2026-07-01'),
    },
    ...{
      sourcePerson: '',
      sourceSystem: '',
      asOf: null,
      coversFrom: null,
      coversTo: null,
      redacted: false,
      requestId: null,
    },
  });
  const link = (targetKind: 'workpaper' | 'attributeResult' | 'population' | 'deviation', targetId: string) =>
    add('evidenceLink', 'link-1', {
      evidenceId: 'file-1',
      targetKind,
      targetId,
      place: '',
      withdrawn: false,
    });
  const deviation = add('deviation', 'deviation-1', deviationFields());
  const cases: readonly (readonly [string, readonly Op[]])[] = [
    ['a result', note(state)],
    ['the text of the paper', set(state, 'workpaper', 'wp-operating', { body: 'x' })],
    ['an attribute', set(state, 'attribute', 'attribute-A', { text: 'x' })],
    ['the population', set(state, 'population', 'population-1', { query: 'x' })],
    ['the plan', set(state, 'samplePlan', 'plan-1', { stopRule: 'x' })],
    ['the conclusion', set(state, 'test', 'test-operating', { conclusionText: 'x' })],
    ['the control', set(state, 'control', 'control-1', { text: 'x' })],
    ['evidence of a result', [file, link('attributeResult', 'result-1')]],
    ['evidence of the list', [file, link('population', 'population-1')]],
    ['evidence of a deviation in the same entry', [deviation, file, link('deviation', 'deviation-1')]],
  ];
  it.each(cases)('%s', (_, ops) => {
    expect(affectedSignOffs(state, ops)).toContain('wp-operating');
    const next = after(state, ops);
    expect(contentHash(next, 'wp-operating', sha256)).not.toBe(contentHash(state, 'wp-operating', sha256));
  });

  it('every row of the state: a changed hash is always foreseen', () => {
    const entities: readonly EntityName[] = [
      'sampleItem',
      'procedure',
      'attributeResult',
      'mapping',
      'criterion',
      'client',
    ];
    for (const entity of entities) {
      for (const row of all(state, entity)) {
        const field = Object.keys(row).find((name) =>
          ['note', 'text', 'replacementReason', 'role', 'title', 'industry'].includes(name),
        );
        const value = field === 'role' ? 'supporting' : 'changed';
        const ops = field === undefined ? [] : set(state, entity, row.id, { [field]: value });
        const isChanged =
          contentHash(after(state, ops), 'wp-operating', sha256) !==
          contentHash(state, 'wp-operating', sha256);
        expect(isChanged).toBe(affectedSignOffs(state, ops).includes('wp-operating'));
      }
    }
  });
});
