import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { exceljsWorkbook } from '../../../../../src-main/adapters/spreadsheet-export/exceljs-workbook.ts';
import type { WorkbookCell } from '../../../../../src-main/services/ports/workbook.ts';
import { day } from '../../../../helpers/domain-fixture.ts';

async function written(cells: readonly WorkbookCell[], name = 'Sheet') {
  const bytes = await exceljsWorkbook.write({
    title: 'Workpapers',
    creator: 'Calder Wren LLP',
    createdAt: '2026-07-10T09:00:00Z',
    sheets: [{ name, columns: cells.map(() => ({ head: 'Head', width: 20 })), rows: [cells] }],
  });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]); // the package's Buffer type is older than Node's
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('the workbook has no sheet');
  return sheet;
}

describe('a written workbook', () => {
  it.each(['=1+1', '=HYPERLINK("http://example.test")', '+SUM(A1)', '-2+3', '@cmd', "'=1", '\t=1'])(
    'keeps %s as text, never a formula',
    async (text) => {
      const cell = (await written([text])).getCell('A2');
      expect([cell.type, cell.value, cell.formula]).toEqual([exceljs.ValueType.String, text, undefined]);
    },
  );

  it('keeps dates as dates, numbers as numbers, and empty cells empty', async () => {
    const sheet = await written([{ date: day('2026-02-28') }, 184, null]);
    expect(sheet.getCell('A2').value).toEqual(new Date('2026-02-28T00:00:00Z'));
    expect(sheet.getCell('A2').numFmt).toBe('yyyy-mm-dd');
    expect(sheet.getCell('B2').value).toBe(184);
    expect(sheet.getCell('C2').value).toBeNull();
  });

  it('freezes the head, sets widths, and gives sheets names that the format takes', async () => {
    const sheet = await written(['x'], 'CC6.1: who/what [2025] and so on and on');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.getColumn(1).width).toBe(20);
    expect(sheet.name).toBe('CC6.1- who-what -2025- and so o');
  });

  it('leaves out what XML cannot hold and ends over-long texts', async () => {
    const sheet = await written(['a\u0000b\u0007c\nd\uD800', 'x'.repeat(40_000)]);
    expect(sheet.getCell('A2').value).toBe('abc\nd\uFFFD');
    const long = sheet.getCell('B2').value;
    expect(typeof long === 'string' ? [long.length, long.endsWith('…')] : null).toEqual([32_767, true]);
  });
});
