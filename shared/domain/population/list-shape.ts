/**
 * What the records of a list show before a draw, gathered in one pass while the list is taken in or narrowed, and recorded
 * with it: nobody waits for a million records again to see it.
 */
import type { PlainDate } from '../../lib/plain-date.ts';
import { columnTally, type ColumnProfile } from './column-kinds.ts';
import {
  tallyNearDuplicates,
  tallySequence,
  type NearDuplicateFindings,
  type SequenceFindings,
} from './key-findings.ts';
import type { KeyTable } from './key-table.ts';
import type { LocalZone } from './population-date.ts';
import type { RowHead } from './population-row-text.ts';
import type { RowCells } from './row-cells.ts';
import { LENGTH_OF_DAY, tallyHours, type HourCounts } from './time-of-day.ts';

/** The shape of a list as it stands. */
export interface ListShape {
  /** Records that the filters keep, by day `YYYY-MM-DD`. */
  readonly days: Readonly<Record<string, number>>;
  /** Records that the filters keep and that have no day. */
  readonly undated: number;
  /** Times of day of the records that the filters keep. */
  readonly hours: HourCounts;
  /** The zone in which the times were read. */
  readonly zone: string;
  /** Over all rows of the file: a number that a filter left out is not missing. */
  readonly sequence: SequenceFindings;
  /** Over the records that the filters keep: one that a filter left out is not there twice. */
  readonly nearDuplicates: NearDuplicateFindings;
  /** Over all rows of the file. */
  readonly columns: readonly ColumnProfile[];
}

/** A shape under way. */
export interface ShapeTally {
  /** Takes the next row, whose key has just been put to the table. `place` is the key's, or -1 for a key that came before. */
  take(row: RowHead, cells: RowCells, place: number): void;
  shape(): ListShape;
}

/** What a shape goes by. */
export interface ShapeRules {
  readonly columns: readonly string[];
  readonly dateColumn: string | null;
  readonly zone: LocalZone;
  /** The keys of the rows that are taken, in a table made by `createAlikeTable`. */
  readonly keys: KeyTable;
}

/** Starts looking at the rows of a list. */
export function tallyShape({ columns, dateColumn, zone, keys }: ShapeRules): ShapeTally {
  const dateAt = dateColumn === null ? -1 : columns.indexOf(dateColumn);
  const sequence = tallySequence();
  const nearDuplicates = tallyNearDuplicates(keys);
  const hours = tallyHours(zone);
  const kinds = columnTally(columns);
  const days = new Map<string, number>();
  let undated = 0;
  return {
    take: ({ key, occurredOn, included }, cells, place) => {
      sequence.take(key);
      kinds.take(cells);
      if (place !== -1) nearDuplicates.take(key, place, included);
      if (!included) return;
      hours.take(isLonger(cells, dateAt) ? cells.at(dateAt) : '');
      if (occurredOn === null) undated += 1;
      else days.set(occurredOn, (days.get(occurredOn) ?? 0) + 1);
    },
    shape: () => ({
      ...{ days: Object.fromEntries([...days].sort(([a], [b]) => (a < b ? -1 : 1))), undated },
      ...{ hours: hours.counts(), zone: zone.name, columns: kinds.profiles() },
      ...{ sequence: sequence.findings(), nearDuplicates: nearDuplicates.findings() },
    }),
  };
}

/** Whether a cell has room for a time of day; most dates of most lists have none. */
const isLonger = (cells: RowCells, index: number): boolean =>
  index !== -1 && cells.endOf(index) - cells.startOf(index) > LENGTH_OF_DAY;

/** Records that the filters keep, by day. */
export const recordsByDate = ({ days }: Pick<ListShape, 'days'>): ReadonlyMap<PlainDate, number> =>
  new Map(Object.entries(days).map(([day, count]) => [day as PlainDate, count])); // taken from dates

/** A shape as it is recorded. */
export const shapeText = (shape: ListShape): string => JSON.stringify(shape);

/** The shape that was recorded. Throws for a text that is no JSON. */
export const shapeOfText = (text: string): ListShape => JSON.parse(text) as ListShape; // written by `shapeText`, signed with its entry
