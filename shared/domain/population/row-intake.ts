/**
 * The rows of a client's list on their way into a population: keyed, dated, filtered and counted one by one, so that a
 * list of any length passes through little memory. Faults are collected with their row numbers, never thrown.
 */
import { isWithin, type Period, type PlainDate } from '../../lib/plain-date.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { readPopulationDate, type DateOrder, type DateReading, type LocalZone } from './population-date.ts';
import { keepsOf, leftOutBy, type FilterRule } from './population-filter.ts';
import { joinedKey } from './population-hash.ts';
import type { DigestedRow } from './population-row-text.ts';

/** How a list is mapped: by header text, exactly as it stands in the file. */
export interface ColumnMapping {
  readonly keyColumns: readonly string[];
  readonly dateColumn: string | null;
  readonly stratumColumn: string | null;
}

/** A record of a population. */
export interface IntakeRow extends DigestedRow {
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
  /** Records by day. */
  readonly recordsByDate: ReadonlyMap<PlainDate, number>;
  readonly firstDate: PlainDate | null;
  readonly lastDate: PlainDate | null;
}

/** An intake under way. */
export interface RowIntake {
  /** Takes the next row of the list, which stands in this row of the file, counted from 1. */
  take(cells: readonly string[], rowNumber: number): IntakeRow;
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
  const filters = rules.filters.map((filter) => keepsOf(filter, rules.header));
  const tally = createTally(rules);
  return ok({
    take: (cells, rowNumber) => {
      const { dateText, occurredOn, dateKind } = columns.day(cells);
      const key = columns.key(cells);
      const filter = leftOutBy(filters, { key, occurredOn, cells });
      const row = {
        ...{ rowNumber, key, occurredOn, included: filter === -1, cells },
      };
      tally.count(row, { isKeyBlank: columns.isKeyBlank(cells), filter });
      if (row.included && dateKind !== null) tally.date(row, dateKind, dateText);
      if (row.included && columns.isStratumBlank(cells)) tally.stratum(row);
      return row;
    },
    summary: () => tally.summary(),
  });
}

type DateKind = DateReading['kind'];

/** The mapped cells of a row. `dateKind` is `null` where no date column is mapped. */
function columnsOf({ header, mapping, zone, dateOrder = null }: IntakeRules) {
  const keyAt = mapping.keyColumns.map((column) => header.indexOf(column));
  const dateAt = mapping.dateColumn === null ? null : header.indexOf(mapping.dateColumn);
  const stratumAt = mapping.stratumColumn === null ? null : header.indexOf(mapping.stratumColumn);
  const keyParts = (cells: readonly string[]) => keyAt.map((index) => cells[index] ?? '');
  return {
    key: (cells: readonly string[]) => joinedKey(keyParts(cells)),
    isKeyBlank: (cells: readonly string[]) => keyParts(cells).every((part) => part.trim() === ''),
    isStratumBlank: (cells: readonly string[]) =>
      stratumAt !== null && (cells[stratumAt] ?? '').trim() === '',
    day: (cells: readonly string[]) => {
      const dateText = dateAt === null ? '' : (cells[dateAt] ?? '');
      const reading = dateAt === null ? null : readPopulationDate(dateText, zone, dateOrder);
      const dateKind: DateKind | null = reading === null ? null : reading.kind;
      return { dateText, dateKind, occurredOn: reading?.kind === 'date' ? reading.date : null };
    },
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

function createTally(rules: IntakeRules) {
  const seen = new Map<string, number>();
  const recordsByDate = new Map<PlainDate, number>();
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
    count(row: IntakeRow, { isKeyBlank, filter }: { isKeyBlank: boolean; filter: number }) {
      rows += 1;
      if (row.included) records += 1;
      else removed[filter] = (removed[filter] ?? 0) + 1;
      if (isKeyBlank) note(faults.blankKeys, row.rowNumber, '');
      else noteRepeat(faults.repeatedKeys, seen, row);
    },
    date(row: IntakeRow, kind: DateKind, text: string) {
      if (row.occurredOn === null) {
        if (kind !== 'date') note(faults[faultOfDate[kind]], row.rowNumber, text);
        return;
      }
      recordsByDate.set(row.occurredOn, (recordsByDate.get(row.occurredOn) ?? 0) + 1);
      const isOutside = rules.period !== null && !isWithin(row.occurredOn, rules.period);
      if (isOutside) note(faults.outsidePeriod, row.rowNumber, text);
    },
    stratum(row: IntakeRow) {
      note(faults.blankStrata, row.rowNumber, '');
    },
    summary(): IntakeSummary {
      const dates = [...recordsByDate.keys()].sort();
      const span = { firstDate: dates[0] ?? null, lastDate: dates.at(-1) ?? null };
      return { rows, records, ...faults, removed, recordsByDate, ...span };
    },
  };
}

/** All rows of a repeated key count, the first of them as soon as the second is seen. */
function noteRepeat(repeated: Fault, seen: Map<string, number>, row: IntakeRow): void {
  const first = seen.get(row.key);
  if (first === undefined) {
    seen.set(row.key, row.rowNumber);
    return;
  }
  if (first > 0) note(repeated, first, row.key);
  note(repeated, row.rowNumber, row.key);
  seen.set(row.key, 0);
}

function note(fault: Fault, rowNumber: number, example: string): void {
  if (fault.count === 0) fault.example = example;
  fault.count += 1;
  if (fault.rows.length < ROWS_LISTED) fault.rows.push(rowNumber);
}
