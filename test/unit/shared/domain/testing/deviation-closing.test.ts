import { describe, expect, it } from 'vitest';
import { find } from '../../../../../shared/domain/journal/state.ts';
import {
  agreeDeviation,
  closeDeviation,
  missingToClose,
  unclosedDeviations,
} from '../../../../../shared/domain/testing/deviation-closing.ts';
import { changed, day, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { as, deviatingState } from '../../../../helpers/concluding-fixture.ts';

const ref = { id: 'deviation-1', revision: null };
const agreement = { agreedBy: 'Identity lead', agreedOn: day('2026-07-08'), managementResponse: 'Fixed.' };
const evaluators = new Set(['p-staff']);
const agreed = () => taken(deviatingState(), agreeDeviation(as(deviatingState(), 'staff'), ref, agreement));

describe('closing a deviation (V1)', () => {
  it('closes what is evaluated, agreed and reviewed by another person', () => {
    const state = taken(agreed(), closeDeviation(as(agreed(), 'senior'), ref, evaluators), 'p-senior');
    const row = find(state, 'deviation', 'deviation-1');
    expect([row?.status, row?.reviewedBy, row?.managementResponse]).toEqual(['closed', 'p-senior', 'Fixed.']);
    expect(unclosedDeviations(state)).toEqual([]);
    expect(refusalOf(closeDeviation(as(state, 'senior'), ref, evaluators)).code).toBe('wrong-state');
    expect(refusalOf(agreeDeviation(as(state, 'senior'), ref, agreement)).code).toBe('wrong-state');
  });

  it('names everything that is missing', () => {
    const bare = changed(deviatingState(), 'deviation', 'deviation-1', {
      ...{
        nature: '',
        cause: ' ',
        extent: '',
        effect: '',
        evaluation: '',
        isolated: 'yes',
        status: 'underEvaluation',
      },
    });
    expect(refusalOf(closeDeviation(as(bare, 'senior'), ref, evaluators))).toEqual({
      code: 'V1',
      message:
        'Complete the evaluation: nature, cause, extent, effect, compensating controls, proof that it is isolated, evaluation, agreement of the client.',
    });
  });

  it('is not reviewed by who evaluated it, nor by staff', () => {
    expect(refusalOf(closeDeviation(as(agreed(), 'senior'), ref, new Set(['p-senior']))).message).toBe(
      'Complete the evaluation: review by a person who did not evaluate it.',
    );
    expect(refusalOf(closeDeviation(as(agreed(), 'staff'), ref, new Set())).code).toBe('role-required');
    const row = find(agreed(), 'deviation', 'deviation-1');
    expect(row === undefined ? null : missingToClose(row)).toEqual([]);
  });

  it('an agreement has a person and a day that has come; a stale revision is refused', () => {
    const state = deviatingState();
    const refuse = (values: Partial<typeof agreement>) =>
      refusalOf(agreeDeviation(as(state, 'staff'), ref, { ...agreement, ...values })).code;
    expect(refuse({ agreedBy: ' ' })).toBe('invalid-value');
    expect(refuse({ agreedOn: day('2026-07-11') })).toBe('invalid-value');
    expect(
      refusalOf(agreeDeviation(as(state, 'staff'), { id: 'deviation-1', revision: 7 }, agreement)).code,
    ).toBe('stale-revision');
  });

  it('a deviation that was taken back no longer counts', () => {
    const state = changed(deviatingState(), 'deviation', 'deviation-1', {
      withdrawnReason: 'The result was wrong.',
    });
    expect(unclosedDeviations(state)).toEqual([]);
  });
});
