import { describe, expect, it } from 'vitest';
import {
  acceptanceQuestions,
  answerAcceptance,
  concludeAcceptance,
} from '../../../../../shared/domain/engagement/acceptance.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import {
  after,
  changed,
  contextOf,
  fieldworkState,
  refusalOf,
  taken,
} from '../../../../helpers/domain-fixture.ts';

const open = after(fieldworkState({ status: 'draft' }), [
  add('acceptanceForm', 'form', { conclusion: null, safeguards: '', concludedBy: null, concludedAt: null }),
]);
const answered = acceptanceQuestions.reduce(
  (state, question) => taken(state, answerAcceptance(contextOf(state), question.code, 'yes', '')),
  open,
);
const partner = { actorId: 'p-partner' };

describe('the acceptance form', () => {
  it('takes a later answer in place of the earlier one', () => {
    const again = taken(
      answered,
      answerAcceptance(contextOf(answered), 'integrity', 'no', 'Under investigation'),
    );
    expect(again.rows.acceptanceAnswer.size).toBe(acceptanceQuestions.length);
    expect(
      [...again.rows.acceptanceAnswer.values()].find((row) => row.question === 'integrity')?.answer,
    ).toBe('no');
  });

  it('is open again once an answer changes, and rests once the engagement is accepted', () => {
    const done = taken(answered, concludeAcceptance(contextOf(answered, partner), 'accept', ''));
    const same = answerAcceptance(contextOf(done), 'integrity', 'yes', '');
    expect(same.ok && same.value.ops).toEqual([]);
    const other = taken(done, answerAcceptance(contextOf(done), 'integrity', 'no', 'Under investigation'));
    expect(other.rows.acceptanceForm.get('form')).toMatchObject({ conclusion: null, concludedBy: null });
    const accepted = changed(done, 'engagement', 'engagement-1', { status: 'accepted' });
    expect(refusalOf(answerAcceptance(contextOf(accepted), 'integrity', 'no', '')).code).toBe('wrong-state');
    expect(refusalOf(concludeAcceptance(contextOf(accepted, partner), 'decline', '')).code).toBe(
      'wrong-state',
    );
  });

  it('is not concluded with “accept” where an answer is no', () => {
    const doubt = taken(answered, answerAcceptance(contextOf(answered), 'integrity', 'no', 'Open matter'));
    expect(refusalOf(concludeAcceptance(contextOf(doubt, partner), 'accept', ''))).toEqual({
      code: 'invalid-value',
      message: '1 question is answered with no.',
    });
    const safe = concludeAcceptance(
      contextOf(doubt, partner),
      'acceptWithSafeguards',
      'A second partner looks at the matter.',
    );
    expect(safe.ok).toBe(true);
  });

  it('is concluded by the partner only (A1)', () => {
    const decision = concludeAcceptance(contextOf(answered, { actorId: 'p-manager' }), 'accept', '');
    expect(refusalOf(decision)).toEqual({
      code: 'A1',
      message: 'Acceptance is not signed by the engagement partner.',
    });
  });

  it('needs every answer, and named safeguards', () => {
    expect(refusalOf(concludeAcceptance(contextOf(open, partner), 'accept', '')).message).toBe(
      '7 questions are not answered.',
    );
    expect(refusalOf(concludeAcceptance(contextOf(answered, partner), 'acceptWithSafeguards', '')).code).toBe(
      'invalid-value',
    );
    const done = taken(answered, concludeAcceptance(contextOf(answered, partner), 'accept', ''));
    expect(done.rows.acceptanceForm.get('form')).toMatchObject({
      conclusion: 'accept',
      concludedBy: 'p-partner',
    });
  });
});
