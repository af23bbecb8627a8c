import { join } from 'node:path';
import exceljs from 'exceljs';
import type { Benchmark } from './benchmark.ts';
import { importCells, importColumns, importSides } from './import-list.ts';
import { runProgram } from './run-program.ts';

const RECORDS = 200_000;

/** The list as a spreadsheet program saves it: shared strings, and dates as numbers. */
async function writeWorkbook(folder: string): Promise<string> {
  const list = join(folder, 'changes.xlsx');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    ...{ filename: list, useSharedStrings: true, useStyles: true },
  });
  const sheet = workbook.addWorksheet('Changes');
  sheet.addRow(importColumns).commit();
  for (let number = 1; number <= RECORDS; number += 1) {
    const [key, opened = '', closed = '', ...others] = importCells(number);
    sheet.addRow([key, new Date(opened), new Date(closed), ...others]).commit();
  }
  await workbook.commit();
  return list;
}

export const importXlsx: Benchmark = {
  name: 'import-xlsx-200000',
  meaning:
    'importing an XLSX of 200,000 records and 12 columns as a population, its bytes kept as evidence, against unpacking its sheet and strings',
  clock: 'cpu',
  limit: 6,
  ceiling: { megabytes: 350 },
  runs: 1,
  prepare: () =>
    importSides(RECORDS, writeWorkbook, async (list) => {
      const parts = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'];
      const unpack = `unzip -p "$0" ${parts.join(' ')} > /dev/null`;
      const { cpu } = await runProgram('bash', ['-c', unpack, list]);
      return cpu;
    }),
};
