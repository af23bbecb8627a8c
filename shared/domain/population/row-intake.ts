/**
 * The rows of a client's list on their way into a population: keyed, dated, filtered and counted one by one, so that a
 * list of any length passes through little memory. Faults are collected with their row numbers, never thrown.
 */
import { isWithin, type Period, type PlainDate } from '../../lib/plain-date.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import type { KeyTable } from './key-table.ts';
import { recordsByDate, tallyShape, type ListShape } from './list-shape.ts';
import { readPopulationDate, type DateOrder, type DateReading, type LocalZone } from './population-date.ts';
import { keepsOf, leftOutBy, type FilterRule } from './population-filter.ts';
import { NumberList } from './number-list.ts';
import { createAlikeTable } from './plain-key.ts';
import { joinedKey } from './population-hash.ts';
import type { RowHead } from './population-row-text.ts';
import type { RowCells } from './row-cells.ts';

/** How a list is mapped: by header text, exactly as it stands in the file. */
export interface ColumnMapping {
  readonly keyColumns: readonly string[];
  readonly dateColumn: string | null;
  readonly stratumColumn: string | null;
}

/** A record of a population, without its cells. */
export interface IntakeRow extends RowHead {
  readonly occurredOn: PlainDate | null;
}

/** Rows with one kind of fault: how many, and the first of them as the auditor counts rows in the file. */
export interface RowFault {
  readonly count: number;
  readonly rows: readonly number[];
  /** The text of the first faulty cell. */
  readonly example: string;
}

/** What is known of the list so far. Faults other than of keys concern records that no filter leaves out. */
export interface IntakeSummary {
  readonly rows: number;
  readonly records: number;
  readonly blankKeys: RowFault;
  readonly repeatedKeys: RowFault;
  readonly blankDates: RowFault;
  readonly ambiguousDates: RowFault;
  readonly unreadableDates: RowFault;
  readonly outsidePeriod: RowFault;
  readonly blankStrata: RowFault;
  /** Rows that each filter leaves out, in the order of the filters; a row counts at the first. */
  readonly removed: readonly number[];
  /** What the records show. */
  readonly shape: ListShape;
  readonly firstDate: PlainDate | null;
  readonly lastDate: PlainDate | null;
}

/** An intake under way. */
export interface RowIntake {
  /** Takes the next row of the list, which stands in this row of the file, counted from 1. */
  take(cells: RowCells, rowNumber: number): IntakeRow;
  summary(): IntakeSummary;
}

/** What an intake goes by. `period`: `null` where the engagement has none (Type I). */
export interface IntakeRules {
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  readonly filters: readonly FilterRule[];
  readonly zone: LocalZone;
  /** The order of day and month, where the auditor stated it. */
  readonly dateOrder?: DateOrder | null;
  readonly period: Period | null;
}

/** Row numbers kept for each fault; the count says how many there are. */
const ROWS_LISTED = 100;

/** Starts an intake; refused where the mapping names a column that the list does not have, or has twice. */
export function createRowIntake(rules: IntakeRules): Result<RowIntake, Refusal> {
  const wanted = mappedColumns(rules.mapping);
  const missing = mappingFinding(wanted, rules);
  if (missing !== null) return err(missing);
  const columns = columnsOf(rules);
  const keys = createAlikeTable();
  const shape = tallyShape({ ...rules, columns: rules.header, dateColumn: rules.mapping.dateColumn, keys });
  const filters = rules.filters.map((filter) => keepsOf(filter, rules.header));
  const tally = createTally(rules, keys);
  return ok({
    take: (cells, rowNumber) => {
      const reading = columns.day(cells);
      const occurredOn = reading?.kind === 'date' ? reading.date : null;
      const key = columns.key(cells);
      const filter = filters.length === 0 ? -1 : leftOutBy(filters, { key, occurredOn, cells });
      const row: IntakeRow = { rowNumber, key, occurredOn, included: filter === -1 };
      shape.take(row, cells, tally.count(row, columns.isKeyBlank(cells, key), filter));
      if (row.included && reading !== null) tally.date(row, reading.kind, columns.dateText(cells));
      if (row.included && columns.isStratumBlank(cells)) tally.stratum(row);
      return row;
    },
    summary: () => tally.summary(shape.shape()),
  });
}

