import { delimitedText } from '../format/delimited-text.ts';
import { workbookBytes } from '../format/workbook.ts';
import type { SheetContent } from '../format/workbook.ts';
import type { BuiltPopulation } from './build-population.ts';

/** The bytes of a large list, in the encoding, delimiter and cell types in which its system exports it. */
export async function populationBytes(population: BuiltPopulation): Promise<Uint8Array> {
  const { spec } = population;
  const names = spec.columns.map((column) => column.name);
  const rows = population.rows.map((row) => names.map((name) => row.cells[name] ?? ''));
  if (spec.format.kind === 'csv') return delimitedText([names, ...rows], spec.format);
  const main: SheetContent = { name: spec.format.sheet, columns: spec.columns, rows };
  const { hiddenSheet } = spec.format;
  return workbookBytes(hiddenSheet === undefined ? [main] : [main, lookupSheet(hiddenSheet)]);
}

/** A left-over sheet with the choices of a drop-down list, hidden as such sheets are. */
const lookupSheet = (name: string): SheetContent => ({
  name,
  hidden: true,
  columns: [{ name: 'decision', type: 'text' }],
  rows: [['keep'], ['change'], ['remove']],
});
