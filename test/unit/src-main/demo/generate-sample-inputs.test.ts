import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quarterOf } from '../../../../src-main/demo/calendar.ts';
import { generateSampleInputs } from '../../../../src-main/demo/generate-sample-inputs.ts';
import type { SampleInputs, SampleTest } from '../../../../src-main/demo/sample-inputs.ts';

const folders: string[] = [];
let sample: SampleInputs;

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sample-inputs-'));
  folders.push(folder);
  return folder;
}

function digestOfFolder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    );
}

const fileOf = (name: string): Buffer => readFileSync(join(sample.folder, name));
const largeTests = (): readonly SampleTest[] => sample.tests.filter((test) => test.kind === 'population');
const testOf = (controlId: string): SampleTest => {
  const found = sample.tests.find((test) => test.controlId === controlId);
  if (found === undefined) throw new Error(`no test of ${controlId}`);
  return found;
};

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le').slice(1);
  const text = bytes.toString('utf8');
  if (text.includes('\uFFFD')) return iconv.decode(bytes, 'windows-1252');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Reads a list with the libraries directly, so that a fault of the program's own readers cannot hide one of the files. */
async function readRows(test: SampleTest): Promise<readonly Readonly<Record<string, string>>[]> {
  const bytes = fileOf(test.population.file);
  const { sheet } = test.population;
  if (sheet === null)
    return Papa.parse<Record<string, string>>(decode(bytes), { header: true, skipEmptyLines: true }).data;
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const grid: string[][] = [];
  workbook.getWorksheet(sheet)?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => {
      cells.push(textOfCell(cell));
    });
    grid.push(cells);
  });
  const [header = [], ...rows] = grid;
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

function textOfCell(cell: ExcelJS.Cell): string {
  if (cell.value instanceof Date) return cell.value.toISOString().slice(0, 19).replace('T00:00:00', '');
  if (typeof cell.value === 'number')
    return cell.numFmt === '000000' ? String(cell.value).padStart(6, '0') : String(cell.value);
  return typeof cell.value === 'string' ? cell.value : '';
}

beforeAll(async () => {
  sample = await generateSampleInputs(newFolder());
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('sample inputs', () => {
  it('have the size of a real engagement', () => {
    expect({
      controls: sample.controls.length,
      tests: sample.tests.length,
      criteria: sample.criteria.length,
      largeLists: largeTests().length,
      letters: sample.letters.length,
    }).toEqual({ controls: 45, tests: 45, criteria: 38, largeLists: 12, letters: 6 });
    const sizes = largeTests().map((test) => test.population.rows);
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([6, 19_710]);
    expect(sample.evidence.length).toBeGreaterThanOrEqual(140);
    expect(sample.evidence.length).toBeLessThanOrEqual(165);
    expect(new Set(sample.evidence.map((file) => file.kind)).size).toBe(10);
  });

  it('cover every criterion in scope by a primary control', () => {
    const primary = new Set(
      sample.controls.flatMap((control) =>
        control.criteria.filter((entry) => entry.role === 'primary').map(({ id }) => id),
      ),
    );
    expect(sample.criteria.filter((id) => !primary.has(id))).toEqual([]);
  });

  it('leave no open place in any text', () => {
    const texts = JSON.stringify([
      sample.controls,
      sample.tests,
      sample.requests,
      sample.criterionConclusions,
    ]);
    expect(texts.match(/\{\w+\}/g)).toBeNull();
  });

  it('are the same bytes on a second run', async () => {
    const again = newFolder();
    await generateSampleInputs(again);
    expect(digestOfFolder(again)).toEqual(digestOfFolder(sample.folder));
  });

  it('contain each kind of test that an engagement can meet', () => {
    expect(
      sample.tests.filter((test) => test.conclusion === 'didNotOperate').map((test) => test.controlId),
    ).toEqual(['GOV-04']);
    expect(
      sample.tests.filter((test) => test.plan.basis === 'statistical').map((test) => test.controlId),
    ).toEqual(['CHG-01']);
    expect(
      largeTests()
        .filter((test) => test.plan.basis === 'all')
        .map((test) => test.controlId),
    ).toEqual(['LA-04', 'INC-01', 'BCK-02']);
    expect(sample.tests.some((test) => test.kind === 'automated' && test.changeHistory !== null)).toBe(true);
  });
});

describe('lists of the sample client', () => {
  it('read back with the number of rows and unique keys that are described', async () => {
    for (const test of sample.tests) {
      const rows = await readRows(test);
      const keys = rows.map((row) => row[test.population.keyColumn] ?? '');
      expect({
        id: test.controlId,
        rows: rows.length,
        keys: new Set(keys).size,
        blank: keys.includes(''),
      }).toEqual({
        id: test.controlId,
        rows: test.population.rows,
        keys: test.population.rows,
        blank: false,
      });
    }
  });

  it('lose exactly the rows outside the period by the recorded filter', async () => {
    for (const test of largeTests()) {
      const { dateColumn, rows: total, rowsInPeriod, filter } = test.population;
      const dates = (await readRows(test)).map((row) => (row[dateColumn] ?? '').slice(0, 10));
      const inside = dates.filter((date) => date >= '2025-07-01' && date <= '2026-06-30');
      expect([test.controlId, inside.length, total - inside.length]).toEqual([
        test.controlId,
        rowsInPeriod,
        filter?.removes ?? 0,
      ]);
      expect(filter === null || filter.reason !== '').toBe(true);
    }
  });

  it('explain each month without a record', async () => {
    for (const test of largeTests()) {
      const months = new Set(
        (await readRows(test)).map((row) => (row[test.population.dateColumn] ?? '').slice(0, 7)),
      );
      const inPeriod = [...months].filter((month) => month >= '2025-07' && month <= '2026-06');
      expect([test.controlId, inPeriod.length === 12 || test.population.gapExplanation !== null]).toEqual([
        test.controlId,
        true,
      ]);
    }
  });

  it('hold accents, line breaks and leading zeros as they left their systems', async () => {
    const leavers = await readRows(testOf('LA-02'));
    expect(leavers.some((row) => row['city'] === 'København')).toBe(true);
    expect(leavers.every((row) => /^00\d{4}$/.test(row['employee_no'] ?? ''))).toBe(true);
    expect(
      (await readRows(testOf('LOG-01'))).some((row) => (row['summary'] ?? '').includes('\n"traveller"')),
    ).toBe(true);
    expect(fileOf('populations/temporary-access.csv').subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]));
    expect((await readRows(testOf('HR-01')))[0]?.['employee_no']).toBe('004601');
  });
});

