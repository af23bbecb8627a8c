import { LIMITS } from '../limits.ts';
import { refuseDamaged } from '../refusal.ts';

const A = 65;

/** A place in a sheet: column from 0, row from 1. */
export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

const REFERENCE = /^([A-Z]{1,3})(\d{1,7})$/;

const columnNumber = (letters: string): number => {
  let number = 0;
  for (let place = 0; place < letters.length; place += 1)
    number = number * 26 + letters.charCodeAt(place) - A + 1;
  return number - 1;
};

/** Column of a reference such as `AB12`, after checking that it stands in `row`. */
export function columnOf(reference: string, row: number): number {
  const [, letters = '', number] = REFERENCE.exec(reference) ?? [];
  const column = columnNumber(letters);
  if (Number(number) !== row || column < 0 || column >= LIMITS.sheetColumns) {
    refuseDamaged(`a cell of row ${row} says that it is ${JSON.stringify(reference.slice(0, 20))}`, { row });
  }
  return column;
}

const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;

/** First and last cell of a range such as `A1:C3` or `B2`; null where the text is no range. */
export function readRange(text: string): { readonly first: CellPlace; readonly last: CellPlace } | null {
  const found = RANGE.exec(text.trim());
  const [, column, row, lastColumn = column, lastRow = row] = found ?? [];
  if (column === undefined || row === undefined || lastColumn === undefined || lastRow === undefined)
    return null;
  return {
    first: { column: columnNumber(column), row: Number(row) },
    last: { column: columnNumber(lastColumn), row: Number(lastRow) },
  };
}
