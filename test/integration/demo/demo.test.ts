/** The sample engagements as a newcomer makes them, with one command, and what anyone can check in the result. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { all } from '../../../shared/domain/journal/state.ts';
import { loadState } from '../../../src-main/adapters/sqlite/load-state.ts';
import { onlyJson, tickmark, type CommandResult } from '../../helpers/command-line.ts';
import { readReport } from '../../helpers/report-document.ts';
import { rawClient, rawKey } from '../../helpers/store/raw-client.ts';
import { digestsOf } from '../../helpers/store/rebuild.ts';
import { falsify, hasPython, unpacked, verdictOf } from '../reperformance/kit-folder.ts';

const passphrase = 'sample-passphrase';

/** What the contract of the command line fixes, and nothing beside it. */
const printed = z.strictObject({
  engagements: z.tuple([
    z.strictObject({ type: z.literal('I'), file: z.string(), report: z.string(), workpapers: z.string() }),
    z.strictObject({ type: z.literal('II'), file: z.string(), report: z.string(), workpapers: z.string() }),
  ]),
  seconds: z.number().positive(),
});

let out = '';
let demo: CommandResult;
let made: z.output<typeof printed>['engagements'];

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'tickmark-demo-'));
  demo = await tickmark(['demo', '--json', '--out', out]);
  if (demo.code !== 0) throw new Error(demo.stderr);
  made = printed.parse(onlyJson(demo)).engagements;
}, 900_000);
afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

const check = async (...words: readonly string[]) => {
  const env = { TICKMARK_HOME: join(out, 'profile'), TICKMARK_PASSPHRASE: passphrase };
  const result = await tickmark([...words, '--json'], { env });
  return { code: result.code, value: onlyJson(result) };
};

const textOf = async (path: string): Promise<string> =>
  (await readReport(readFileSync(path))).pages.map(({ text }) => text).join('\n');

/** Reads an engagement file with a plain client. */
function read<T>(path: string, look: (database: Database.Database) => T): T {
  const database = rawClient(path, rawKey(path, passphrase));
  try {
    return look(database);
  } finally {
    database.close();
  }
}

describe('demo --out', { timeout: 300_000 }, () => {
  it('prints where everything is, which is there, and tells progress on standard error', () => {
    const places = made.flatMap(({ file, report, workpapers }) => [file, report, workpapers]);
    expect(places.every((place) => place.startsWith(out) && existsSync(place))).toBe(true);
    expect(new Set(places).size).toBe(6);
    expect(demo.stderr).toContain('Type II: samples drawn and tested.');
  });

  it('makes engagement files that verify as intact', async () => {
    for (const { file } of made)
      expect(await check('engagement', 'verify', file)).toMatchObject({
        code: 0,
        value: { intact: true, problems: [] },
      });
  });

  it('keeps tables that the journal alone gives again', () => {
    for (const { file } of made) {
      const { tables, journal } = read(file, digestsOf);
      expect(journal).toBe(tables);
    }
  });

  it('issues reports that verify as unchanged, and as changed after one byte', async () => {
    for (const { report } of made) {
      expect(await check('report', 'verify', report)).toMatchObject({
        code: 0,
        value: { unchanged: true, firmKnown: true, problems: [] },
      });
      const bytes = readFileSync(report);
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      const changed = join(out, 'changed.pdf');
      writeFileSync(changed, bytes);
      expect(await check('report', 'verify', changed)).toMatchObject({
        code: 4,
        value: { unchanged: false },
      });
    }
  });

  it('reports as many deviations as the journal holds, and leaves no placeholder', async () => {
    const [, typeTwo] = made;
    const state = read(typeTwo.file, loadState);
    const deviations = all(state, 'deviation').filter(({ withdrawnReason }) => withdrawnReason === null);
    const controlOf = new Map(all(state, 'test').map(({ id, controlId }) => [id, controlId]));
    const deviating = new Set(deviations.map(({ testId }) => controlOf.get(testId))).size;
    const controls = all(state, 'control').filter(({ status }) => status === 'agreed').length;
    expect([deviations.length > 0, controls]).toEqual([true, 45]);
    const text = await textOf(typeTwo.report);
    expect(text).toContain(
      `${String(deviations.length)} deviations in the tests of ${String(deviating)} of ${String(controls)} controls.`,
    );
    // The list has one line for each control and attribute, and says for how many items it was found.
    const listed = [...text.matchAll(/^D(\d\d) For (\d+) of /gm)];
    const groups = new Set(deviations.map(({ testId, attributeId }) => `${testId} ${String(attributeId)}`));
    expect(listed.map(([, number]) => Number(number))).toEqual([...groups].map((_group, index) => index + 1));
    expect(listed.reduce((sum, [, , items]) => sum + Number(items), 0)).toBe(deviations.length);
    expect(text).not.toMatch(/\{\{|\}\}|\bundefined\b|\bNaN\b/);
  });

  it('says nothing on operation in the Type I report', async () => {
    const [typeOne] = made;
    const text = await textOf(typeOne.report);
    expect(text).toContain('This report does not cover whether the controls operated.');
    expect(text).not.toMatch(/deviation|operated effectively|Tests of controls|\d+ of \d+ tested/i);
    expect(text).not.toMatch(/\{\{|\}\}|\bundefined\b|\bNaN\b/);
    expect(all(read(typeOne.file, loadState), 'sampleItem')).toEqual([]);
  });

  it('writes workbooks with a row for every control, result and deviation', async () => {
    const [, typeTwo] = made;
    const state = read(typeTwo.file, loadState);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(typeTwo.workpapers);
    const rows = (name: string): number => (workbook.getWorksheet(name)?.rowCount ?? 0) - 1;
    expect(rows('Control matrix')).toBe(45);
    expect(rows('Deviations')).toBe(all(state, 'deviation').length);
    expect(rows('Samples')).toBe(all(state, 'attributeResult').length);
    expect(rows('Sign-offs')).toBe(all(state, 'signOff').length);
    const typeOne = new exceljs.Workbook();
    await typeOne.xlsx.readFile(made[0].workpapers);
    expect(typeOne.getWorksheet('Control matrix')?.rowCount).toBe(46);
  });

  it('gives a kit by which both checkers find everything again, and a falsified report', async () => {
    const [, typeTwo] = made;
    const kit = join(out, 'kit.zip');
    const saved = await check('kit', 'export', typeTwo.file, '--out', kit, '--with-evidence', 'yes');
    expect(saved).toMatchObject({ code: 0, value: { hasReport: true } });
    const genuine = verdictOf('js', kit);
    expect(genuine).toMatchObject({ agrees: true, problems: [], hasReport: true });
    expect(genuine.checked).toMatchObject({ figures: 45 });
    expect(genuine.checked['evidence']).toBeGreaterThan(100);
    expect(await check('kit', 'check', kit)).toEqual({ code: 0, value: genuine });
    if (hasPython) expect(verdictOf('py', kit)).toEqual(genuine);

    const state = read(typeTwo.file, loadState);
    const deviating = all(state, 'deviation').length;
    const folder = await unpacked(kit);
    const figures = 'report/report-figures.json';
    falsify(folder, figures, (text) =>
      text
        .replace(`"deviations": ${String(deviating)}`, '"deviations": 0')
        .replace(/"tested": (\d+)/, '"tested": 1$1'),
    );
    const falsified = verdictOf('js', folder);
    rmSync(folder, { recursive: true });
    expect(falsified.problems.map(({ code }) => code)).toContain('figures-altered');
    expect(falsified.problems.find(({ code }) => code === 'figure')?.place).toMatch(
      /^report\/report-figures\.json /,
    );
  });
});
