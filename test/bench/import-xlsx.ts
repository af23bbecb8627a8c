import { join } from 'node:path';
import exceljs from 'exceljs';
import type { Benchmark } from './benchmark.ts';
import { importCells, importColumns, importSides } from './import-list.ts';
import { runProgram } from './run-program.ts';

/** A list of so many records as a spreadsheet program saves it: shared strings, and dates as numbers. */
export async function writeWorkbook(folder: string, records: number): Promise<string> {
  const list = join(folder, 'changes.xlsx');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    ...{ filename: list, useSharedStrings: true, useStyles: true },
  });
  const sheet = workbook.addWorksheet('Changes');
  sheet.addRow(importColumns).commit();
  for (let number = 1; number <= records; number += 1) {
    const [key, opened = '', closed = '', ...others] = importCells(number);
    sheet.addRow([key, new Date(opened), new Date(closed), ...others]).commit();
  }
  await workbook.commit();
  return list;
}

const importOf = (records: number): Benchmark => ({
  name: `import-xlsx-${String(records)}`,
  meaning: `importing an XLSX of ${records.toLocaleString('en-US')} records and 12 columns as a population, its bytes kept as evidence, against unpacking its sheet and strings`,
  clock: 'cpu',
  limit: 6,
  ceiling: { megabytes: 350 },
  runs: 1,
  prepare: () =>
    importSides(
      records,
      (folder) => writeWorkbook(folder, records),
      async (list) => {
        const parts = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'];
        const unpack = `unzip -p "$0" ${parts.join(' ')} > /dev/null`;
        const { cpu } = await runProgram('bash', ['-c', unpack, list]);
        return cpu;
      },
    ),
});

/** A workbook of the usual size of large ones, and one that fills its sheet. */
export const importXlsx = [200_000, 1_000_000].map(importOf);
