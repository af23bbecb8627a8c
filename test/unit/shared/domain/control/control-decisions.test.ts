import { describe, expect, it } from 'vitest';
import {
  addControls,
  agreeControl,
  editControl,
  mapControl,
  retireControl,
  unmapControl,
} from '../../../../../shared/domain/control/control-decisions.ts';
import { find } from '../../../../../shared/domain/journal/state.ts';
import { criteriaOf } from '../../../../../shared/domain/criteria/coverage.ts';
import {
  changed,
  contextOf,
  controlFields,
  fieldworkState,
  refusalOf,
  taken,
} from '../../../../helpers/domain-fixture.ts';
import { deviatingState } from '../../../../helpers/concluding-fixture.ts';

const draft = controlFields({ code: 'LA-01', title: 'Access provisioning' });
const withDraft = (text = draft.text, owner = draft.owner, state = fieldworkState()) =>
  taken(
    state,
    addControls(contextOf(state, { newId: counter() }), [
      { fields: { ...draft, text, owner }, criteria: ['CC6.3', 'CC6.2'] },
    ]),
  );
const counter = () => {
  let next = 0;
  return () => `made-${String((next += 1))}`;
};

describe('controls', () => {
  it('enter as drafts with their mappings', () => {
    const state = withDraft();
    expect(state.rows.control.get('made-1')).toMatchObject({ code: 'LA-01', status: 'draft' });
    expect(criteriaOf(state, 'made-1')).toEqual(['CC6.2', 'CC6.3']);
  });

  it('have a number of their own and serve criteria in scope', () => {
    const state = fieldworkState();
    const same = addControls(contextOf(state), [{ fields: { ...draft, code: 'LA-02' }, criteria: [] }]);
    expect(refusalOf(same)).toEqual({
      code: 'already-exists',
      message: 'A control with the number LA-02 exists already.',
    });
    const outside = addControls(contextOf(state), [{ fields: draft, criteria: ['A1.1', 'CC6.2'] }]);
    expect(refusalOf(outside)).toEqual({ code: 'invalid-value', message: 'A1.1 is not in scope.' });
  });

  it.each([
    [
      'open placeholders',
      'Access is disabled within {{hours}} hours by {{role}} on every system.',
      'Identity',
      'hours, role',
    ],
    ['no owner', draft.text, '', 'owner'],
    ['a text that says too little', 'Access removed.', 'Identity', 'who does what, when and on what'],
  ])('are not agreed with %s (P4)', (_what, text, owner, missing) => {
    const state = withDraft(text, owner);
    expect(refusalOf(agreeControl(contextOf(state), 'made-1'))).toEqual({
      code: 'P4',
      message: `Complete the control text: ${missing}.`,
    });
  });

  it('get their workpapers and tests when they are agreed', () => {
    const state = withDraft();
    const agreed = taken(state, agreeControl(contextOf(state), 'made-1'));
    const papers = [...agreed.rows.workpaper.values()].filter((paper) => paper.controlId === 'made-1');
    expect(papers.map((paper) => [paper.ref, paper.kind])).toEqual([
      ['CC6-03', 'design'],
      ['CC6-03', 'operating'],
    ]);
    const typeI = withDraft(draft.text, draft.owner, fieldworkState({ type: 'I' }));
    const agreedI = taken(typeI, agreeControl(contextOf(typeI), 'made-1'));
    const phases = [...agreedI.rows.test.values()]
      .filter((test) => test.controlId === 'made-1')
      .map((test) => test.phase);
    expect(phases).toEqual(['design']);
  });

  it('return to draft when an agreed text changes, and keep their papers', () => {
    const state = fieldworkState();
    const edited = taken(
      state,
      editControl(contextOf(state), { id: 'control-1', revision: 1 }, { text: `${draft.text} Daily.` }),
    );
    expect(edited.rows.control.get('control-1')?.status).toBe('draft');
    const again = taken(edited, agreeControl(contextOf(edited), 'control-1'));
    expect(
      [...again.rows.workpaper.values()].filter((paper) => paper.controlId === 'control-1'),
    ).toHaveLength(2);
  });

  it('are agreed once, and rest when retired', () => {
    const state = fieldworkState();
    expect(refusalOf(agreeControl(contextOf(state), 'control-1')).code).toBe('wrong-state');
    const retired = taken(state, retireControl(contextOf(state), { id: 'control-1', revision: 1 }));
    expect(
      refusalOf(editControl(contextOf(retired), { id: 'control-1', revision: 2 }, { owner: 'Other' })).code,
    ).toBe('wrong-state');
  });

  it('are mapped and unmapped, one mapping a criterion', () => {
    const state = fieldworkState();
    const off = taken(state, unmapControl(contextOf(state), 'control-1', 'CC6.2'));
    expect(criteriaOf(off, 'control-1')).toEqual(['CC6.3']);
    const on = taken(off, mapControl(contextOf(off), 'control-1', 'CC6.2', 'supporting'));
    expect(criteriaOf(on, 'control-1')).toEqual(['CC6.2', 'CC6.3']);
    expect(on.rows.mapping.size).toBe(2);
    expect(refusalOf(mapControl(contextOf(on), 'control-1', 'P8.1', 'primary')).code).toBe('invalid-value');
  });

  it('stay where their tests found something', () => {
    const state = deviatingState();
    const revision = find(state, 'control', 'control-1')?.revision ?? 1;
    expect(refusalOf(retireControl(contextOf(state), { id: 'control-1', revision }))).toEqual({
      code: 'wrong-state',
      message: 'The tests of LA-02 found something that the report tells, so it is not retired.',
    });
    const one = taken(state, unmapControl(contextOf(state), 'control-1', 'CC6.2'));
    expect(refusalOf(unmapControl(contextOf(one), 'control-1', 'CC6.3')).message).toBe(
      'The tests of LA-02 found something that the report tells, so it keeps its last criterion.',
    );
    const withdrawn = changed(state, 'deviation', 'deviation-1', { withdrawnReason: 'A slip of the grid.' });
    expect(retireControl(contextOf(withdrawn), { id: 'control-1', revision }).ok).toBe(true);
    const failed = changed(withdrawn, 'test', 'test-operating', { conclusion: 'notEffective' });
    expect(refusalOf(retireControl(contextOf(failed), { id: 'control-1', revision })).code).toBe(
      'wrong-state',
    );
  });

  it('are changed by members of the team only', () => {
    const state = changed(fieldworkState(), 'teamMember', 'm-staff', { independenceConfirmedAt: null });
    expect(refusalOf(agreeControl(contextOf(state), 'control-1')).code).toBe('A2');
  });
});
