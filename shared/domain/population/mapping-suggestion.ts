/** Which columns of a list are likely its key, its date and its stratum: offered, never applied without a person. */
import { readPopulationDate, type LocalZone } from './population-date.ts';

/** Columns offered, best first. */
export interface MappingSuggestion {
  readonly keyColumns: readonly string[];
  readonly dateColumns: readonly string[];
  readonly stratumColumns: readonly string[];
}

const KEY_WORDS = /\b(id|key|no|nr|number|ref|reference|ticket|change|code|record|case)\b|id$|number$/i;
const DATE_WORDS = /\b(date|day|at|on|time|created|closed|opened|merged|completed|last)\b|_at$|date$/i;
const MOST_STRATA = 20;
const SHARE_OF_DATES = 0.9;

/**
 * Judges columns by the first rows of the list and by their headers: a key column has a different text in every row, a
 * date column holds dates, be their order certain or not, a stratum column few different texts.
 */
export function suggestMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  zone: LocalZone,
): MappingSuggestion {
  const columns = header.map((name, index) => ({ name, cells: rows.map((row) => row[index] ?? '') }));
  const usable = columns.filter(
    ({ name }) => name.trim() !== '' && header.filter((other) => other === name).length === 1,
  );
  const dates = usable.filter(({ cells }) => shareOfDates(cells, zone) >= SHARE_OF_DATES);
  const others = usable.filter((column) => !dates.includes(column));
  const keys = others.filter(({ cells }) => cells.every((cell) => cell.trim() !== '') && isUnique(cells));
  const strata = others.filter((column) => !keys.includes(column) && hasFewValues(column.cells));
  return {
    keyColumns: wordedFirst(keys, KEY_WORDS),
    dateColumns: wordedFirst(dates, DATE_WORDS),
    stratumColumns: strata.map(({ name }) => name),
  };
}

interface Column {
  readonly name: string;
  readonly cells: readonly string[];
}

function shareOfDates(cells: readonly string[], zone: LocalZone): number {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return 0;
  const dates = filled.filter((cell) => {
    const { kind } = readPopulationDate(cell, zone);
    return kind === 'date' || kind === 'ambiguous';
  });
  return dates.length / filled.length;
}

function isUnique(cells: readonly string[]): boolean {
  return new Set(cells).size === cells.length;
}

function hasFewValues(cells: readonly string[]): boolean {
  const values = new Set(cells);
  return values.size > 1 && values.size <= MOST_STRATA && values.size * 2 <= cells.length;
}

function wordedFirst(columns: readonly Column[], words: RegExp): readonly string[] {
  const names = columns.map(({ name }) => name);
  const spaced = (name: string) => name.replaceAll('_', ' ');
  return [
    ...names.filter((name) => words.test(spaced(name))),
    ...names.filter((name) => !words.test(spaced(name))),
  ];
}