type DateKind = DateReading['kind'];

/** Characters of a day without a time; a text with a time is not met often. */
const LONGEST_REMEMBERED = 10;
const MOST_REMEMBERED = 4096;

/** The mapped cells of a row. The day is `null` where no date column is mapped. */
function columnsOf({ header, mapping, zone, dateOrder = null }: IntakeRules) {
  const keyAt = mapping.keyColumns.map((column) => header.indexOf(column));
  const dateAt = mapping.dateColumn === null ? null : header.indexOf(mapping.dateColumn);
  const stratumAt = mapping.stratumColumn === null ? null : header.indexOf(mapping.stratumColumn);
  const [onlyKeyAt = -1, ...otherKeysAt] = keyAt;
  const isOneKey = otherKeysAt.length === 0;
  const keyParts = (cells: RowCells) => keyAt.map((index) => cells.at(index));
  const dateText = (cells: RowCells) => (dateAt === null ? '' : cells.at(dateAt));
  const readDay = rememberedDays((text) => readPopulationDate(text, zone, dateOrder));
  return {
    key: (cells: RowCells) => (isOneKey ? cells.at(onlyKeyAt) : joinedKey(keyParts(cells))),
    isKeyBlank: (cells: RowCells, key: string) => (isOneKey ? isBlank(key) : keyParts(cells).every(isBlank)),
    isStratumBlank: (cells: RowCells) => stratumAt !== null && isBlank(cells.at(stratumAt)),
    dateText,
    day: (cells: RowCells) => (dateAt === null ? null : readDay(dateText(cells))),
  };
}

const isBlank = (cell: string): boolean => cell.trim() === '';

/** A list of a million rows has some hundred days: what was read once is not read again. */
function rememberedDays(read: (text: string) => DateReading): (text: string) => DateReading {
  const known = new Map<string, DateReading>();
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return read(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size === MOST_REMEMBERED) known.clear();
    const reading = read(text);
    known.set(text, reading);
    return reading;
  };
}

/**
 * What stands against taking the list as the population: blank or repeated keys (gate N2), dates that are missing or have
 * no certain reading, records outside the period (gate N3B), records without a stratum.
 */
export function intakeFindings(summary: IntakeSummary, populationId: string): readonly Refusal[] {
  const target = { entity: 'population', id: populationId } as const;
  const findings: Refusal[] = [];
  const keys = summary.blankKeys.count + summary.repeatedKeys.count;
  const keyRows = [...summary.blankKeys.rows, ...summary.repeatedKeys.rows].sort((a, b) => a - b);
  if (keys > 0) findings.push(gate('N2', { n: keys, rows: keyRows.slice(0, ROWS_LISTED) }, target));
  if (summary.outsidePeriod.count > 0)
    findings.push(gate('N3B', { n: summary.outsidePeriod.count, rows: summary.outsidePeriod.rows }, target));
  const faults: readonly (readonly [RowFault, string, string])[] = [
    [summary.blankDates, 'without a date', 'Leave them out by a recorded filter, or ask for the dates.'],
    [
      summary.ambiguousDates,
      'with a date that can be read as two days',
      'Ask the client whether day or month comes first and state it, or ask for dates written as YYYY-MM-DD.',
    ],
    [
      summary.unreadableDates,
      'with a date in a form that is not known',
      'Choose another date column or order, or ask for dates written as YYYY-MM-DD.',
    ],
    [summary.blankStrata, 'without a stratum', 'Choose another stratum column, or none.'],
  ];
  for (const [fault, what, next] of faults)
    if (fault.count > 0) findings.push(faultFinding(fault, what, next));
  return findings;
}

