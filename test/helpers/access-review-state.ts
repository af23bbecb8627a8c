import { addList, type ListInput } from '../../shared/domain/access-review/edit-lists.ts';
import { openReview } from '../../shared/domain/access-review/edit-review.ts';
import { emptyMapping } from '../../shared/domain/access-review/list-mapping.ts';
import { recordRun } from '../../shared/domain/access-review/record-run.ts';
import { rulesFor } from '../../shared/domain/access-review/rule-catalogue.ts';
import { runRules, type RuleResult } from '../../shared/domain/access-review/run-rules.ts';
import type { ReadList } from '../../shared/domain/access-review/access-record.ts';
import { all, type EngagementState } from '../../shared/domain/journal/state.ts';
import { factsOf, listOf } from './access-review-fixture.ts';
import { contextOf, day, fieldworkState, sha256, taken } from './domain-fixture.ts';

/** The only review of a state. */
export function reviewIn(state: EngagementState) {
  const [review] = all(state, 'accessReview');
  if (review === undefined) throw new Error('no review');
  return review;
}

/** A user list as it would be added. */
export const listInput = (reviewId: string, change: Partial<ListInput> = {}): ListInput => ({
  ...{ reviewId, listId: 'list-1', kind: 'users', title: 'Okta', sourceSystem: 'Okta', query: '' },
  ...{ extractedBy: '', asOf: day('2026-06-30'), statedCount: 2, rowCount: 2, rowsSha256: sha256('rows') },
  mapping: { ...emptyMapping, columns: { system: 'system', accountId: 'user' } },
  file: { sha256: sha256('file'), originalName: 'okta.csv', size: 10 },
  receivedOn: day('2026-07-01'),
  sourcePerson: 'IT lead',
  read: { sheet: null, encoding: 'utf-8', delimiter: ',', columns: ['system', 'user'], remarks: [] },
  ...change,
});

/** Fieldwork with a review “Second quarter” that has one user list. */
export function reviewState(): EngagementState {
  const state = fieldworkState();
  const review = { title: 'Second quarter', asOf: day('2026-06-30'), reviewedOn: null, dueOn: null };
  const opened = taken(state, openReview(contextOf(state), review));
  return taken(opened, addList(contextOf(opened), listInput(reviewIn(opened).id)));
}

/** Everyone who left, as a list: `cat` was disabled in time, `dan` and `eve` were not. */
export const leaverLists = (): readonly ReadList[] => [
  listOf('users', [
    { system: 'S', accountId: 'cat', personKey: 'cat', status: 'disabled', disabledAt: '2026-06-02' },
    { system: 'S', accountId: 'dan', personKey: 'dan', status: 'disabled', disabledAt: '2026-06-20' },
    { system: 'S', accountId: 'eve', personKey: 'eve', status: 'active', disabledAt: '' },
  ]),
  listOf('terminations', [
    { personKey: 'cat', lastDay: '2026-06-01' },
    { personKey: 'dan', lastDay: '2026-06-01' },
    { personKey: 'eve', lastDay: '2026-06-01' },
    { personKey: 'fay', lastDay: '2026-06-01' },
  ]),
];

/** What all rules say of lists. */
export const resultsOf = (lists: readonly ReadList[]): readonly RuleResult[] =>
  runRules(factsOf(lists), rulesFor('II'), new Map());

/** The state after a run over lists. */
export function runState(
  state: EngagementState,
  lists: readonly ReadList[] = leaverLists(),
): EngagementState {
  const input = { reviewId: reviewIn(state).id, results: resultsOf(lists) };
  return taken(state, recordRun(contextOf(state), input));
}
