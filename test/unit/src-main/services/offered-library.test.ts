import { describe, expect, it } from 'vitest';
import {
  addEntry,
  editEntry,
  retireEntry,
  type FirmLibrary,
  type LibraryDecision,
} from '../../../../shared/domain/control/firm-library.ts';
import { createReferenceData } from '../../../../src-main/adapters/reference-data/reference-files.ts';
import { libraryTextOf, offeredControls } from '../../../../src-main/services/offered-library.ts';
import { libraryContext, libraryText } from '../../../helpers/library-fixture.ts';

const reference = createReferenceData(new URL('../../../../resources/reference/', import.meta.url));
const over = (library: FirmLibrary) => ({
  reference,
  library: {
    ...{ read: () => library, update: () => undefined },
    ...{ exported: () => new Uint8Array(), readExported: () => null },
  },
});
const libraryOf = (decision: LibraryDecision): FirmLibrary => (decision.ok ? decision.value.library : []);
const taken = libraryOf(addEntry(libraryContext(), libraryText, 'LA-02', 'House wording'));
const edited = libraryOf(
  editEntry(
    libraryContext(taken),
    { id: 'entry-1', version: 1 },
    { ...libraryText, title: 'New' },
    'Clearer',
  ),
);
const retired = libraryOf(
  retireEntry(libraryContext(taken), { id: 'entry-1', version: 1 }, true, 'Not used'),
);
const shippedCount = reference.controlLibrary().length;

describe('what is offered to an engagement', () => {
  const offeredAs = (library: FirmLibrary) =>
    offeredControls(over(library)).filter(({ libraryId }) => libraryId === 'LA-02');

  it('is the shipped library, and the firm’s wording in place of what it took over', () => {
    expect(offeredAs([])).toMatchObject([{ origin: 'shipped', version: 1 }]);
    expect(offeredAs(edited)).toMatchObject([{ origin: 'firm', version: 2, text: { title: 'New' } }]);
    expect(offeredControls(over(edited))).toHaveLength(shippedCount);
  });

  it('is nothing of a control that the firm took over and retired', () => {
    expect(offeredAs(retired)).toEqual([]);
  });
});

it('finds the text of a control at the version that it was taken at, after a change and after retiring', () => {
  const control = { libraryId: 'LA-02', libraryOrigin: 'firm', libraryVersion: 1 } as const;
  expect([edited, retired].map((library) => libraryTextOf(over(library), control)?.title)).toEqual([
    'Leavers',
    'Leavers',
  ]);
  expect(libraryTextOf(over([]), control)).toBeNull();
  const shipped = { ...control, libraryOrigin: 'shipped' } as const;
  expect(libraryTextOf(over(edited), shipped)?.code).toBe('LA-02');
});
