import type { Output } from '../../app/client.ts';
import type { TimelineMark, TimelineRow } from '../../ui/chart/timeline-row.ts';

type Home = Output<'home.get'>;
type Row = NonNullable<Home['timeline']>['rows'][number];

/** How many tests the page shows at first. */
export const ROWS_SHOWN = 8;

const MARK_STATES = { tested: 'tested', notTested: 'not-tested', deviation: 'deviation' } as const;
const MARK_WORDS = { tested: 'no deviation', notTested: 'not tested yet', deviation: 'deviation' } as const;

/** Tests as rows of the timeline. */
export function timelineRow(row: Row): TimelineRow {
  const marks = row.items.map((item): TimelineMark => ({
    date: item.date,
    state: MARK_STATES[item.state],
    label: `${item.key}, ${MARK_WORDS[item.state]}`,
  }));
  const content =
    row.kind === 'setting'
      ? ({ kind: 'setting', changes: row.items.map((item) => item.date) } as const)
      : ({ kind: 'items', marks, showsEmptyQuarters: row.couldCoverQuarters } as const);
  return {
    id: row.workpaperId,
    reference: row.code,
    label: row.title,
    content,
    drawn: row.drawn,
    total: row.records,
  };
}

/** The rows that tell most when not all have room: those with deviations, then those with open items, in their order. */
export function tellingRows(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const weight = (row: Row): number => {
    if (row.items.some((item) => item.state === 'deviation')) return 0;
    return row.items.some((item) => item.state === 'notTested') ? 1 : 2;
  };
  const chosen = new Set(rows.toSorted((a, b) => weight(a) - weight(b)).slice(0, most));
  return rows.filter((row) => chosen.has(row));
}
