import { describe, expect, it } from 'vitest';
import {
  addList,
  editList,
  listsOf,
  withdrawList,
} from '../../../../../shared/domain/access-review/edit-lists.ts';
import { emptyMapping } from '../../../../../shared/domain/access-review/list-mapping.ts';
import { all, find } from '../../../../../shared/domain/journal/state.ts';
import { contextOf, day, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { listInput, reviewIn, reviewState } from '../../../../helpers/access-review-state.ts';

describe('the lists of a review', () => {
  it('are added with their file as evidence and their mapping', () => {
    const state = reviewState();
    const [list] = listsOf(state, reviewIn(state).id);
    expect(list).toMatchObject({ title: 'Okta', kind: 'users', rowCount: 2, statedCount: 2 });
    expect(list?.mapping).toContain('column accountId=user');
    expect(find(state, 'evidenceFile', list?.evidenceId ?? '')).toMatchObject({
      originalName: 'okta.csv',
      asOf: '2026-06-30',
    });
  });

  it('are refused without a day, under a title in use, and without the columns that they need', () => {
    const state = reviewState();
    const reviewId = reviewIn(state).id;
    const refused = (change: Parameters<typeof listInput>[1]) =>
      refusalOf(
        addList(contextOf(state), listInput(reviewId, { listId: 'list-2', title: 'AWS', ...change })),
      );
    expect(refused({ asOf: null }).message).toBe('The user list does not say for which day it speaks.');
    expect(refused({ title: 'Okta' }).code).toBe('already-exists');
    expect(refused({ title: ' ' }).message).toBe('The title of the list is empty.');
    expect(refused({ mapping: emptyMapping }).message).toContain('no column is named for “System”');
    expect(refused({ reviewId: 'none' }).code).toBe('not-found');
  });

  it('are read in another way by who saw their last revision', () => {
    const state = reviewState();
    const [list] = all(state, 'accessList');
    if (list === undefined) throw new Error('no list');
    const mapping = { ...emptyMapping, columns: { accountId: 'user' }, fixed: { system: 'Okta' } };
    const about = {
      title: 'Okta',
      sourceSystem: 'Okta',
      query: '',
      extractedBy: 'IT',
      asOf: day('2026-06-29'),
    };
    const input = { ...about, statedCount: 3, listId: list.id, revision: list.revision, mapping };
    const edited = taken(state, editList(contextOf(state), input));
    expect(find(edited, 'accessList', list.id)).toMatchObject({ statedCount: 3, asOf: '2026-06-29' });
    expect(find(edited, 'accessList', list.id)?.mapping).toContain('fixed system=Okta');
    expect(refusalOf(editList(contextOf(edited), input)).code).toBe('stale-revision');
    const wrong = { ...input, mapping: { ...mapping, columns: { accountId: 'login' } } };
    expect(refusalOf(editList(contextOf(state), wrong)).message).toBe('The file has no column “login”.');
  });

  it('stay on record when they are taken out, and their title is free again', () => {
    const state = reviewState();
    const reviewId = reviewIn(state).id;
    const out = taken(state, withdrawList(contextOf(state), { listId: 'list-1' }));
    expect([listsOf(out, reviewId), all(out, 'accessList').length]).toEqual([[], 1]);
    const again = taken(out, addList(contextOf(out), listInput(reviewId, { listId: 'list-2' })));
    expect(listsOf(again, reviewId)).toHaveLength(1);
  });
});
