/** Reads the cells of one list by field, and gathers what cannot be read. */
import { listDefinitionOf, type ListKind } from './access-list.ts';
import type { Subject } from './access-record.ts';
import type { LocalZone } from '../population/population-date.ts';
import type { ListMapping } from './list-mapping.ts';
import { readMoment, type Moment } from './moment.ts';
import { readFlag, readWords, type Said } from './read-cell.ts';

/** A row of a file: its number there, and its cells in the order of the header. */
export interface ListCells {
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/** The record of one row: what identifies it (empty where it cannot be identified), and the record under a key. */
export interface RowRecord {
  readonly identity: string;
  /** Makes the record; `place` says where it stands and under which key. */
  readonly at: (place: Subject) => Subject;
}

/** A cell that could not be read. */
export interface CellFault {
  readonly field: string;
  readonly words: string;
}

/** The cells of a row by field; what cannot be read is empty and kept as a fault. */
export interface RowReader {
  /** Turns to a row; the faults of the row before are dropped. */
  turnTo(row: ListCells): void;
  text(field: string): string;
  words(field: string): readonly string[];
  moment(field: string): Moment | null;
  flag(field: string): boolean | null;
  /** A word read by `read`; a word of no known meaning is a fault. */
  meaning<T>(field: string, read: (cell: string) => Said<T>): T | null;
  faults(): readonly CellFault[];
}

/** What reading the cells depends on. */
export interface ReadingRules {
  readonly kind: ListKind;
  readonly header: readonly string[];
  readonly mapping: ListMapping;
  readonly zone: LocalZone;
}

/** A reader of the rows of a list; the mapping has been found usable before. */
export function createRowReader({ kind, header, mapping, zone }: ReadingRules): RowReader {
  const { fields } = listDefinitionOf(kind);
  const labels = new Map(fields.map(({ name, label }) => [name, label]));
  const places = new Map(
    Object.entries(mapping.columns).map(([field, column]) => [field, header.indexOf(column)]),
  );
  let cells: readonly string[] = [];
  let faults: CellFault[] = [];
  const moments = new Map<string, Moment | null>();

  const raw = (field: string): string => {
    const place = places.get(field);
    return place === undefined ? (mapping.fixed[field] ?? '') : (cells[place] ?? '');
  };
  const fault = (field: string, why: string): null => {
    faults.push({ field, words: `${labels.get(field) ?? field}: “${raw(field)}” ${why}` });
    return null;
  };
  const momentOf = (field: string, cell: string): Moment | null => {
    const read = readMoment(cell, zone, mapping.dateOrder);
    if (read === 'blank') return null;
    if (read === 'ambiguous') return fault(field, 'names two days; say which number comes first.');
    return read === 'unreadable' ? fault(field, 'is no date that can be read.') : read;
  };
  const meaning = <T>(field: string, read: (cell: string) => Said<T>): T | null => {
    const said = read(raw(field));
    return said === undefined ? fault(field, 'has no known meaning.') : said;
  };
  return {
    turnTo(row) {
      ({ cells } = row);
      faults = [];
    },
    text: (field) => raw(field).trim(),
    words: (field) => readWords(raw(field)),
    moment(field) {
      const cell = raw(field);
      if (cell === '') return null;
      const known = moments.get(cell);
      if (known !== undefined) return known;
      const read = momentOf(field, cell);
      // Lists repeat the same days many times; what cannot be read stays out, so that each row has its fault.
      if (read !== null) moments.set(cell, read);
      return read;
    },
    flag: (field) => meaning(field, readFlag),
    meaning,
    faults: () => faults,
  };
}
