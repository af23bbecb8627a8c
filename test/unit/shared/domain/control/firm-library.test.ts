import { describe, expect, it } from 'vitest';
import {
  addEntry,
  editEntry,
  holderOf,
  isSameText,
  retireEntry,
  standing,
  type FirmLibrary,
  type LibraryDecision,
} from '../../../../../shared/domain/control/firm-library.ts';
import { libraryContext, libraryText } from '../../../../helpers/library-fixture.ts';

const why = 'House wording';
const libraryOf = (decision: LibraryDecision): FirmLibrary => {
  if (!decision.ok) throw new Error(decision.error.message);
  return decision.value.library;
};
const refusalOf = (decision: LibraryDecision) => (decision.ok ? null : decision.error.code);
const one = libraryOf(addEntry(libraryContext(), libraryText, 'LA-02', why));
const first = { id: 'entry-1', version: 1 };

describe('adding', () => {
  it('makes version 1 with who, when and why', () => {
    expect(one).toEqual([
      {
        ...{ id: 'entry-1', takenFrom: 'LA-02' },
        versions: [
          {
            ...{ version: 1, text: libraryText, isRetired: false, why },
            ...{ by: 'Dana Pell (DP)', at: '2026-05-04T08:00:00.000Z' },
          },
        ],
      },
    ]);
  });

  it('refuses a number that is held, whatever its case, and a shipped control taken over twice', () => {
    const same = { ...libraryText, code: 'ac-01' };
    expect(refusalOf(addEntry(libraryContext(one), same, null, why))).toBe('already-exists');
    const other = { ...libraryText, code: 'AC-02' };
    expect(refusalOf(addEntry(libraryContext(one), other, 'LA-02', why))).toBe('already-exists');
    expect(libraryOf(addEntry(libraryContext(one), other, null, why))).toHaveLength(2);
  });

  it('refuses a text with a fault, and a change without a reason', () => {
    expect(refusalOf(addEntry(libraryContext(), { ...libraryText, title: '' }, null, why))).toBe(
      'invalid-value',
    );
    expect(refusalOf(addEntry(libraryContext(), libraryText, null, ' x '))).toBe('invalid-value');
  });
});

describe('changing', () => {
  const edited = { ...libraryText, title: 'Leavers of the firm' };

  it('makes the next version and keeps the one before', () => {
    const [entry] = libraryOf(editEntry(libraryContext(one), first, edited, why));
    expect(entry?.versions.map(({ version, text }) => [version, text.title])).toEqual([
      [1, 'Leavers'],
      [2, 'Leavers of the firm'],
    ]);
  });

  it('refuses a stale version, an unknown entry, and a text that says the same', () => {
    const context = libraryContext(one);
    expect(refusalOf(editEntry(context, { ...first, version: 2 }, edited, why))).toBe('stale-revision');
    expect(refusalOf(editEntry(context, { id: 'x', version: 1 }, edited, why))).toBe('not-found');
    expect(refusalOf(editEntry(context, first, { ...libraryText, title: ' Leavers ' }, why))).toBe(
      'invalid-value',
    );
  });

  it('leaves the other entries as they are', () => {
    const two = libraryOf(addEntry(libraryContext(one), { ...libraryText, code: 'AC-02' }, null, why));
    expect(libraryOf(editEntry(libraryContext(two), first, edited, why))[1]).toBe(two[1]);
  });
});

describe('retiring', () => {
  const retired = libraryOf(retireEntry(libraryContext(one), first, true, why));

  it('makes a version that is not offered, of the same text', () => {
    const [entry] = retired;
    expect(entry === undefined ? null : standing(entry)).toMatchObject({
      ...{ version: 2, isRetired: true, text: libraryText },
    });
    expect(holderOf(retired, 'AC-01', null)).toBeUndefined();
  });

  it('is not done twice, and a retired entry rests until it is brought back', () => {
    const context = libraryContext(retired);
    const second = { ...first, version: 2 };
    expect(refusalOf(retireEntry(context, second, true, why))).toBe('wrong-state');
    expect(refusalOf(editEntry(context, second, { ...libraryText, title: 'x' }, why))).toBe('wrong-state');
    const [back] = libraryOf(retireEntry(context, second, false, why));
    expect(back === undefined ? null : standing(back)).toMatchObject({ version: 3, isRetired: false });
  });

  it('does not bring an entry back whose number was given away', () => {
    const again = libraryOf(addEntry(libraryContext(retired), libraryText, null, why));
    expect(refusalOf(retireEntry(libraryContext(again), { ...first, version: 2 }, false, why))).toBe(
      'already-exists',
    );
  });
});

it('tells texts apart by every field, not by the order of usual values', () => {
  const changes = [
    ...[{ family: 'x' }, { type: 'detective' as const }, { criteria: ['CC6.3'] }, { procedures: [] }],
    ...[{ attributes: [] }, { parameters: { hours: '8' } }, { population: '' }, { evidenceToRequest: [] }],
  ];
  expect(changes.map((change) => isSameText(libraryText, { ...libraryText, ...change }))).toEqual(
    changes.map(() => false),
  );
  const [a, b] = [
    { team: 'IT', hours: '1' },
    { hours: '1', team: 'IT' },
  ];
  expect(isSameText({ ...libraryText, parameters: a }, { ...libraryText, parameters: b })).toBe(true);
});