function faultFinding(fault: RowFault, what: string, next: string): Refusal {
  const rows = fault.rows.slice(0, 10).map(String).join(', ');
  const more = fault.count > 10 ? ' …' : '';
  const example = fault.example === '' ? '' : ` Row ${String(fault.rows[0] ?? 0)} has “${fault.example}”.`;
  const count = `${String(fault.count)} ${fault.count === 1 ? 'row' : 'rows'}`;
  const message = `${count} ${what} (row ${rows}${more}).${example}`;
  return rule('invalid-value', message, next, { n: fault.count, rows: fault.rows });
}

function mappedColumns({ keyColumns, dateColumn, stratumColumn }: ColumnMapping): readonly string[] {
  return [...keyColumns, dateColumn, stratumColumn].filter((column) => column !== null);
}

function mappingFinding(wanted: readonly string[], { header, mapping }: IntakeRules): Refusal | null {
  if (mapping.keyColumns.length === 0)
    return rule('invalid-value', 'No key column is chosen.', 'Choose the column that identifies a record.');
  for (const column of wanted) {
    const count = header.filter((name) => name === column).length;
    if (count === 0)
      return rule('invalid-value', `The list has no column ${column}.`, 'Choose a column of the list.');
    if (count > 1)
      return rule(
        'invalid-value',
        `${String(count)} columns are headed ${column}, so it is not certain which is meant.`,
        'Ask the client for a list with a different header for each column.',
      );
  }
  return null;
}

const faultOfDate = {
  blank: 'blankDates',
  ambiguous: 'ambiguousDates',
  unreadable: 'unreadableDates',
} as const;

type Fault = { count: number; rows: number[]; example: string };

function createTally(rules: IntakeRules, keys: KeyTable) {
  /** The row of each key, by its place; 0 once it was noted as repeated. */
  const firstRows = new NumberList();
  const removed = rules.filters.map(() => 0);
  const fault = (): Fault => ({ count: 0, rows: [], example: '' });
  const faults = {
    blankKeys: fault(),
    repeatedKeys: fault(),
    blankDates: fault(),
    ambiguousDates: fault(),
    unreadableDates: fault(),
    outsidePeriod: fault(),
    blankStrata: fault(),
  };
  let [rows, records] = [0, 0];
  return {
    /** Counts a row; answers the place of its key where it is new, else -1. */
    count(row: IntakeRow, isKeyBlank: boolean, filter: number): number {
      rows += 1;
      if (row.included) records += 1;
      else removed[filter] = (removed[filter] ?? 0) + 1;
      if (isKeyBlank) note(faults.blankKeys, row.rowNumber, '');
      const before = keys.add(row.key);
      if (before === -1) {
        firstRows.set(keys.size - 1, row.rowNumber);
        return keys.size - 1;
      }
      if (!isKeyBlank) noteRepeat(faults.repeatedKeys, firstRows, before, row);
      return -1;
    },
    date(row: IntakeRow, kind: DateKind, text: string) {
      if (row.occurredOn === null) {
        if (kind !== 'date') note(faults[faultOfDate[kind]], row.rowNumber, text);
        return;
      }
      const isOutside = rules.period !== null && !isWithin(row.occurredOn, rules.period);
      if (isOutside) note(faults.outsidePeriod, row.rowNumber, text);
    },
    stratum(row: IntakeRow) {
      note(faults.blankStrata, row.rowNumber, '');
    },
    summary(shape: ListShape): IntakeSummary {
      const dates = [...recordsByDate(shape).keys()];
      const span = { firstDate: dates[0] ?? null, lastDate: dates.at(-1) ?? null };
      return { rows, records, ...faults, removed, shape, ...span };
    },
  };
}

/** All rows of a repeated key count, the first of them as soon as the second is seen. */
function noteRepeat(repeated: Fault, firstRows: NumberList, place: number, row: IntakeRow): void {
  const first = firstRows.at(place);
  if (first > 0) note(repeated, first, row.key);
  note(repeated, row.rowNumber, row.key);
  firstRows.set(place, 0);
}

function note(fault: Fault, rowNumber: number, example: string): void {
  if (fault.count === 0) fault.example = example;
  fault.count += 1;
  if (fault.rows.length < ROWS_LISTED) fault.rows.push(rowNumber);
}
