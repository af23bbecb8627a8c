import ExcelJS from 'exceljs';
import { steadyZip } from './steady-zip.ts';
import { toMinutes } from '../calendar.ts';

export interface SheetColumn {
  readonly name: string;
  readonly type: 'text' | 'date' | 'dateTime' | 'number' | 'paddedNumber';
}

export interface SheetContent {
  readonly name: string;
  readonly hidden?: boolean;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly string[])[];
}

const FORMATS: Readonly<Record<SheetColumn['type'], string>> = {
  text: '@',
  date: 'yyyy-mm-dd',
  dateTime: 'yyyy-mm-dd hh:mm:ss',
  number: '0',
  paddedNumber: '000000',
};

/** Days from 1899-12-30, the zero of a workbook's serial dates, to 1970-01-01. */
const SERIAL_OF_1970 = 25569;

/** A workbook with dates as serial numbers, numbers as numbers and everything else as text; the same bytes at every run. */
export async function workbookBytes(sheets: readonly SheetContent[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Quillhaven (sample data)';
  workbook.created = new Date('2026-07-06T00:00:00Z');
  workbook.modified = workbook.created;
  for (const sheet of sheets) addSheet(workbook, sheet);
  return steadyZip(Buffer.from(await workbook.xlsx.writeBuffer()));
}

function addSheet(workbook: ExcelJS.Workbook, sheet: SheetContent): void {
  const target = workbook.addWorksheet(sheet.name, { state: sheet.hidden === true ? 'hidden' : 'visible' });
  target.columns = sheet.columns.map((column) => ({
    header: column.name,
    width: Math.max(12, column.name.length + 2),
    style: { numFmt: FORMATS[column.type] },
  }));
  for (const row of sheet.rows)
    target.addRow(row.map((cell, index) => cellValue(cell, sheet.columns[index]?.type)));
}

function cellValue(cell: string, type: SheetColumn['type'] | undefined): string | number | null {
  if (cell === '') return null;
  switch (type) {
    case 'date':
    case 'dateTime':
      return Math.round(toMinutes(cell) * 60) / 86_400 + SERIAL_OF_1970;
    case 'number':
    case 'paddedNumber':
      return Number(cell);
    case 'text':
    case undefined:
      return cell;
  }
}
