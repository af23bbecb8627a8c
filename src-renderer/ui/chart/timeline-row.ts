import { countOf, formatCount } from '../text/format-number.ts';
import type { ChartTable } from './ChartFigure.tsx';
import { countIn } from './timeline-scale.ts';
import type { PeriodScale } from './timeline-scale.ts';

/** One item of a sample on its day. */
export interface TimelineMark {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly state: 'tested' | 'not-tested' | 'deviation';
  /** What the item is, for the tooltip: "E-20724, deviation in B". */
  readonly label: string;
}

/** One test on the timeline: items on their days, or a setting that was in force with its changes. */
export interface TimelineRow {
  readonly id: string;
  readonly reference: string;
  readonly label: string;
  readonly content:
    | {
        readonly kind: 'items';
        readonly marks: readonly TimelineMark[];
        /** Whether a quarter without an item is worth a word; not for a control that runs once a year. */
        readonly showsEmptyQuarters: boolean;
      }
    | { readonly kind: 'setting'; readonly changes: readonly string[] };
  /** How many items are drawn, of how many there are. */
  readonly drawn: number;
  readonly total: number;
}

/** Above this many items a row shows a bar per week. */
export const MOST_DOTS = 60;

/** Deviations last, so that no dot covers one. */
export function drawingOrder(marks: readonly TimelineMark[]): readonly TimelineMark[] {
  return [
    ...marks.filter((mark) => mark.state !== 'deviation'),
    ...marks.filter((mark) => mark.state === 'deviation'),
  ];
}

/** The quarters in which no item falls, by their number from 0. */
export function emptyQuarters(row: TimelineRow, scale: PeriodScale): readonly number[] {
  if (row.content.kind === 'setting' || !row.content.showsEmptyQuarters) return [];
  const counts = countIn(
    scale.quarters,
    row.content.marks.map((mark) => scale.at(mark.date)),
  );
  return counts.flatMap((count, index) => (count === 0 ? [index] : []));
}

/** The timeline in figures: items by quarter, deviations, and items of all. */
export function timelineTable(rows: readonly TimelineRow[], scale: PeriodScale): ChartTable {
  return {
    headings: [
      'Test',
      ...scale.quarters.map((quarter) => quarter.label),
      'Deviations',
      'Not tested',
      'Items',
    ],
    rows: rows.map((row) => {
      const name = `${row.reference} ${row.label}`;
      const items = `${formatCount(row.drawn)} of ${formatCount(row.total)}`;
      if (row.content.kind === 'setting') {
        const places = row.content.changes.map((date) => scale.at(date));
        return [
          name,
          ...countIn(scale.quarters, places).map((count) => countOf(count, 'change')),
          '–',
          '–',
          items,
        ];
      }
      const { marks } = row.content;
      const places = marks.map((mark) => scale.at(mark.date));
      const count = (state: TimelineMark['state']): string =>
        formatCount(marks.filter((mark) => mark.state === state).length);
      const quarters = countIn(scale.quarters, places).map((number) => formatCount(number));
      return [name, ...quarters, count('deviation'), count('not-tested'), items];
    }),
  };
}