describe('drawn items', () => {
  it('have a result for every attribute and evidence behind it', () => {
    const known = new Set(sample.evidence.map((file) => file.id));
    for (const test of sample.tests) {
      const keys = test.attributes.map(({ key }) => key);
      expect(test.items.length).toBe(test.plan.size);
      for (const item of test.items) {
        expect([test.controlId, Object.keys(item.results)]).toEqual([test.controlId, keys]);
        expect(item.evidenceIds.length).toBeGreaterThan(0);
        expect(item.evidenceIds.every((id) => known.has(id))).toBe(true);
      }
    }
  });

  it('deviate exactly where a deviation is described', () => {
    const found = sample.tests.flatMap((test) =>
      test.items.flatMap((item) =>
        Object.entries(item.results).flatMap(([attribute, result]) =>
          result === 'deviation' ? [`${test.controlId} ${item.key} ${attribute}`] : [],
        ),
      ),
    );
    const described = sample.tests.flatMap((test) =>
      test.deviations.map((entry) => `${test.controlId} ${entry.key} ${entry.attribute}`),
    );
    expect(found.sort()).toEqual(described.sort());
    expect(described.length).toBe(6);
    expect(sample.tests.filter((test) => test.deviations.length > 0).map((test) => test.controlId)).toEqual([
      'LA-01',
      'LA-02',
      'VUL-01',
      'CHG-01',
      'BCK-02',
    ]);
  });

  it('show the described lateness in the columns of the file', async () => {
    const rows = await readRows(testOf('LA-02'));
    const days = testOf('LA-02').deviations.map(({ key }) => {
      const row = rows.find((entry) => entry['employee_no'] === key);
      return (
        (Date.parse((row?.['console_disabled_at'] ?? '').slice(0, 10)) -
          Date.parse(row?.['last_day'] ?? '')) /
        86_400_000
      );
    });
    expect(days).toEqual([3, 6]);
  });

  it('name compensating controls that were tested without deviation', () => {
    const clean = new Set(
      sample.tests.filter((test) => test.conclusion === 'effective').map((test) => test.controlId),
    );
    const named = sample.tests.flatMap((test) => test.deviations.flatMap((entry) => entry.compensating));
    expect(named.filter((id) => !clean.has(id))).toEqual([]);
  });

  it('fall in each quarter, or the test says why not', () => {
    for (const test of sample.tests.filter(
      (entry) => entry.kind === 'population' || entry.kind === 'occurrences',
    )) {
      const quarters = new Set(test.items.map((item) => quarterOf(item.date)));
      expect([test.controlId, quarters.size >= 4 || test.coverageNote !== null]).toEqual([
        test.controlId,
        true,
      ]);
    }
  });
});

describe('evidence and letters', () => {
  it('open as what their names say', async () => {
    for (const file of [
      ...sample.evidence.map((entry) => entry.file),
      ...sample.letters.map((entry) => entry.file),
    ]) {
      const bytes = fileOf(file);
      expect(bytes.length).toBeGreaterThan(30);
      if (file.endsWith('.pdf')) expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(0);
      if (file.endsWith('.png')) expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
      if (file.endsWith('.json')) expect(typeof JSON.parse(bytes.toString('utf8'))).toBe('object');
      if (file.endsWith('.xlsx')) expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK');
    }
  });

  it('date assertion and representation on the report date', () => {
    for (const letter of sample.letters.filter((entry) => entry.kind !== 'engagement')) {
      expect(letter.date).toBe(sample.company.engagements[letter.engagement].reportDate);
    }
  });
});
