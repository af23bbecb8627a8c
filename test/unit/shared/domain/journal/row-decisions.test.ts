import { expect, it } from 'vitest';
import { rule } from '../../../../../shared/domain/gates/refusal.ts';
import { addRow, editRow, notFound, staleness } from '../../../../../shared/domain/journal/row-decisions.ts';
import {
  changed,
  contextOf,
  controlFields,
  fieldworkState,
  refusalOf,
  taken,
} from '../../../../helpers/domain-fixture.ts';

const state = changed(fieldworkState(), 'control', 'control-1', { owner: 'Operations' });
const no = rule('wrong-state', 'It is closed.', 'Open it again.');

it('adds a row and answers with its id', () => {
  const context = contextOf(state, { newId: () => 'control-2' });
  const decision = addRow(context, 'control', controlFields({ code: 'LA-03' }), null);
  expect(decision).toMatchObject({ ok: true, value: { result: { id: 'control-2' } } });
  expect(taken(state, decision).rows.control.get('control-2')?.code).toBe('LA-03');
  expect(refusalOf(addRow(context, 'control', controlFields(), no)).code).toBe('wrong-state');
});

it('changes a row that stands as it was shown, or without looking', () => {
  for (const revision of [2, null]) {
    const decision = editRow(
      contextOf(state),
      'control',
      { id: 'control-1', revision },
      { risk: 'low' },
      null,
    );
    expect(taken(state, decision).rows.control.get('control-1')?.risk).toBe('low');
  }
});

it('refuses where someone changed the row in between, before any other rule', () => {
  const ref = { id: 'control-1', revision: 1 };
  expect(refusalOf(editRow(contextOf(state), 'control', ref, { risk: 'low' }, no))).toEqual({
    code: 'stale-revision',
    message: 'This control was changed since it was shown.',
  });
  const present = { ...ref, revision: 2 };
  expect(refusalOf(editRow(contextOf(state), 'control', present, {}, no)).code).toBe('wrong-state');
});

it('calls a row that does not exist by the word of the profession', () => {
  expect(staleness(contextOf(state), 'reviewNote', { id: 'none', revision: null })).toMatchObject({
    code: 'not-found',
    message: 'There is no such review note.',
  });
  expect(notFound('control', 'none').message).toBe('There is no such control.');
});
