import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTabularReader } from '../../../src-main/adapters/tabular/tabular-reader.ts';
import { inspectPopulation, printPopulationRows } from '../../../src-main/cli/population-commands.ts';
import type { TableChoice, TabularReader } from '../../../src-main/services/ports/tabular.ts';
import { buildWorkbook, ORDINARY_ROWS, textRow } from '../../fixtures/hostile/workbook-builder.ts';

const tabular = createTabularReader();

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-population-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function rows(path: string, choice: TableChoice = {}, reader: TabularReader = tabular) {
  let printed = '';
  const notes: string[] = [];
  const outcome = await printPopulationRows(reader, path, choice, {
    write: (text) => {
      printed += text;
    },
    note: (line) => notes.push(line),
  });
  return { outcome, printed, notes };
}

describe('population inspect', () => {
  it('prints what scripts rely on for a text file', async () => {
    const path = file('changes.csv', 'change,title\n7,"a, b"\n8,c\n7,d\n,e\n');
    const outcome = await inspectPopulation(tabular, path, { keyColumn: 'change' });
    expect(outcome.exitCode).toBe(0);
    expect(outcome.json).toEqual({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      sheets: [],
      rows: 4,
      columns: ['change', 'title'],
      problems: [
        { code: 'duplicate-key', rows: [2, 4] },
        { code: 'blank-key', rows: [5] },
      ],
    });
    expect(outcome.text.split('\n')).toEqual([
      'Text (CSV), utf-8, separated by commas: 4 rows below the header, 2 columns',
      '    1  change',
      '    2  title',
      'To be looked at:',
      '  duplicate-key: The same key stands in more than one row (row 2, 4).',
      '  blank-key: Rows without a key (row 5).',
    ]);
  });

  it('prints what scripts rely on for a workbook', async () => {
    const path = file(
      'list.xlsx',
      buildWorkbook({
        rows: ORDINARY_ROWS,
        others: [
          { name: 'More', rows: ORDINARY_ROWS },
          { name: 'Old', state: 'hidden', rows: '' },
        ],
      }),
    );
    const outcome = await inspectPopulation(tabular, path, {});
    expect(outcome).toMatchObject({
      exitCode: 0,
      json: {
        format: 'xlsx',
        encoding: null,
        delimiter: null,
        sheets: ['Data', 'More', 'Old'],
        sheet: 'Data',
        rows: 2,
        columns: ['id', 'amount'],
        problems: [
          { code: 'hidden-sheets', rows: [], names: ['Old'] },
          { code: 'other-sheets', rows: [], names: ['More'] },
        ],
      },
    });
    expect(outcome.text).toContain('Sheet "Data" of 3');
  });

  it('lists a hundred rows of a problem and counts the rest', async () => {
    const path = file('blank.csv', `id,name\n${',x\n'.repeat(250)}`);
    const outcome = await inspectPopulation(tabular, path, { keyColumn: 'id' });
    const listed = Array.from({ length: 100 }, (_none, index) => index + 2);
    expect(outcome.json).toMatchObject({ problems: [{ code: 'blank-key', rows: listed, count: 250 }] });
  });

  it.each([
    ['missing.csv', null, 3, 'error', 'file-not-found'],
    ['empty.csv', '', 1, 'refused', 'empty-file'],
    ['cut.xlsx', buildWorkbook({ rows: ORDINARY_ROWS }).subarray(0, 600), 3, 'error', 'truncated'],
    ['page.csv', '<html></html>', 1, 'refused', 'not-a-table'],
  ] as const)('says why %s is not read', async (name, content, exitCode, key, code) => {
    const path = content === null ? join(folder, name) : file(name, content);
    const outcome = await inspectPopulation(tabular, path, {});
    expect([outcome.exitCode, outcome.json]).toMatchObject([exitCode, { [key]: code }]);
    expect(outcome.text).toMatch(/^[a-z-]+: [A-Z].*\.$/);
    expect(outcome.text).not.toMatch(/\n|node:|\.ts:/);
  });
});

