import type { CellValue, Worksheet } from 'exceljs';
import type { WorkbookCell, WorkbookPort, WorkbookSheet } from '../../services/ports/workbook.ts';

/** Most characters that the format takes in a cell. */
const longestText = 32_767;
const longestName = 31;
const dateFormat = 'yyyy-mm-dd';

/** Writes workbooks with exceljs. Text is written as text: a client's `=SUM(A1)` stays those eight characters. */
export const exceljsWorkbook: WorkbookPort = {
  async write(content) {
    // Loaded at its first use: no start of the program needs it.
    const { default: exceljs } = await import('exceljs');
    const workbook = new exceljs.Workbook();
    const made = new Date(content.createdAt);
    workbook.creator = content.creator;
    workbook.title = content.title;
    workbook.created = made;
    workbook.modified = made;
    for (const sheet of content.sheets) fillSheet(workbook.addWorksheet(sheetName(sheet.name)), sheet);
    const written = await workbook.xlsx.writeBuffer();
    return new Uint8Array(written);
  },
};

/** Characters that a sheet's name cannot hold become dashes. */
const sheetName = (name: string): string => name.replace(/[\\/*?:[\]]/g, '-').slice(0, longestName);

function fillSheet(target: Worksheet, sheet: WorkbookSheet): void {
  target.views = [{ state: 'frozen', ySplit: 1 }];
  target.columns = sheet.columns.map(({ width }) => ({ width }));
  const head = target.addRow(sheet.columns.map((column) => column.head));
  head.font = { bold: true };
  head.alignment = { vertical: 'top', wrapText: true };
  for (const cells of sheet.rows) {
    const row = target.addRow(cells.map(cellValue));
    row.alignment = { vertical: 'top', wrapText: true };
    cells.forEach((cell, index) => {
      if (typeof cell === 'object' && cell !== null) row.getCell(index + 1).numFmt = dateFormat;
    });
  }
  if (sheet.rows.length > 0)
    target.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: sheet.columns.length } };
}

function cellValue(cell: WorkbookCell): CellValue {
  if (typeof cell === 'string') return printableText(cell);
  // Midnight UTC is how exceljs writes a day without a time.
  return typeof cell === 'object' && cell !== null ? new Date(`${cell.date}T00:00:00Z`) : cell;
}

/** Control characters and lone surrogates are not allowed in XML; a line end stays. */
function printableText(text: string): string {
  const clean = text.toWellFormed().replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '');
  return clean.length <= longestText ? clean : `${clean.slice(0, longestText - 1)}…`;
}
