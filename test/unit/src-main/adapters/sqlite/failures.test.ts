import { describe, expect, it } from 'vitest';
import { failure, failureOf, guarded } from '../../../../../src-main/adapters/sqlite/failures.ts';
import { StoreError } from '../../../../../src-main/services/ports/engagement-store.ts';

const coded = (code: string) => Object.assign(new Error('driver'), { code });

describe('failures of the environment', () => {
  it.each([
    ['SQLITE_BUSY', 'busy'],
    ['SQLITE_BUSY_RECOVERY', 'busy'],
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['SQLITE_READONLY_DBMOVED', 'read-only'],
    ['SQLITE_IOERR_WRITE', 'unreadable'],
    ['ENOENT', 'not-found'],
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EISDIR', 'foreign'],
  ] as const)('puts %s into the words of %s', (code, kind) => {
    expect(failureOf(coded(code))).toEqual(failure(kind));
    expect(failureOf(new Error('wrapped', { cause: coded(code) }))).toEqual(failure(kind));
  });

  it.each([
    ['a broken rule of the tables', coded('SQLITE_CONSTRAINT_FOREIGNKEY')],
    ['a code that only begins alike', coded('SQLITE_FULLER')],
    ['an error without a code', new Error('defect')],
  ])('leaves %s a defect', (_what, error) => {
    expect(failureOf(error)).toBeNull();
    expect(() =>
      guarded(() => {
        throw error;
      }),
    ).toThrow(error);
  });

  it.each(['text', null, 7])('finds none in what is no error: %j', (thrown) => {
    expect(failureOf(thrown)).toBeNull();
  });

  it('is carried by one kind of error, with its words', () => {
    const work = () =>
      guarded(() => {
        throw coded('SQLITE_FULL');
      });
    expect(work).toThrow(StoreError);
    expect(work).toThrow('The disk is full. The last change was not recorded; everything before it is safe.');
    expect(failure('damaged', 'It names no engagement.').message).toMatch(
      /Nothing was changed\. It names no engagement\.$/,
    );
  });
});
