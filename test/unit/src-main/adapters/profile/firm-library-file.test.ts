import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addEntry, editEntry } from '../../../../../shared/domain/control/firm-library.ts';
import { createFirmLibrary } from '../../../../../src-main/adapters/profile/firm-library-file.ts';
import { libraryContext, libraryText } from '../../../../helpers/library-fixture.ts';
import { temporaryFolder } from '../../../../helpers/store/test-files.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const added = addEntry(libraryContext(), libraryText, 'LA-02', 'House wording');
const one = added.ok ? added.value.library : [];
const edited = editEntry(
  libraryContext(one),
  { id: 'entry-1', version: 1 },
  { ...libraryText, title: 'Reworded' },
  'Clearer',
);
const library = edited.ok ? edited.value.library : [];

describe('the firm’s library in the profile', () => {
  it('is empty at first, keeps what is written, and leaves it where nothing changes', () => {
    const home = join(folder.path, 'kept');
    const file = createFirmLibrary(home);
    expect(file.read()).toEqual([]);
    file.update(() => library);
    file.update(() => null);
    expect(createFirmLibrary(home).read()).toEqual(library);
  });

  it('refuses a damaged file and leaves it as it is', () => {
    const path = join(folder.path, 'firm-library.json');
    writeFileSync(path, '{"format":"tickmark-firm-library/1","entries":[{"id":"x"}]}');
    const file = createFirmLibrary(folder.path);
    expect(() => file.read()).toThrow(/cannot be read/);
    expect(() => {
      file.update(() => library);
    }).toThrow(/cannot be read/);
    expect(readFileSync(path, 'utf8')).toContain('"id":"x"');
  });
});

describe('a library from elsewhere', () => {
  const file = createFirmLibrary(join(folder.path, 'other'));
  const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

  it('offers the standing version of each entry', () => {
    expect(file.readExported(file.exported(library))).toEqual({
      entries: [
        { row: 1, text: { ...libraryText, title: 'Reworded' }, isRetired: false, takenFrom: 'LA-02' },
      ],
      faults: [],
    });
  });

  it('names the entry and the place of what does not fit', () => {
    const [entry] = library;
    const bad = {
      ...entry,
      versions: [{ ...entry?.versions[0], text: { ...libraryText, nature: 'magic' } }],
    };
    const read = file.readExported(encode({ format: 'tickmark-firm-library/1', entries: [entry, bad] }));
    expect(read?.entries).toHaveLength(1);
    expect(read?.faults.map(({ row, column }) => [row, column])).toEqual([[2, 'versions.0.text.nature']]);
  });

  it('is none where it is another file', () => {
    expect([file.readExported(encode([])), file.readExported(new Uint8Array([0xff]))]).toEqual([null, null]);
  });
});
