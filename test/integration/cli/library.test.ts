import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeKeys } from '../../../src-main/adapters/keys/node-keys.ts';
import { createProfileStore } from '../../../src-main/adapters/profile/profile-store.ts';
import { onlyJson, tickmark, type CommandResult } from '../../helpers/command-line.ts';
import { libraryText } from '../../helpers/library-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'tickmark-library-'));
const inFolder = (name: string): string => join(folder, name);
const passphrase = 'sample-passphrase';
const homes = { first: inFolder('first'), second: inFolder('second') };
const library = (words: readonly string[], home = homes.first): Promise<CommandResult> =>
  tickmark(['library', ...words, '--json'], {
    env: { TICKMARK_HOME: home, TICKMARK_PASSPHRASE: passphrase },
  });
const specFile = (name: string, spec: object): string => {
  writeFileSync(inFolder(name), JSON.stringify(spec));
  return inFolder(name);
};

beforeAll(async () => {
  for (const home of Object.values(homes)) {
    const person = { name: 'Sample senior', initials: 'SS', email: null, credential: '', isCpa: false };
    await createProfileStore(home, nodeKeys).addPerson({ ...person, roles: [] }, passphrase);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the firm’s library', () => {
  it('takes a shipped control over, changes it, retires it, brings it back; every version stays', async () => {
    expect((await library(['add', '--from', 'LA-02', '--why', 'House wording'])).code).toBe(0);
    const spec = specFile('edit.json', { title: 'Leavers of the house' });
    expect(onlyJson(await library(['edit', 'LA-02', '--spec', spec, '--why', 'Our words']))).toMatchObject({
      version: 2,
    });
    expect((await library(['retire', 'LA-02', '--why', 'Not used any more'])).code).toBe(0);
    expect(JSON.stringify(onlyJson(await library(['list'])))).not.toContain('"LA-02"');
    expect((await library(['reinstate', 'LA-02', '--why', 'Used again'])).code).toBe(0);
    expect(onlyJson(await library(['show', 'LA-02']))).toMatchObject({
      ...{ origin: 'firm', takenFrom: 'LA-02', version: 4, isRetired: false },
      text: { title: 'Leavers of the house' },
      versions: [
        { version: 4, by: 'Sample senior (SS)', why: 'Used again' },
        { version: 3, isRetired: true, why: 'Not used any more' },
        { version: 2, why: 'Our words' },
        { version: 1, why: 'House wording' },
      ],
    });
  });

  it('adds an entry of its own, and refuses one with a fault', async () => {
    const good = specFile('own.json', { ...libraryText, code: 'HOUSE-1' });
    expect((await library(['add', '--spec', good, '--why', 'Used everywhere'])).code).toBe(0);
    const bad = specFile('bad.json', { code: 'HOUSE-2', title: 'Open', text: 'Within {{hours' });
    const refused = await library(['add', '--spec', bad, '--why', 'Used everywhere']);
    expect([refused.code, onlyJson(refused)]).toMatchObject([
      1,
      { refused: 'invalid-value', fields: ['text'] },
    ]);
    expect((await library(['add', '--spec', good])).code).toBe(2);
  });

  it.each(['json', 'xlsx'])('goes to another computer as %s and comes back the same', async (format) => {
    const file = inFolder(`shared.${format}`);
    expect((await library(['export', '--out', file])).code).toBe(0);
    const home = format === 'json' ? homes.second : homes.first;
    const checked = onlyJson(await library(['import', file, '--check', 'yes'], home));
    const effect = format === 'json' ? 'add' : 'same';
    expect(checked).toMatchObject({
      entries: [
        { code: 'LA-02', effect },
        { code: 'HOUSE-1', effect },
      ],
      faults: [],
    });
    const taken = await library(['import', file, '--why', 'Shared by the other office'], home);
    expect(taken.code).toBe(format === 'json' ? 0 : 1);
  });

  it('names the faults of a sheet by row, and takes the others where that is chosen', async () => {
    const sheet = inFolder('sheet.csv');
    writeFileSync(
      sheet,
      'Number,Title,Wording,Criteria\nN-1,One,The team looks at it,CC6.1\nN-2,Two,The team looks,CC99\n',
    );
    const checked = await library(['import', sheet, '--check', 'yes']);
    expect([checked.code, onlyJson(checked)]).toMatchObject([
      4,
      { faults: [{ row: 3, column: 'Criteria' }] },
    ]);
    const refused = onlyJson(await library(['import', sheet, '--why', 'Old list']));
    expect(refused).toMatchObject({ refused: 'invalid-value', rows: [3] });
    const taken = await library(['import', sheet, '--why', 'Old list', '--leave-out-faulty', 'yes']);
    expect(onlyJson(taken)).toEqual({ added: 1, changed: 0, retired: 0, leftOut: 1 });
    expect(readFileSync(join(homes.first, 'firm-library.json'), 'utf8')).toContain(
      'Old list (from sheet.csv)',
    );
  });
});
