import { describe, expect, it } from 'vitest';
import {
  editReview,
  figureTexts,
  figuresOfTexts,
  openReview,
  setFigures,
} from '../../../../../shared/domain/access-review/edit-review.ts';
import { all } from '../../../../../shared/domain/journal/state.ts';
import {
  changed,
  contextOf,
  day,
  fieldworkState,
  refusalOf,
  taken,
} from '../../../../helpers/domain-fixture.ts';

const input = { title: ' Second quarter ', asOf: day('2026-06-30'), reviewedOn: null, dueOn: null };
const opened = () => {
  const state = fieldworkState();
  return taken(state, openReview(contextOf(state), input));
};
const reviewOf = (state: ReturnType<typeof opened>) => {
  const [review] = all(state, 'accessReview');
  if (review === undefined) throw new Error('no review');
  return review;
};

describe('an access review', () => {
  it('is opened with a workpaper of its own, numbered after the others', () => {
    const state = opened();
    const again = taken(state, openReview(contextOf(state), { ...input, title: 'Third quarter' }));
    expect(all(again, 'accessReview').map(({ title }) => title)).toEqual(['Second quarter', 'Third quarter']);
    const papers = all(again, 'workpaper').filter(({ kind }) => kind === 'uar');
    expect(papers.map(({ ref, title, status }) => [ref, title, status])).toEqual([
      ['UAR-01', 'Second quarter', 'inProgress'],
      ['UAR-02', 'Third quarter', 'inProgress'],
    ]);
  });

  it('is refused without a title, for a day to come, after the fieldwork, and to who is not in the team', () => {
    const state = fieldworkState();
    const refused = (change: Partial<typeof input>) =>
      refusalOf(openReview(contextOf(state), { ...input, ...change }));
    expect(refused({ title: ' ' })).toEqual({ code: 'invalid-value', message: 'The title is empty.' });
    expect(refused({ asOf: day('2026-07-11') }).message).toBe('The as-of date lies in the future.');
    const wrapped = changed(state, 'engagement', 'engagement-1', { status: 'wrapUp' });
    expect(refusalOf(openReview(contextOf(wrapped), input)).code).toBe('wrong-state');
    expect(refusalOf(openReview(contextOf(state, { actorId: 'p-eqr' }), input)).code).toBe('not-in-team');
  });

  it('takes other dates from who saw its last revision', () => {
    const state = opened();
    const { id, revision } = reviewOf(state);
    const edit = { ...input, reviewId: id, dueOn: day('2026-07-31'), revision };
    const edited = taken(state, editReview(contextOf(state), edit));
    expect(reviewOf(edited).dueOn).toBe('2026-07-31');
    expect(refusalOf(editReview(contextOf(edited), edit)).code).toBe('stale-revision');
    expect(refusalOf(editReview(contextOf(state), { ...edit, reviewId: 'none' })).code).toBe('not-found');
  });

  it('keeps figures that differ from the rule, and no others', () => {
    const state = opened();
    const { id, revision } = reviewOf(state);
    const change = (figures: Readonly<Record<string, number>>, at = revision) =>
      setFigures(contextOf(state), { reviewId: id, revision: at, ruleId: 'W5', figures });
    expect(reviewOf(taken(state, change({ days: 120 }))).figures).toEqual(['W5.days=120']);
    expect(reviewOf(taken(state, change({ days: 90 }))).figures).toEqual([]);
    expect(refusalOf(change({ hours: 3 })).message).toBe('Rule W5 has no figure “hours”.');
    expect(refusalOf(change({ days: 3661 })).message).toContain('3661 is not between 0 and 3660');
    expect(refusalOf(change({ days: 1.5 })).code).toBe('invalid-value');
    expect(refusalOf(change({ days: 1 }, revision + 1)).code).toBe('stale-revision');
  });

  it('reads figures back from their texts, and passes over others', () => {
    const texts = ['W3.hours=48', 'W5.days=120', 'W5.neverDays=7'];
    expect(figureTexts(figuresOfTexts(texts))).toEqual(texts);
    expect([...figuresOfTexts(['W99.days=1', 'W3.hours=x', 'odd'])]).toEqual([]);
  });
});
