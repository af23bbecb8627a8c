import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RowCells } from '../../../shared/domain/population/row-cells.ts';
import { readList } from '../../../src-main/adapters/tabular/read-list.ts';
import { buildWorkbook } from '../../fixtures/hostile/workbook-builder.ts';
import { differentialRuns } from '../../helpers/differential-runs.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-exceljs-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Our reading of a workbook, in this process. */
async function ourRows(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const path = join(folder, 'list.xlsx');
  writeFileSync(path, bytes);
  const rows: (readonly string[])[] = [];
  const output = {
    header: (cells: readonly string[]): void => void rows.push(cells),
    row: (cells: RowCells): void => void rows.push(cells.all()),
    settle: () => Promise.resolve(),
  };
  await readList(path, {}, output, () => undefined);
  return rows;
}

const two = (value: number): string => String(value).padStart(2, '0');
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
const momentOf = (date: Date): string => date.toISOString().slice(0, 19);

interface Written {
  readonly value: ExcelJS.CellValue;
  readonly format?: string;
  readonly text: string;
}

const moment = fc
  .integer({ min: Date.UTC(1904, 0, 2) / 1000, max: Date.UTC(2099, 0, 1) / 1000 })
  .map((seconds) => new Date(seconds * 1000));

/** Texts without lone surrogates, controls that XML forbids, and `_x…_`, which exceljs writes without its escape. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter(
    (content) => !/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]|_x/.test(content) && content.isWellFormed(),
  );

/** A cell as exceljs writes it, and the text that it must become. */
const cell: fc.Arbitrary<Written> = fc.oneof(
  text.map((content): Written => ({ value: content, text: content })),
  fc
    .constantFrom('007', '=SUM(A1)', ' a ', 'two\nlines', '<&>"\'')
    .map((content): Written => ({ value: content, text: content })),
  fc.integer().map((number): Written => ({ value: number, text: String(number) })),
  fc
    .integer({ min: 0, max: 99_999 })
    .map((number): Written => ({ value: number, format: '00000', text: String(number).padStart(5, '0') })),
  fc
    .integer({ min: -1_000_000, max: 1_000_000 })
    .map((number): Written => ({ value: number / 64, text: String(number / 64) })),
  fc.boolean().map((value): Written => ({ value, text: value ? 'TRUE' : 'FALSE' })),
  moment.map((date): Written => ({ value: date, format: 'yyyy-mm-dd hh:mm:ss', text: momentOf(date) })),
  moment.map((date): Written => {
    const day = new Date(Math.floor(date.getTime() / 86_400_000) * 86_400_000);
    return { value: day, format: '[$-409]d\\-mmm\\-yyyy;@', text: dayOf(day) };
  }),
  fc.integer({ min: 0, max: 86_399 }).map((second): Written => ({
    value: second / 86_400,
    format: 'h:mm:ss',
    text: [second / 3600, (second / 60) % 60, second % 60].map((part) => two(Math.floor(part))).join(':'),
  })),
  fc.tuple(text, text).map(([first, second]): Written => ({
    value: { richText: [{ text: first, font: { bold: true } }, { text: second }] },
    text: first + second,
  })),
  fc
    .constantFrom<'#N/A' | '#DIV/0!' | '#REF!'>('#N/A', '#DIV/0!', '#REF!')
    .map((error): Written => ({ value: { error }, text: error })),
  text.map((content): Written => ({
    value: { text: content, hyperlink: 'https://example.org/' },
    text: content,
  })),
  fc
    .integer({ min: 1, max: 1000 })
    .map((result): Written => ({ value: { formula: '1+1', result }, text: String(result) })),
  text.map((content): Written => ({ value: { formula: 'A1', result: content }, text: content })),
);

