import { describe, expect, it } from 'vitest';
import {
  countDispositions,
  disposeExceptions,
  isOpen,
  recordAnswers,
  standingExceptions,
  type DisposeInput,
} from '../../../../../shared/domain/access-review/dispose-exceptions.ts';
import { all, find } from '../../../../../shared/domain/journal/state.ts';
import { changed, contextOf, day, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { reviewIn, reviewState, runState } from '../../../../helpers/access-review-state.ts';

const state = runState(reviewState());
const [first] = all(state, 'accessException');
const [file] = all(state, 'evidenceFile');
const id = first?.id ?? '';
const input = (change: Partial<DisposeInput> = {}): DisposeInput => ({
  ...{ exceptionIds: [id], disposition: 'notDeviation', reason: 'Left on paper only; see the file.' },
  ...{ evidenceIds: [file?.id ?? ''], ...change },
});
const refused = (change: Partial<DisposeInput>) =>
  refusalOf(disposeExceptions(contextOf(state), input(change)));

describe('what is made of an exception', () => {
  it('keeps the decision with reason, files, person and day', () => {
    const judged = taken(state, disposeExceptions(contextOf(state), input()));
    expect(find(judged, 'accessException', id)).toMatchObject({
      ...{
        disposition: 'notDeviation',
        evidenceIds: [file?.id],
        decidedBy: 'p-staff',
        decidedOn: '2026-07-10',
      },
    });
    const back = taken(
      judged,
      disposeExceptions(contextOf(judged), input({ disposition: null, reason: '', evidenceIds: [] })),
    );
    expect(find(back, 'accessException', id)).toMatchObject({ disposition: null, reason: '' });
    const again = disposeExceptions(contextOf(judged), input());
    expect(again.ok ? again.value.ops : null).toEqual([]);
  });

  it('asks for a reason and a file behind “not a deviation”, and a reason behind an observation', () => {
    expect(refused({ reason: 'no' }).message).toBe('The reason says too little.');
    expect(refused({ evidenceIds: [] }).message).toBe('“Not a deviation” rests on evidence.');
    expect(refused({ disposition: 'designObservation', reason: '', evidenceIds: [] }).code).toBe(
      'invalid-value',
    );
    expect(refused({ evidenceIds: ['none'] }).code).toBe('not-found');
    expect(refused({ exceptionIds: ['none'] }).code).toBe('not-found');
    for (const disposition of ['deviation', 'toClient'] as const)
      expect(
        disposeExceptions(contextOf(state), input({ disposition, reason: '', evidenceIds: [] })).ok,
      ).toBe(true);
  });

  it('may still be decided in wrap-up, not after', () => {
    const wrapped = changed(state, 'engagement', 'engagement-1', { status: 'wrapUp' });
    expect(disposeExceptions(contextOf(wrapped), input()).ok).toBe(true);
    const issued = changed(state, 'engagement', 'engagement-1', { status: 'issued' });
    expect(refusalOf(disposeExceptions(contextOf(issued), input())).code).toBe('wrong-state');
  });

  it('stays open while nobody decided or the client is asked', () => {
    const rows = standingExceptions(state, reviewIn(state).id);
    expect(rows.every(isOpen)).toBe(true);
    const asked = taken(state, disposeExceptions(contextOf(state), input({ disposition: 'toClient' })));
    const judged = taken(asked, disposeExceptions(contextOf(asked), input({ disposition: 'deviation' })));
    expect(
      [find(asked, 'accessException', id), find(judged, 'accessException', id)].map(
        (row) => row && isOpen(row),
      ),
    ).toEqual([true, false]);
    expect(countDispositions(standingExceptions(judged, reviewIn(state).id))).toMatchObject({
      deviation: 1,
      unset: rows.length - 1,
    });
    expect(standingExceptions(state, reviewIn(state).id, 'W3')).toHaveLength(2);
  });
});

describe('answers of the client', () => {
  const answer = {
    exceptionId: id,
    answer: 'Closed on 3 July.',
    answeredBy: 'IT lead',
    answeredOn: day('2026-07-09'),
  };

  it('are kept beside the exception and decide nothing', () => {
    const reviewId = reviewIn(state).id;
    const answered = taken(state, recordAnswers(contextOf(state), { reviewId, answers: [answer] }));
    expect(find(answered, 'accessException', id)).toMatchObject({
      answer: 'Closed on 3 July.',
      disposition: null,
    });
    const again = recordAnswers(contextOf(answered), { reviewId, answers: [answer] });
    expect(again.ok ? [again.value.ops, again.value.result] : null).toEqual([[], { answered: 0 }]);
  });

  it('belong to the review', () => {
    const answers = [{ ...answer, exceptionId: 'none' }];
    expect(refusalOf(recordAnswers(contextOf(state), { reviewId: reviewIn(state).id, answers })).code).toBe(
      'not-found',
    );
    expect(refusalOf(recordAnswers(contextOf(state), { reviewId: 'none', answers: [] })).code).toBe(
      'not-found',
    );
  });
});
