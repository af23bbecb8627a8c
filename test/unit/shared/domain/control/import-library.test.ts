import { describe, expect, it } from 'vitest';
import { addEntry, retireEntry, standing } from '../../../../../shared/domain/control/firm-library.ts';
import { importLibrary, planImport } from '../../../../../shared/domain/control/import-library.ts';
import type { OfferedEntry } from '../../../../../shared/domain/control/library-sheet.ts';
import { libraryContext, libraryText } from '../../../../helpers/library-fixture.ts';

const why = 'From the other office';
const offered = (row: number, code: string, more: Partial<OfferedEntry> = {}): OfferedEntry => ({
  ...{ row, isRetired: false, takenFrom: null, text: { ...libraryText, code } },
  ...more,
});
const made = addEntry(libraryContext(), libraryText, null, why);
const library = made.ok ? made.value.library : [];
const reworded = { ...libraryText, title: 'Leavers, reworded' };
const file = {
  entries: [
    offered(1, 'AC-01', { text: reworded }),
    offered(2, 'AC-02'),
    offered(3, 'AC-03', { isRetired: true }),
  ],
  faults: [],
};

it('says what would come of each entry', () => {
  const effects = planImport(libraryContext(library), file).entries.map(({ effect }) => effect);
  expect(effects).toEqual(['change', 'add', 'leave']);
  const same = planImport(libraryContext(library), { entries: [offered(1, 'ac-01')], faults: [] });
  expect(same.entries.map(({ effect }) => effect)).toEqual(['change']);
  const equal = planImport(libraryContext(library), { entries: [offered(1, 'AC-01')], faults: [] });
  expect(equal.entries.map(({ effect }) => effect)).toEqual(['same']);
});

it('adds, makes new versions and retires, as one change', () => {
  const done = importLibrary(libraryContext(library), file, false, why);
  expect(done).toMatchObject({ ok: true, value: { added: 1, changed: 1, retired: 0, leftOut: 0 } });
  const entries = done.ok ? done.value.library : [];
  expect(entries.map((entry) => [standing(entry).text.code, standing(entry).version])).toEqual([
    ['AC-01', 2],
    ['AC-02', 1],
  ]);
  const retired = { entries: [offered(1, 'AC-01', { isRetired: true })], faults: [] };
  const after = importLibrary(libraryContext(library), retired, false, why);
  expect(after).toMatchObject({ ok: true, value: { retired: 1 } });
});

it('keeps where an entry was taken over from, unless another has that place', () => {
  const taken = { entries: [offered(1, 'AC-05', { takenFrom: 'LA-02' })], faults: [] };
  const done = importLibrary(libraryContext(library), taken, false, why);
  expect(done.ok ? done.value.library[1]?.takenFrom : '').toBe('LA-02');
  const again = { entries: [offered(1, 'AC-06', { takenFrom: 'LA-02' })], faults: [] };
  const second = importLibrary(libraryContext(done.ok ? done.value.library : []), again, false, why);
  expect(second.ok ? second.value.library[2]?.takenFrom : '').toBeNull();
});

describe('faults', () => {
  const bad = offered(4, 'AC-04', { text: { ...libraryText, code: 'AC-04', criteria: ['CC99'] } });
  const faulty = { entries: [offered(2, 'AC-02'), bad, offered(5, 'AC-02')], faults: [] };

  it('are named by row and column, a number that stands twice at its second row', () => {
    expect(planImport(libraryContext(), faulty).faults).toEqual([
      { row: 4, column: 'Criteria', message: 'CC99 is no criterion of the set.' },
      { row: 5, column: 'Number', message: 'The number AC-02 stands in row 2 already.' },
    ]);
  });

  it('refuse the file, unless their rows are left out', () => {
    expect(importLibrary(libraryContext(), faulty, false, why)).toMatchObject({
      ...{ ok: false, error: { code: 'invalid-value', facts: { rows: [4, 5] } } },
    });
    expect(importLibrary(libraryContext(), faulty, true, why)).toMatchObject({
      ...{ ok: true, value: { added: 1, leftOut: 2 } },
    });
  });

  it('refuse a file that brings nothing new', () => {
    const nothing = { entries: [offered(1, 'AC-01')], faults: [] };
    expect(importLibrary(libraryContext(library), nothing, false, why)).toMatchObject({ ok: false });
  });
});

it('passes over a retired entry of a file whose number an offered one of the file has', () => {
  const both = { entries: [offered(1, 'AC-01', { isRetired: true }), offered(2, 'AC-01')], faults: [] };
  const effects = planImport(libraryContext(library), both).entries.map(({ effect }) => effect);
  expect(effects).toEqual(['leave', 'same']);
  const entry = library[0];
  if (entry === undefined) throw new Error('no entry');
  const gone = retireEntry(libraryContext(library), { id: entry.id, version: 1 }, true, why);
  const back = planImport(libraryContext(gone.ok ? gone.value.library : []), both);
  expect(back.entries.map(({ effect }) => effect)).toEqual(['leave', 'add']);
});