const table = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.array(fc.array(fc.option(cell, { nil: null }), { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
);

async function written(rows: readonly (readonly (Written | null)[])[], is1904: boolean): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = is1904;
  const sheet = workbook.addWorksheet('List');
  sheet.addRow((rows[0] ?? []).map((_cell, index) => `column ${index}`));
  for (const [index, row] of rows.entries()) {
    for (const [column, content] of row.entries()) {
      if (content === null) continue;
      const target = sheet.getCell(index + 2, column + 1);
      target.value = content.value;
      if (content.format !== undefined) target.numFmt = content.format;
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('workbooks written by exceljs', () => {
  it('are read as what was written', { timeout: 1_800_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (rows, is1904) => {
        const readable = rows.filter((row) => row.some((content) => content !== null));
        const width = rows[0]?.length ?? 0;
        expect(await ourRows(await written(rows, is1904))).toEqual([
          Array.from({ length: width }, (_none, index) => `column ${index}`),
          ...readable.map((row) => row.map((content) => content?.text ?? '')),
        ]);
      }),
      { numRuns: differentialRuns(200, 5000) },
    );
  });
});

/** The text of a cell as exceljs read it, or null where its reading is known to be wrong. */
function theirText(cellValue: ExcelJS.CellValue, raw: RawCell): string | null {
  // A stored result of 0, of nothing or of FALSE comes back from exceljs without a result.
  if (raw.hasFormula && ['0', '', '-0', '0.0'].includes(raw.value)) return null;
  // exceljs keeps numbers as doubles: digits beyond them are lost, and `1.50` becomes 1.5.
  if (raw.type === 'n' && String(Number(raw.value)) !== raw.value) return null;
  return flatten(cellValue);
}

function flatten(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined || value instanceof Date) return value?.toISOString() ?? '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'object' ? flattenObject(value) : String(value);
}

function flattenObject(
  value: Exclude<ExcelJS.CellValue, null | undefined | Date | boolean | string | number>,
): string {
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('error' in value) return value.error;
  if ('result' in value) return flatten(value.result);
  return 'text' in value ? value.text : '';
}

interface RawCell {
  readonly type: string;
  readonly value: string;
  readonly hasFormula: boolean;
  readonly form: 'usual' | 'inline' | 'rich';
}

const STRINGS = ['first', 'a &amp; b', ' kept ', 'line\nbreak'];

const rawCell: fc.Arbitrary<RawCell> = fc.oneof(
  fc.record({
    type: fc.constant('n'),
    value: fc.oneof(
      fc.integer().map(String),
      fc.constantFrom('0', '1.5', '0.1', '1e3', '1.50', '12345678901234567890', '-0.5', ''),
    ),
    hasFormula: fc.boolean(),
    form: fc.constant<'usual'>('usual'),
  }),
  fc.record({
    type: fc.constant('s'),
    value: fc.nat({ max: 3 }).map(String),
    hasFormula: fc.constant(false),
    form: fc.constant<'usual'>('usual'),
  }),
  fc.record({
    type: fc.constant('str'),
    value: fc.constantFrom('x', 'a &lt; b', '007'),
    hasFormula: fc.boolean(),
    form: fc.constant<'usual'>('usual'),
  }),
  fc.record({
    type: fc.constant('b'),
    value: fc.constantFrom('0', '1'),
    hasFormula: fc.constant(false),
    form: fc.constant<'usual'>('usual'),
  }),
  fc.record({
    type: fc.constant('e'),
    value: fc.constantFrom('#N/A', '#VALUE!'),
    hasFormula: fc.boolean(),
    form: fc.constant<'usual'>('usual'),
  }),
  fc.record({
    type: fc.constant('inlineStr'),
    value: fc.constantFrom('x', 'y z'),
    hasFormula: fc.constant(false),
    form: fc.constantFrom<'inline' | 'rich'>('inline', 'rich'),
  }),
);

function rawXml(cellPlan: RawCell, place: string): string {
  const { type, value, hasFormula, form } = cellPlan;
  const typed = type === 'n' ? '' : ` t="${type}"`;
  if (form === 'inline') return `<c r="${place}"${typed}><is><t>${value}</t></is></c>`;
  if (form === 'rich')
    return `<c r="${place}"${typed}><is><r><t>${value}</t></r><r><rPr><b/></rPr><t>!</t></r></is></c>`;
  return `<c r="${place}"${typed}>${hasFormula ? '<f>A1</f>' : ''}<v>${value}</v></c>`;
}

describe('workbooks of our own making', () => {
  it('are read as exceljs reads them, but for its known faults', { timeout: 1_800_000 }, async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(rawCell, { minLength: 1, maxLength: 12 }), async (cells) => {
        const rows = cells
          .map(
            (plan, index) =>
              `<row r="${index + 2}">${rawXml(plan, `A${index + 2}`)}<c r="B${index + 2}"><v>1</v></c></row>`,
          )
          .join('');
        const bytes = buildWorkbook({
          rows: `<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>${rows}`,
          strings: STRINGS.map((content) => `<si><t xml:space="preserve">${content}</t></si>`).join(''),
          styles: '<cellXfs><xf numFmtId="0"/></cellXfs>',
        });
        const theirs = new ExcelJS.Workbook();
        await theirs.xlsx.load(new Uint8Array(bytes).buffer);
        const [, ...ours] = await ourRows(bytes);
        for (const [index, plan] of cells.entries()) {
          const wanted = theirText(theirs.worksheets[0]?.getCell(index + 2, 1).value ?? null, plan);
          if (wanted === null) continue;
          compared += 1;
          expect([plan, ours[index]?.[0]]).toEqual([plan, wanted]);
        }
      }),
      { numRuns: differentialRuns(200, 5000) },
    );
    expect(compared).toBeGreaterThan(500);
  });
});
