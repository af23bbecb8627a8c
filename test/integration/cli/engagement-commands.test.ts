/** The commands on engagement files as scripts rely on them, through the real process. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, onlyJson, tickmark, type Surroundings } from '../../helpers/command-line.ts';
import { editRaw, rawKey } from '../../helpers/store/raw-client.ts';
import { passphrase, temporaryFolder } from '../../helpers/store/test-files.ts';
import { testProgram } from '../../helpers/store/test-program.ts';

const anyText: unknown = expect.any(String);
const aHash: unknown = expect.stringMatching(/^[0-9a-f]{64}$/);
const folder = temporaryFolder();
const place = join(folder.path, 'engagement.tickmark');
const env = { TICKMARK_HOME: join(folder.path, 'home'), TICKMARK_PASSPHRASE: passphrase };

const engagement = {
  ...{ type: 'II', periodStart: '2026-01-01', periodEnd: '2026-06-30', categories: ['Security'] },
  ...{ clientLegalName: 'Northwind Hosting, Inc.', systemName: 'Managed Hosting Platform', timeZone: 'UTC' },
  firm: {
    ...{ name: 'Calder Wren LLP', city: 'Columbus', state: 'Ohio', licenceNumber: 'F-1' },
    ...{ retentionYears: 5, qualityReviewRequired: false },
  },
};

function file(name: string, content: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

const specification = (name: string, changes: object = {}): string =>
  file(
    name,
    JSON.stringify({
      person: { name: 'Sample partner', initials: 'SP', isCpa: true },
      engagement: { ...engagement, ...changes },
    }),
  );

/** Exit code and the one JSON value of a command. */
async function json(words: readonly string[], surroundings: Surroundings = { env }) {
  const result = await tickmark([...words, '--json'], surroundings);
  return { code: result.code, value: onlyJson(result) };
}

const shown = {
  ...{ clientName: 'Northwind Hosting, Inc.', systemName: 'Managed Hosting Platform', type: 'II' },
  ...{ periodStart: '2026-01-01', periodEnd: '2026-06-30', asOfDate: null, categories: ['Security'] },
  status: 'draft',
};

beforeAll(async () => {
  const made = await json(['engagement', 'create', place, '--spec', specification('spec.json')]);
  if (made.code !== 0) throw new Error(JSON.stringify(made.value));
}, 120_000);
afterAll(() => folder.remove());

describe('engagement create', { timeout: 300_000 }, () => {
  it('prints the engagement that it made', async () => {
    const other = join(folder.path, 'other.tickmark');
    const { code, value } = await json(['engagement', 'create', other, '--spec', specification('spec.json')]);
    expect(code).toBe(0);
    expect(value).toMatchObject(shown);
    expect(Object.keys((value as { counts: object }).counts)).not.toEqual([]); // as the contract has it
  });

  it('makes a Type I engagement of a day', async () => {
    const other = join(folder.path, 'type-1.tickmark');
    const day = { type: 'I', asOfDate: '2026-06-30', periodStart: null, periodEnd: null };
    const made = await json(['engagement', 'create', other, '--spec', specification('day.json', day)]);
    expect(made).toMatchObject({ code: 0, value: { type: 'I', asOfDate: '2026-06-30', periodStart: null } });
  });

  it('refuses a period that is too short by its gate and facts, and makes no file', async () => {
    const other = join(folder.path, 'short.tickmark');
    const words = [
      'engagement',
      'create',
      other,
      '--spec',
      specification('short.json', { periodEnd: '2026-05-31' }),
    ];
    const { code, value } = await json(words);
    expect(code).toBe(1);
    expect(value).toMatchObject({
      refused: 'E2',
      start: '1 Jan 2026',
      end: '31 May 2026',
      min: '30 Jun 2026',
    });
    expect(() => readFileSync(other)).toThrow('ENOENT');
    const told = await tickmark(words, { env });
    expect([told.code, told.stdout]).toEqual([1, '']);
    expect(told.stderr).toContain('30 Jun 2026');
  });

  it('leaves a file that stands there alone', async () => {
    const before = readFileSync(place);
    const again = await json(['engagement', 'create', place, '--spec', specification('spec.json')]);
    expect([1, 3]).toContain(again.code);
    expect(readFileSync(place).equals(before)).toBe(true);
  });

  it('calls a specification that cannot be read wrong usage', async () => {
    for (const path of [join(folder.path, 'absent.json'), file('broken.json', '{'), file('empty.json', '{}')])
      expect(await json(['engagement', 'create', `${place}.x`, '--spec', path])).toMatchObject({ code: 2 });
  });
});

