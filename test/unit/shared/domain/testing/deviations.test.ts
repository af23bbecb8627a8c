import { describe, expect, it } from 'vitest';
import { all, find } from '../../../../../shared/domain/journal/state.ts';
import {
  controlsFinding,
  deviationMoveFinding,
  deviationMoves,
  evaluateDeviation,
  finishEvaluation,
  missingAnswers,
  nextDeviationCode,
  standingDeviation,
  standingDeviations,
  type DeviationStatus,
} from '../../../../../shared/domain/testing/deviations.ts';
import { changed, contextOf, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { answers, testedState } from '../../../../helpers/fieldwork-fixture.ts';

const { state } = testedState(['3/B']);
const [deviation] = all(state, 'deviation');
const deviationId = deviation?.id ?? '';
const allowed = ['identified>underEvaluation', 'underEvaluation>evaluated', 'evaluated>closed'];
const states = Object.keys(deviationMoves) as DeviationStatus[]; // keys of a record over the states

describe('moves of a deviation', () => {
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    const refusal = deviationMoveFinding(from, to);
    if (allowed.includes(`${from}>${to}`)) expect(refusal).toBeNull();
    else expect(refusal?.code).toBe('wrong-state');
  });
});

describe('evaluating a deviation', () => {
  const evaluate = (at: typeof state, given = answers) =>
    evaluateDeviation(contextOf(at), { deviationId, answers: given });

  it('saves answers, complete or not, and is then under evaluation', () => {
    const done = taken(state, evaluate(state, { ...answers, cause: '', effect: '' }));
    expect(find(done, 'deviation', deviationId)).toMatchObject({
      status: 'underEvaluation',
      cause: '',
      extent: answers.extent,
    });
  });

  it('is finished when everything is answered', () => {
    const open = taken(state, evaluate(state, { ...answers, cause: '', effect: ' ' }));
    expect(refusalOf(finishEvaluation(contextOf(open), { deviationId }))).toEqual({
      code: 'V1',
      message: 'Complete the evaluation: cause, effect.',
    });
    const full = taken(open, evaluate(open));
    const done = taken(full, finishEvaluation(contextOf(full), { deviationId }));
    expect(find(done, 'deviation', deviationId)?.status).toBe('evaluated');
  });

  it('is not finished before it began', () => {
    expect(refusalOf(finishEvaluation(contextOf(state), { deviationId })).code).toBe('wrong-state');
  });

  it('calls a deviation isolated only on proof', () => {
    expect(missingAnswers({ ...answers, isolated: 'yes' })).toEqual(['proof that it is isolated']);
    expect(
      missingAnswers({
        ...answers,
        isolated: 'yes',
        isolationProof: 'All 12 moves of that week were tested.',
      }),
    ).toEqual([]);
    expect(missingAnswers(answers)).toEqual([]);
  });

  it('keeps a finished evaluation complete when it is corrected', () => {
    const full = taken(state, evaluate(state));
    const done = taken(full, finishEvaluation(contextOf(full), { deviationId }));
    expect(refusalOf(evaluate(done, { ...answers, cause: '' })).code).toBe('V1');
    const corrected = taken(done, evaluate(done, { ...answers, managementResponse: 'A rota was set up.' }));
    expect(find(corrected, 'deviation', deviationId)).toMatchObject({
      status: 'evaluated',
      managementResponse: 'A rota was set up.',
    });
  });

  it('is over when the deviation was taken back or closed', () => {
    const back = changed(state, 'deviation', deviationId, { withdrawnReason: 'It was removed on the day.' });
    expect(refusalOf(evaluate(back)).message).toBe('DV-01 was taken back.');
    const closed = changed(state, 'deviation', deviationId, { status: 'closed' });
    expect(refusalOf(evaluate(closed)).message).toBe('DV-01 is closed.');
  });

  it('goes on in wrap-up, and names controls on record', () => {
    const wrapUp = changed(state, 'engagement', 'engagement-1', { status: 'wrapUp' });
    expect(evaluate(wrapUp).ok).toBe(true);
    expect(refusalOf(evaluate(state, { ...answers, compensatingControlIds: ['no'] })).code).toBe('not-found');
    expect(controlsFinding(state, ['control-1'])).toBeNull();
  });
});

describe('the deviations of a test', () => {
  it('are those that were not taken back', () => {
    expect(standingDeviations(state, 'test-operating')).toHaveLength(1);
    expect(standingDeviation(state, deviation?.itemId ?? '', deviation?.attributeId ?? '')?.code).toBe(
      'DV-01',
    );
    const back = changed(state, 'deviation', deviationId, { withdrawnReason: 'It was removed on the day.' });
    expect(standingDeviations(back, 'test-operating')).toEqual([]);
    expect(nextDeviationCode(back)).toBe('DV-02');
    expect(nextDeviationCode(back, 2)).toBe('DV-04');
  });
});
