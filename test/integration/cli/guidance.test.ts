import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeKeys } from '../../../src-main/adapters/keys/node-keys.ts';
import { createProfileStore } from '../../../src-main/adapters/profile/profile-store.ts';
import { onlyJson, tickmark, type CommandResult } from '../../helpers/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'tickmark-guidance-'));
const inFolder = (name: string): string => join(folder, name);
const passphrase = 'sample-passphrase';
const run = (words: readonly string[]): Promise<CommandResult> =>
  tickmark([...words, '--json'], {
    env: { TICKMARK_HOME: inFolder('home'), TICKMARK_PASSPHRASE: passphrase },
  });
const jsonFile = (name: string, content: object): string => {
  writeFileSync(inFolder(name), JSON.stringify(content));
  return inFolder(name);
};
const engagement = (name: string): string => inFolder(`${name}.tickmark`);
const create = async (name: string): Promise<void> => {
  const spec = jsonFile('spec.json', {
    engagement: {
      ...{ type: 'II', periodStart: '2025-07-01', periodEnd: '2026-06-30', categories: ['Security'] },
      ...{ clientLegalName: 'Sample client', systemName: 'Sample system' },
      firm: {
        ...{ name: 'Sample firm', city: '', state: '', licenceNumber: '' },
        ...{ retentionYears: 5, qualityReviewRequired: false },
      },
    },
  });
  const made = await run(['engagement', 'create', engagement(name), '--spec', spec]);
  expect([made.code, made.stderr]).toEqual([0, '']);
};
const rows = async (words: readonly string[]) => onlyJson(await run(['guidance', 'show', ...words]));

beforeAll(async () => {
  const person = { name: 'Sample partner', initials: 'SP', email: null, credential: 'CPA', isCpa: true };
  await createProfileStore(inFolder('home'), nodeKeys).addPerson({ ...person, roles: [] }, passphrase);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the firm’s own sizes by frequency', () => {
  it('are those with which engagements start from then on, and those before keep theirs', async () => {
    await create('before');
    const table = jsonFile('own.json', { weekly: { low: 8, high: 'all' } });
    expect((await run(['guidance', 'set', table])).code).toBe(0);
    await create('after');
    expect(await rows([engagement('before')])).toMatchObject({
      isOwn: false,
      rows: { weekly: { low: '5', high: '10' } },
    });
    expect(await rows([engagement('after')])).toMatchObject({
      isOwn: true,
      rows: { weekly: { low: '8', high: 'all' }, daily: { low: '20', high: '30' } },
    });
    expect((await run(['guidance', 'set', 'product'])).code).toBe(0);
    expect(await rows([])).toMatchObject({ isOwn: false });
    expect(await rows([engagement('after')])).toMatchObject({ isOwn: true });
  });

  it('are refused where they contradict themselves or are no sizes, and nothing is kept', async () => {
    const fewer = await run(['guidance', 'set', jsonFile('fewer.json', { weekly: { low: '9', high: '8' } })]);
    expect([fewer.code, onlyJson(fewer)]).toMatchObject([
      1,
      { refused: 'invalid-value', message: 'Weekly: a high risk gives fewer items than a low one.' },
    ]);
    for (const content of [{ weekly: { low: '9' } }, { hourly: { low: '9', high: '9' } }, { weekly: '9' }]) {
      const wrong = await run(['guidance', 'set', jsonFile('wrong.json', content)]);
      expect([wrong.code, onlyJson(wrong)]).toMatchObject([2, { error: 'usage' }]);
    }
    expect(await rows([])).toMatchObject({ isOwn: false });
  });

  it('are not read from a profile that was damaged, and no engagement starts with them', async () => {
    const profile = join(inFolder('home'), 'profile.json');
    const whole = readFileSync(profile, 'utf8');
    try {
      const content = JSON.parse(whole) as object; // the program's own file
      writeFileSync(profile, JSON.stringify({ ...content, guidance: { weekly: 'many' } }));
      const shown = await run(['guidance', 'show']);
      expect(shown.code).toBe(3);
      expect(JSON.stringify(onlyJson(shown))).toContain('profile.json) cannot be read. It was not changed.');
    } finally {
      writeFileSync(profile, whole);
    }
  });

  it('come to an engagement that stands only in a phase where samples are planned, with a reason', async () => {
    const table = jsonFile('own.json', { daily: { low: '25', high: '40' } });
    const set = ['guidance', 'set', table, '--engagement', engagement('before')];
    const refused = await run(set);
    expect([refused.code, onlyJson(refused)]).toMatchObject([1, { refused: 'A2' }]);
    expect(await rows([engagement('before')])).toMatchObject({ isOwn: false });
  });
});
