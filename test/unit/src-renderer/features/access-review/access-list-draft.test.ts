import { describe, expect, it } from 'vitest';
import {
  draftOf,
  fieldsOf,
  inputOf,
  isComplete,
  newListDraft,
} from '../../../../../src-renderer/features/access-review/access-list-draft.ts';
import type { List } from '../../../../../src-renderer/features/access-review/access-words.ts';

const list: List = {
  ...{ listId: 'l', revision: 1, kind: 'users', title: 'Okta users', sourceSystem: 'Okta', query: 'all' },
  ...{ extractedBy: 'IT', asOf: '2026-06-30', statedCount: 184, fileName: 'okta.csv', fileSha256: '' },
  ...{ evidenceId: 'e', rowCount: 184, columns: ['login'], remarks: [] },
  mapping: {
    ...{ columns: { accountId: 'login' }, fixed: { system: 'Okta' }, privilegedRoles: ['admin'] },
    ...{ dateOrder: 'unambiguous', rowsAre: 'records' },
  },
};

describe('a list of an access review, as typed', () => {
  it('is named like its file, without the ending', () => {
    expect(newListDraft('Okta users.v2.csv', 'users', '2026-06-30').title).toBe('Okta users.v2');
  });

  it('is of the day of the review where it lists users, and of no day otherwise', () => {
    expect(newListDraft('a.csv', 'users', '2026-06-30').asOf).toBe('2026-06-30');
    expect(newListDraft('a.csv', 'terminations', '2026-06-30').asOf).toBeUndefined();
  });

  it('comes back from a recorded list as it went in', () => {
    const { title, sourceSystem, query, extractedBy, asOf, statedCount } = list;
    expect(fieldsOf(draftOf(list))).toEqual({ title, sourceSystem, query, extractedBy, asOf, statedCount });
    expect(inputOf(list.mapping)).toEqual(list.mapping);
  });

  it('keeps a count that nobody stated apart from a count of none', () => {
    expect(fieldsOf({ ...draftOf(list), stated: ' ' }).statedCount).toBeNull();
    expect(fieldsOf({ ...draftOf(list), stated: '0' }).statedCount).toBe(0);
  });

  it.each([
    ['184', true],
    ['', true],
    ['about 184', false],
    ['-1', false],
  ])('takes the count "%s": %s', (stated, isTaken) => {
    expect(isComplete({ ...draftOf(list), stated })).toBe(isTaken);
  });

  it('needs a title', () => {
    expect(isComplete({ ...draftOf(list), title: '  ' })).toBe(false);
  });
});