describe('engagement show and engagement verify', { timeout: 300_000 }, () => {
  it('take the passphrase from a file or from the environment, and from nowhere else', async () => {
    const secret = file('passphrase.txt', `${passphrase}\nsecond line\n`);
    const { TICKMARK_HOME } = env;
    const byFile = { env: { TICKMARK_HOME } };
    expect(await json(['engagement', 'show', place, '--passphrase-file', secret], byFile)).toMatchObject({
      code: 0,
      value: shown,
    });
    expect(await json(['engagement', 'show', place])).toMatchObject({ code: 0, value: shown });
    expect(await json(['engagement', 'show', place], byFile)).toMatchObject({ code: 2 });
    const wrong = { env: { ...env, TICKMARK_PASSPHRASE: 'another passphrase' } };
    expect(await json(['engagement', 'show', place], wrong)).toMatchObject({
      code: 3,
      value: { error: 'store-wrong-passphrase' },
    });
    expect(await json(['engagement', 'verify', place], wrong)).toMatchObject({ code: 3 });
    const told = await tickmark(['engagement', 'show', place], { env });
    expect(told.code).toBe(0);
    expect(told.stdout).toContain('SOC 2 Type II, 2026-01-01 to 2026-06-30');
  });

  it('answer exit 3 for what is no engagement, or is open elsewhere', async () => {
    for (const path of [
      join(folder.path, 'absent.tickmark'),
      file('zero.tickmark', ''),
      file('text.tickmark', 'x'.repeat(9000)),
    ])
      for (const command of ['show', 'verify'])
        expect(await json(['engagement', command, path])).toMatchObject({
          code: 3,
          value: { error: anyText },
        });
    const program = testProgram(join(folder.path, 'another-home'));
    await program.done('engagement.open', { place, passphrase });
    try {
      expect(await json(['engagement', 'show', place])).toMatchObject({ code: 3 });
    } finally {
      await program.done('engagement.close', {});
    }
  });

  it('verify says intact, and exit 4 once a row differs from the journal', async () => {
    const intact = await json(['engagement', 'verify', place]);
    expect(intact).toEqual({
      code: 0,
      value: { intact: true, entries: 1, head: aHash, problems: [] },
    });
    const changed = file('changed.tickmark', '');
    writeFileSync(changed, readFileSync(place));
    editRaw(changed, rawKey(changed, passphrase), (database) => {
      database.exec("update engagement set system_name = 'Another system'");
    });
    const { code, value } = await json(['engagement', 'verify', changed]);
    expect(code).toBe(4);
    expect(value).toMatchObject({ intact: false, entries: 1 });
    const { problems } = value as { problems: readonly { code: string; object: string }[] }; // as the contract has it
    expect(problems.length).toBeGreaterThan(0);
    const told = await tickmark(['engagement', 'verify', changed], { env });
    expect(told.code).toBe(4);
    expect(told.stdout).toContain('Not intact');
  });
});

describe('run', { timeout: 300_000 }, () => {
  const lines = (...calls: readonly (readonly [string, object])[]): string =>
    calls.map(([name, input]) => `${JSON.stringify({ name, input })}\n`).join('');
  const commitment = { kind: 'commitment', text: 'Available 99.9 %.', categories: ['Security'] };

  it('answers each line of a script with one line, and keeps what it did', async () => {
    const script = file(
      'script.jsonl',
      lines(
        ['person.unlock', { personId: 'SP' }],
        ['team.confirmIndependence', { statement: 'Independent, no threats known.' }],
        ['scope.addCommitment', commitment],
        ['scope.get', {}],
      ),
    );
    const { code, stdout } = await tickmark(['run', place, script], { env });
    expect(code).toBe(0);
    const replies = jsonLines(stdout);
    expect(replies).toHaveLength(4);
    for (const reply of replies) expect(reply).toMatchObject({ ok: true });
    const verified = await json(['engagement', 'verify', place]);
    expect(verified).toMatchObject({ code: 0, value: { intact: true, entries: 3 } });
  });

  it('reads standard input, goes on after a refusal, and ends with exit 1', async () => {
    const input = lines(
      ['person.unlock', { personId: 'SP' }],
      ['engagement.move', { to: 'fieldwork' }],
      ['engagement.get', {}],
    );
    const { code, stdout } = await tickmark(['run', place], { env, input });
    expect(code).toBe(1);
    expect(jsonLines(stdout)).toMatchObject([
      { ok: true },
      { ok: false, refused: anyText, message: anyText },
      { ok: true, value: { status: 'draft' } },
    ]);
  });

  it('answers a line that is no call, an unknown name and a wrong input as wrong usage', async () => {
    const input = `not json\n${lines(['no.such', {}], ['scope.addCommitment', { text: 7 }])}`;
    const { code, stdout, stderr } = await tickmark(['run', place], { env, input });
    expect(code).toBe(2);
    const replies = jsonLines(stdout);
    expect(replies).toHaveLength(3);
    for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: 'invalid-request' });
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('answers exit 3 with one value where the file or the script cannot be opened', async () => {
    expect(await json(['run', join(folder.path, 'absent.tickmark')])).toMatchObject({ code: 3 });
    const absent = await json(['run', place, join(folder.path, 'absent.jsonl')]);
    expect(absent.code).toBe(3);
    expect(absent.value).not.toMatchObject({ error: 'internal' });
  });
});
