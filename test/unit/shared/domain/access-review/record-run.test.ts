import { describe, expect, it } from 'vitest';
import { setFigures } from '../../../../../shared/domain/access-review/edit-review.ts';
import {
  lastRun,
  recordRun,
  resultText,
  runBasis,
} from '../../../../../shared/domain/access-review/record-run.ts';
import { disposeExceptions } from '../../../../../shared/domain/access-review/dispose-exceptions.ts';
import { all, find, where } from '../../../../../shared/domain/journal/state.ts';
import { listOf } from '../../../../helpers/access-review-fixture.ts';
import {
  changed,
  contextOf,
  fieldworkState,
  refusalOf,
  sha256,
  taken,
} from '../../../../helpers/domain-fixture.ts';
import {
  leaverLists,
  resultsOf,
  reviewIn,
  reviewState,
  runState,
} from '../../../../helpers/access-review-state.ts';

describe('a run', () => {
  it('records what each rule answered and the exceptions that wait', () => {
    const state = runState(reviewState());
    const run = lastRun(state, reviewIn(state).id);
    expect(run).toMatchObject({
      rulesVersion: 'access-rules/1',
      resultSha256: sha256(resultText(resultsOf(leaverLists()))),
    });
    expect(run?.lists).toEqual([`users Okta: 2 rows, ${sha256('file')}`]);
    const rules = where(state, 'accessRuleRun', 'runId', run?.id ?? '');
    expect(rules).toHaveLength(22);
    expect(rules.find(({ ruleId }) => ruleId === 'W3')).toMatchObject({
      ...{ figures: ['hours=24'], population: 4, compared: 3, exceptions: 2, missing: [] },
    });
    expect(rules.find(({ ruleId }) => ruleId === 'W14')?.missing).toEqual(['the list “Just-in-time grants”']);
    const w3 = all(state, 'accessException').filter(({ ruleId }) => ruleId === 'W3');
    expect(
      w3.map(({ code, subject, disposition, standing }) => [code, subject, disposition, standing]),
    ).toEqual([
      ['disabled-late', 'dan', null, true],
      ['still-active', 'eve', null, true],
    ]);
  });

  it('writes the same exceptions again without changing what was decided, and lets go what it no longer finds', () => {
    const state = runState(reviewState());
    const [dan = '', eve = ''] = all(state, 'accessException')
      .filter(({ ruleId }) => ruleId === 'W3')
      .map(({ id }) => id);
    const decision = { exceptionIds: [dan], disposition: 'deviation', reason: '', evidenceIds: [] } as const;
    const judged = taken(state, disposeExceptions(contextOf(state), decision));
    const withoutEve = listOf('users', [
      { system: 'S', accountId: 'dan', personKey: 'dan', status: 'disabled', disabledAt: '2026-06-21' },
    ]);
    const again = runState(judged, [withoutEve, ...leaverLists().slice(1)]);
    expect(again.rows.accessException.size).toBe(judged.rows.accessException.size);
    expect(again.rows.accessException.get(dan)).toMatchObject({ disposition: 'deviation', standing: true });
    expect(again.rows.accessException.get(dan)).toMatchObject({ standing: true });
    expect(find(again, 'accessException', dan)?.words).toContain('21 Jun 2026');
    expect(again.rows.accessException.get(eve)).toMatchObject({ standing: false });
  });

  it('rests on lists, dates, figures and matches', () => {
    const state = reviewState();
    const review = reviewIn(state);
    const basis = runBasis(state, review);
    const figures = {
      reviewId: review.id,
      revision: review.revision,
      ruleId: 'W5',
      figures: { days: 1 },
    } as const;
    const other = taken(state, setFigures(contextOf(state), figures));
    expect(runBasis(other, reviewIn(other))).not.toBe(basis);
    const mapped = changed(state, 'accessList', 'list-1', { mapping: ['rows=entitlements'] });
    expect(runBasis(mapped, reviewIn(mapped))).not.toBe(basis);
    expect(runBasis(state, reviewIn(state))).toBe(basis);
  });

  it('is refused without lists and where a rule finds almost everything', () => {
    const state = changed(reviewState(), 'accessList', 'list-1', { withdrawn: true });
    const reviewId = reviewIn(state).id;
    expect(refusalOf(recordRun(contextOf(state), { reviewId, results: [] })).message).toBe(
      'The review has no list.',
    );
    const ready = reviewState();
    const [some] = resultsOf(leaverLists()).filter(({ outcome }) => outcome.exceptions.length > 0);
    if (some === undefined) throw new Error('nothing found');
    const [one] = some.outcome.exceptions;
    if (one === undefined) throw new Error('nothing found');
    const many = Array.from({ length: 20_001 }, (_, index) => ({ ...one, key: String(index) }));
    const results = [{ ...some, outcome: { ...some.outcome, exceptions: many } }];
    expect(
      refusalOf(recordRun(contextOf(ready), { reviewId: reviewIn(ready).id, results })).message,
    ).toContain('The rules found 20001 exceptions');
    expect(refusalOf(recordRun(contextOf(fieldworkState()), { reviewId: 'none', results: [] })).code).toBe(
      'not-found',
    );
  });
});