describe('population rows', () => {
  it('prints one JSON array of texts a line, the header first, and says on the side what is odd', async () => {
    const path = file('odd.csv', 'id,,note\n007,1,"a\nb"\n008,2,=1+1\n');
    expect(await rows(path)).toEqual({
      outcome: { json: undefined, text: '', exitCode: 0 },
      printed: '["id","","note"]\n["007","1","a\\nb"]\n["008","2","=1+1"]\n',
      notes: ['Columns without a header: "B" (row 1).'],
    });
  });

  it('prints the header of a list without rows', async () => {
    expect((await rows(file('header.csv', 'id,name\n'))).printed).toBe('["id","name"]\n');
  });

  it('prints nothing of a list that is refused at its end', async () => {
    const lines = Array.from({ length: 5000 }, (_none, index) => `${index},x`).join('\n');
    const { outcome, printed } = await rows(file('ragged.csv', `id,name\n${lines}\n1,2,3\n`));
    expect(printed).toBe('');
    expect([outcome.exitCode, outcome.json]).toMatchObject([
      1,
      { refused: 'ragged-rows', rows: [5002], columns: 2 },
    ]);
  });

  it('inspects a long list before it prints a line of it', { timeout: 60_000 }, async () => {
    const cell = 'x'.repeat(900);
    const path = file(
      'long.csv',
      `id,text\n${Array.from({ length: 60_000 }, (_none, index) => `${index},${cell}`).join('\n')}\n`,
    );
    const { outcome, printed } = await rows(path);
    expect([outcome.exitCode, printed.split('\n').length]).toEqual([0, 60_002]);
    appendFileSync(path, 'cut\n');
    const cut = await rows(path);
    expect([cut.printed, cut.outcome.exitCode, cut.outcome.json]).toMatchObject([
      '',
      1,
      { refused: 'ragged-rows' },
    ]);
    rmSync(path);
  });

  it('reads the sheet that is named', async () => {
    const path = file(
      'two.xlsx',
      buildWorkbook({ rows: ORDINARY_ROWS, others: [{ name: 'B', rows: textRow(1, ['x']) }] }),
    );
    expect((await rows(path, { sheet: 'B' })).printed).toBe('["x"]\n');
    expect((await rows(path, { sheet: 'C' })).outcome).toMatchObject({
      exitCode: 1,
      json: { refused: 'no-such-sheet', sheets: ['Data', 'B'] },
    });
  });
});

const real = join(import.meta.dirname, '../../../../shared/data');
const isPresent = existsSync(real);
if (!isPresent) process.stdout.write('skipped: real records not present\n');

describe('real records', () => {
  it.skipIf(!isPresent)('are read as another reader reads them', { timeout: 60_000 }, async () => {
    const names = ['access-events', 'changes', 'teams-end', 'teams-start', 'users-end', 'users-start'];
    for (const name of names) {
      const path = join(real, 'kubernetes-org', `${name}.csv`);
      const content = readFileSync(path, 'utf8');
      const other = Papa.parse<string[]>(content.trimEnd(), { delimiter: ',' });
      const { printed, notes } = await rows(path);
      expect(
        printed
          .trimEnd()
          .split('\n')
          .map((line): unknown => JSON.parse(line)),
      ).toEqual(other.data);
      expect(notes).toEqual([]);
      const inspection = await tabular.inspect(path);
      expect(inspection.ok && inspection.value.sha256).toBe(
        createHash('sha256').update(content).digest('hex'),
      );
    }
  });

  it.skipIf(!isPresent)('count the changes and the events that are in them', async () => {
    const changes = await inspectPopulation(tabular, join(real, 'kubernetes-org/changes.csv'), {
      keyColumn: 'change',
    });
    expect(changes.json).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      sheets: [],
      rows: 173,
      problems: [],
    });
    const cut = await rows(join(real, 'alma/case-study/alma-assessments.csv'));
    expect(cut.outcome).toMatchObject({ exitCode: 1, json: { refused: 'ragged-rows', rows: [39] } });
    const campaign = join(real, 'alma/evidence/Evidence/EVD-phish-campaign-2025-05-26.xlsx');
    const list = await inspectPopulation(tabular, campaign, { keyColumn: 'Email', sheet: 'tblHRIS' });
    expect(list.json).toMatchObject({ sheet: 'tblHRIS', rows: 300 });
  });
});
