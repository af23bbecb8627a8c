/** A firm's library as a sheet: one row an entry, lists one to a line in a cell, so that it can be edited in a spreadsheet. */
import { readCriteria, readFrequency, readNature, readType } from './read-control-cell.ts';
import type { LibraryAttribute, LibraryText } from './library-entry.ts';

/** The heads of the sheet, in order. Number, title and wording are needed; a column that is not there leaves its field empty. */
export const sheetHeads = [
  'Number',
  'Family',
  'Title',
  'Wording',
  'Criteria',
  'Nature',
  'Type',
  'Frequency',
  'Attributes',
  'Procedures',
  'Population',
  'Evidence to request',
  'Typical deviations',
  'Usual values',
  'State',
] as const;
type Head = (typeof sheetHeads)[number];

const needed: readonly Head[] = ['Number', 'Title', 'Wording'];

/** An entry as a file offers it. */
export interface OfferedEntry {
  /** The row of the sheet, or the position of the entry in a JSON file, from 1. */
  readonly row: number;
  readonly text: LibraryText;
  readonly isRetired: boolean;
  readonly takenFrom: string | null;
}

/** What keeps a row from being taken. */
export interface SheetFault {
  readonly row: number;
  readonly column: string;
  readonly message: string;
}

/** What a file offers: the entries, and the faults of rows; a row with a fault may stand among the entries too. */
export interface OfferedLibrary {
  readonly entries: readonly OfferedEntry[];
  readonly faults: readonly SheetFault[];
}

/** The cells of an entry, in the order of the heads. */
export function sheetRow(text: LibraryText, isRetired: boolean): readonly string[] {
  const lines = (items: readonly string[]): string => items.join('\n');
  return [
    ...[text.code, text.family, text.title, text.text, text.criteria.join(', ')],
    ...[text.nature, text.type, text.frequency],
    lines(text.attributes.map(({ key, test }) => `${key}: ${test}`)),
    ...[lines(text.procedures), text.population, lines(text.evidenceToRequest)],
    lines(text.typicalDeviations),
    lines(Object.entries(text.parameters).map(([name, value]) => `${name} = ${value}`)),
    isRetired ? 'retired' : 'offered',
  ];
}

/** Reads the rows below a header. Blank rows are passed over; criteria are those of the set that the program knows. */
export function readSheet(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  fileRows: readonly number[],
  knownCriteria: ReadonlySet<string>,
): OfferedLibrary {
  const heads = header.map((head) => head.trim().toLowerCase());
  const missing = needed.filter((head) => !heads.includes(head.toLowerCase()));
  const faults: SheetFault[] = missing.map((column) => ({
    row: 1,
    column,
    message: `The sheet has no column headed ${column}.`,
  }));
  if (faults.length > 0) return { entries: [], faults };
  const entries = rows.flatMap((cells, index): readonly OfferedEntry[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const row = fileRows[index] ?? 0;
    const cell = (head: Head): string => (cells[heads.indexOf(head.toLowerCase())] ?? '').trim();
    const read = readEntry(cell, row, knownCriteria);
    faults.push(...read.faults);
    return [read.entry];
  });
  return { entries, faults };
}

function readEntry(
  cell: (head: Head) => string,
  row: number,
  knownCriteria: ReadonlySet<string>,
): { readonly entry: OfferedEntry; readonly faults: readonly SheetFault[] } {
  const nature = readNature(cell('Nature'));
  const type = readType(cell('Type'));
  const frequency = readFrequency(cell('Frequency'));
  const state = cell('State').toLowerCase();
  const faultOf = (column: Head, message: string | null): readonly SheetFault[] =>
    message === null ? [] : [{ row, column, message }];
  const text: LibraryText = {
    ...{ code: cell('Number'), family: cell('Family'), title: cell('Title'), text: cell('Wording') },
    ...{ nature: nature.value, type: type.value, frequency: frequency.value },
    criteria: [...criteriaOfCell(cell('Criteria'), knownCriteria)],
    ...{ population: cell('Population'), evidenceToRequest: linesOf(cell('Evidence to request')) },
    ...{ procedures: linesOf(cell('Procedures')), attributes: attributesOfCell(cell('Attributes')) },
    typicalDeviations: linesOf(cell('Typical deviations')),
    parameters: valuesOfCell(cell('Usual values')),
  };
  return {
    entry: { row, text, isRetired: state === 'retired', takenFrom: null },
    faults: [
      ...faultOf('Nature', nature.fault),
      ...faultOf('Type', type.fault),
      ...faultOf('Frequency', frequency.fault),
      ...faultOf('State', stateFault(state)),
    ],
  };
}

const stateFault = (state: string): string | null =>
  ['', 'offered', 'retired'].includes(state) ? null : `“${state}” is neither offered nor retired.`;

/** Known criteria in their usual form, and the words that are none, so that the check of the entry names them. */
function criteriaOfCell(cell: string, known: ReadonlySet<string>): readonly string[] {
  const read = readCriteria(cell, known);
  if (read.fault === null) return read.value;
  const words = cell.split(/[\s,;/|]+/).map((word) => word.trim().toUpperCase());
  return [...read.value, ...words.filter((word) => word !== '' && !read.value.includes(word))];
}

function linesOf(cell: string): readonly string[] {
  return cell
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Lines `A: what is tested`; a line without a letter takes that of its place. */
export function attributesOfCell(cell: string): readonly LibraryAttribute[] {
  return linesOf(cell).map((line, index) => {
    const match = /^([A-Za-z])\s*[:.)]\s*(.*)$/.exec(line);
    return match === null
      ? { key: letters.charAt(index), test: line }
      : { key: (match[1] ?? '').toUpperCase(), test: match[2] ?? '' };
  });
}

function valuesOfCell(cell: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    linesOf(cell).flatMap((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
    }),
  );
}
