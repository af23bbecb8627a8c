import { describe, expect, it } from 'vitest';
import {
  acceptanceQuestions,
  answerAcceptance,
  concludeAcceptance,
} from '../../../../../shared/domain/engagement/acceptance.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { after, contextOf, fieldworkState, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';

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
