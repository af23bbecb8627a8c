import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { onlyJson, tickmark } from '../../helpers/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'tickmark-access-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const users = file(
  'users.csv',
  'system,login name,employee id,disabled\nOkta,cat,E3,2026-06-20\nOkta,dan,E4,\n',
);
const leavers = file('leavers.csv', 'employee id,last day\nE3,2026-06-01\nE4,2026-06-01\n');
const mapping = file('mapping.json', '{"users":{"columns":{"accountId":"login name"}}}');
const given = ['--as-of', '2026-06-30', '--users', users, '--terminations', leavers, '--mapping', mapping];

describe('access review', () => {
  it('runs the rules over given lists and gives every exception', async () => {
    const done = await tickmark(['access', 'review', ...given, '--rules', 'W3,W5', '--json']);
    expect([done.code, onlyJson(done)]).toMatchObject([
      0,
      {
        rulesVersion: 'access-rules/1',
        lists: [
          { kind: 'users', rows: 2, records: 2 },
          { kind: 'terminations', rows: 2 },
        ],
        rules: [
          {
            ...{ rule: 'W3', figures: { hours: 24 }, population: 2, compared: 2, exceptions: 2 },
            items: [
              { record: 'E3', code: 'disabled-late', rows: [2] },
              { record: 'E4', code: 'still-active', rows: [3] },
            ],
          },
          { rule: 'W5', missing: ['the column “Last log-in” of “User lists”'], population: 0 },
        ],
      },
    ]);
  });

  it.each([
    [['--figures', 'W5.days=-5'], '--figures W5.days=-5 is not understood. Write it as W5.days=90.'],
    [['--figures', 'w5.days=10'], '--figures w5.days=10 is not understood.'],
    [['--figures', 'W5=10'], '--figures W5=10 is not understood.'],
    [['--figures', 'W3.hours=24,W5.foo=5'], '--figures W5.foo=5: Rule W5 has no figure “foo”.'],
    [['--figures', 'W5.days=99999'], '99999 is not between'],
    [['--zone', 'Mars/X'], '--zone Mars/X is no time zone.'],
  ])('refuses %j, which it would otherwise pass over', async (options, words) => {
    const refused = await tickmark(['access', 'review', ...given, ...options]);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain(words);
  });

  it('changes figures, and gives the same lists the same result', async () => {
    const figures = ['--figures', 'W3.hours=480', '--rules', 'W3', '--json'];
    const [first, second] = await Promise.all([
      tickmark(['access', 'review', ...given, ...figures]),
      tickmark(['access', 'review', ...given, ...figures]),
    ]);
    expect(onlyJson(first)).toMatchObject({ rules: [{ exceptions: 1 }] });
    expect(second.stdout).toBe(first.stdout);
  });

  it('refuses a list whose columns are not found, and wrong usage', async () => {
    const without = given.slice(0, 6);
    const refused = await tickmark(['access', 'review', ...without, '--json']);
    expect([refused.code, onlyJson(refused)]).toMatchObject([1, { refused: 'invalid-value' }]);
    const wrong = await tickmark(['access', 'review', '--users', users]);
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      'Give the day for which the lists speak: --as-of YYYY-MM-DD.\n',
    ]);
    expect((await tickmark(['access', 'review', ...given, '--rules', 'W99'])).code).toBe(2);
  });
});
