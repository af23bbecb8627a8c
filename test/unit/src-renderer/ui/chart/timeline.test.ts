import { describe, expect, it } from 'vitest';
import {
  drawingOrder,
  emptyQuarters,
  timelineTable,
} from '../../../../../src-renderer/ui/chart/timeline-row.ts';
import type { TimelineMark, TimelineRow } from '../../../../../src-renderer/ui/chart/timeline-row.ts';
import { countIn, periodScale } from '../../../../../src-renderer/ui/chart/timeline-scale.ts';

const YEAR = periodScale('2025-07-01', '2026-06-30');

function mark(date: string, state: TimelineMark['state'] = 'tested'): TimelineMark {
  return { date, state, label: date };
}

function row(...marks: readonly TimelineMark[]): TimelineRow {
  return {
    id: 'la-02',
    reference: 'LA-02',
    label: 'Termination',
    content: { kind: 'items', marks, showsEmptyQuarters: true },
    drawn: marks.length,
    total: 184,
  };
}

describe('periodScale', () => {
  it('has the twelve months and four quarters of a year', () => {
    expect(YEAR.months.map((month) => month.label).join(' ')).toBe(
      'Jul Aug Sep Oct Nov Dec Jan Feb Mar Apr May Jun',
    );
    expect(YEAR.quarters.map((quarter) => quarter.label)).toEqual([
      'Jul to Sep 2025',
      'Oct to Dec 2025',
      'Jan to Mar 2026',
      'Apr to Jun 2026',
    ]);
    expect([YEAR.months[0]?.from, YEAR.months.at(-1)?.to]).toEqual([0, 1]);
  });

  it('stands each day in its middle, and gives 92 of 365 days to the first quarter', () => {
    expect(YEAR.at('2025-07-01')).toBeCloseTo(0.5 / 365, 10);
    expect(YEAR.at('2026-06-30')).toBeCloseTo(364.5 / 365, 10);
    expect(YEAR.quarters[0]?.to).toBeCloseTo(92 / 365, 10);
  });

  it('holds dates outside the period at its ends', () => {
    expect([YEAR.at('2024-01-01'), YEAR.at('2030-01-01')]).toEqual([0, 1]);
  });

  it('cuts months at a period that begins within one, and counts quarters from there', () => {
    const half = periodScale('2025-11-15', '2026-05-14');
    expect(half.months.map((month) => month.label).join(' ')).toBe('Nov Dec Jan Feb Mar Apr May');
    expect(half.quarters.map((quarter) => quarter.label)).toEqual([
      'Nov to Jan 2026',
      'Feb to Apr 2026',
      'May 2026',
    ]);
  });

  it('has weeks of seven days', () => {
    expect([YEAR.weeks.length, YEAR.weeks.at(-1)?.to]).toEqual([53, 1]);
  });
});

describe('countIn', () => {
  it('counts each place once, the last end included', () => {
    expect(countIn(YEAR.quarters, [0, YEAR.quarters[1]?.from ?? 0, 0.6, 1])).toEqual([1, 1, 1, 1]);
  });
});

describe('the rows', () => {
  it('find quarters without an item', () => {
    const rows = row(mark('2025-07-10'), mark('2026-01-31'), mark('2026-06-30'));
    expect(emptyQuarters(rows, YEAR)).toEqual([1]);
  });

  it('say nothing of empty quarters where a control runs rarely', () => {
    const rare: TimelineRow = { ...row(), content: { kind: 'items', marks: [], showsEmptyQuarters: false } };
    expect(emptyQuarters(rare, YEAR)).toEqual([]);
  });

  it('draw deviations last', () => {
    const order = drawingOrder([
      mark('2025-07-01', 'deviation'),
      mark('2025-07-02'),
      mark('2025-07-03', 'not-tested'),
    ]);
    expect(order.map((entry) => entry.state)).toEqual(['tested', 'not-tested', 'deviation']);
  });

  it('are a table of items by quarter', () => {
    const table = timelineTable(
      [row(mark('2025-07-10'), mark('2026-01-22', 'deviation'), mark('2026-02-01', 'not-tested'))],
      YEAR,
    );
    expect(table.rows).toEqual([['LA-02 Termination', '1', '0', '2', '0', '1', '1', '3 of 184']]);
    expect(table.headings).toHaveLength(8);
  });
});
