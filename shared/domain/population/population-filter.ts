/** Recorded exclusions of records from the client's list. Nothing is removed: a record left out stays, marked so. */
import { formatPeriod, parsePlainDate, type Period, type PlainDate } from '../../lib/plain-date.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import { shortestReason } from '../journal/decision.ts';
import type { FieldsOf } from '../journal/entities.ts';

/** What a filter keeps, as far as it decides which records the population holds. */
export interface FilterRule {
  /**
   * - `withinPeriod`: keeps records whose day lies in the period, and those without a day, since nobody knows that they lie
   *   outside; `values` are its first and last day.
   * - `columnEquals`: keeps records whose cell is one of the values; `columnNotEquals`: those whose cell is none of them.
   * - `excludeKeys`: keeps records whose key is none of the values.
   */
  readonly kind: FieldsOf<'populationFilter'>['kind'];
  /** The column looked at; `null` for keys. */
  readonly column: string | null;
  readonly values: readonly string[];
}

/** A filter as a person records it. */
export interface FilterInput extends FilterRule {
  readonly reason: string;
}

/** A record as a filter sees it. */
export interface FilterableRow {
  readonly key: string;
  readonly occurredOn: string | null;
  /** Its cells by place, from 0. */
  readonly cells: { at(index: number): string | undefined };
}

/** Decides for a record whether a filter keeps it. */
export type Keeps = (row: FilterableRow) => boolean;

/** The test that a filter applies to each record. A column that the list does not have keeps nothing. */
export function keepsOf(filter: FilterRule, columns: readonly string[]): Keeps {
  const values = new Set(filter.values);
  const index = filter.column === null ? -1 : columns.indexOf(filter.column);
  const cellOf = ({ cells }: FilterableRow): string => (index === -1 ? '' : (cells.at(index) ?? ''));
  switch (filter.kind) {
    case 'withinPeriod': {
      const [start = '', end = ''] = filter.values;
      return ({ occurredOn }) => occurredOn === null || (start <= occurredOn && occurredOn <= end);
    }
    case 'columnEquals':
      return (row) => values.has(cellOf(row));
    case 'columnNotEquals':
      return (row) => !values.has(cellOf(row));
    case 'excludeKeys':
      return (row) => !values.has(row.key);
  }
}

/** The number of the first filter (from 0) that leaves a record out, or -1 where all keep it. */
export function leftOutBy(filters: readonly Keeps[], row: FilterableRow): number {
  return filters.findIndex((keeps) => !keeps(row));
}

/** What is wrong with a filter before any record is looked at, or `null`. */
export function filterFinding(
  filter: FilterInput,
  columns: readonly string[],
  dateColumn: string | null,
): Refusal | null {
  if (filter.reason.trim().length < shortestReason)
    return refused('A filter needs a reason.', 'Say why these records do not belong to the population.');
  if (filter.values.length === 0)
    return refused('The filter names no value.', 'Give the values that the filter looks for.');
  if (filter.kind === 'excludeKeys') return null;
  const ofPeriod = filter.kind === 'withinPeriod' ? periodFinding(filter, dateColumn) : null;
  if (ofPeriod !== null) return ofPeriod;
  if (filter.column !== null && columns.includes(filter.column)) return null;
  return refused(`The list has no column ${filter.column ?? ''}.`, 'Choose a column of the list.');
}

function periodFinding({ values }: FilterInput, dateColumn: string | null): Refusal | null {
  if (dateColumn === null)
    return refused('The list has no date column.', 'Map the date column before you filter by the period.');
  if (isPeriod(values)) return null;
  return refused(
    `The filter by period says ${values.join(', ')}, which are not a first and a last day.`,
    'Give two days as YYYY-MM-DD, the earlier first, or none for the period of the list.',
  );
}

/** Whether values are two days in their order. */
function isPeriod(values: readonly string[]): boolean {
  const [start = '', end = ''] = values;
  return values.length === 2 && start <= end && [start, end].every((day) => parsePlainDate(day).ok);
}

/** A filter with what follows from the engagement filled in: `withinPeriod` without values means its period and the date column. */
export function completedFilter(
  filter: FilterInput,
  period: Period | null,
  dateColumn: string | null,
): FilterInput {
  if (filter.kind !== 'withinPeriod') return filter;
  const values = filter.values.length === 0 && period !== null ? [period.start, period.end] : filter.values;
  return { ...filter, column: filter.column ?? dateColumn, values };
}

/** A filter in words for certificates and cards. */
export function describeFilter(filter: FilterRule): string {
  const listed =
    filter.values.length > 3 ? `${String(filter.values.length)} values` : filter.values.join(', ');
  const column = filter.column ?? '';
  switch (filter.kind) {
    case 'withinPeriod':
      return `${column} within ${periodInWords(filter.values)}`;
    case 'columnEquals':
      return `${column} is ${listed}`;
    case 'columnNotEquals':
      return `${column} is not ${listed}`;
    case 'excludeKeys':
      return `without ${listed}`;
  }
}

function periodInWords([start = '', end = '']: readonly string[]): string {
  return formatPeriod({ start: start as PlainDate, end: end as PlainDate }); // recorded from a period, so both are dates
}

function refused(message: string, next: string): Refusal {
  return rule('invalid-value', message, next);
}
