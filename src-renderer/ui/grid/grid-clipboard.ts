import { enteredMark } from './grid-entry.ts';
import type { EnteredMark, GridItem } from './grid-model.ts';
import type { CellRange } from './grid-selection.ts';

const LETTERS: Readonly<Record<EnteredMark, string>> = {
  pass: 'P',
  deviation: 'D',
  'not-applicable': 'N',
  empty: '',
};

const READINGS: ReadonlyMap<string, EnteredMark> = new Map<string, EnteredMark>([
  ['', 'empty'],
  ['.', 'empty'],
  ['p', 'pass'],
  ['pass', 'pass'],
  ['ok', 'pass'],
  ['yes', 'pass'],
  ['y', 'pass'],
  ['no deviation', 'pass'],
  ['\u2713', 'pass'],
  ['\u2714', 'pass'],
  ['d', 'deviation'],
  ['dev', 'deviation'],
  ['deviation', 'deviation'],
  ['n', 'not-applicable'],
  ['na', 'not-applicable'],
  ['n/a', 'not-applicable'],
  ['not applicable', 'not-applicable'],
  ['-', 'not-applicable'],
  ['\u2013', 'not-applicable'],
  ['\u2014', 'not-applicable'],
]);

/** A pasted block as marks, or the texts in it that are no mark (each once). */
export type PastedBlock =
  | { readonly isRead: true; readonly marks: readonly (readonly EnteredMark[])[] }
  | { readonly isRead: false; readonly unread: readonly string[] };

/** The selected marks as letters, tab between columns and line feed between rows: what a spreadsheet pastes. */
export function copiedText(items: readonly GridItem[], range: CellRange): string {
  return items
    .slice(range.top, range.bottom + 1)
    .map((item) =>
      item.cells
        .slice(range.left, range.right + 1)
        .map((cell) => LETTERS[enteredMark(cell.mark)])
        .join('\t'),
    )
    .join('\n');
}

/** Reads what a spreadsheet copied. Nothing is guessed: one text that is no mark refuses the whole block. */
export function parsePasted(text: string): PastedBlock {
  const unread = new Set<string>();
  const rows = splitRows(text).map((row) =>
    row.map((cell) => {
      const mark = READINGS.get(cell.trim().toLowerCase());
      if (mark === undefined) unread.add(cell.trim());
      return mark ?? 'empty';
    }),
  );
  if (unread.size > 0) return { isRead: false, unread: [...unread] };
  const width = Math.max(0, ...rows.map((row) => row.length));
  return { isRead: true, marks: rows.map((row) => [...row, ...blanks(width - row.length)]) };
}

function blanks(count: number): readonly EnteredMark[] {
  return Array.from({ length: count }, (): EnteredMark => 'empty');
}

/** Splits tab-separated text; a cell in double quotes may hold tabs, line ends and doubled quotes. */
function splitRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (body === '' && text === '') return [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;
  for (let match = pattern.exec(body); match !== null; match = pattern.exec(body)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\n') rows.push([]);
    if (match[3] === '') break;
  }
  return rows;
}
