import { lazy, Suspense } from 'react';
import { LoadingLines } from '../status/LoadingLines.tsx';
import { formatCount } from '../text/format-number.ts';
import { barGroups, COLUMN_BARS_HEIGHT, LINE_BAR_HEIGHT } from './bar-figures.ts';
import type { BarFigure } from './bar-figures.ts';
import { ChartFigure } from './ChartFigure.tsx';
import styles from './Histogram.module.css';

/** recharts is a third of a megabyte; it is read when the first bars are shown. */
const ColumnBars = lazy(() => import('./ColumnBars.tsx').then((module) => ({ default: module.ColumnBars })));
const LineBars = lazy(() => import('./LineBars.tsx').then((module) => ({ default: module.LineBars })));

interface BarsProps {
  /** What the bars show, in one sentence. */
  readonly label: string;
  /** The heading of the first column of the table: "Month". */
  readonly heading: string;
  readonly bars: readonly BarFigure[];
}

/** Standing bars with their counts; `groupSize` sums groups of them below, as quarters of months. */
export function Histogram({ label, heading, bars, groupSize }: BarsProps & { readonly groupSize?: number }) {
  const groups = groupSize === undefined ? [] : barGroups(bars, groupSize);
  return (
    <ChartFigure label={label} table={barTable(heading, bars)}>
      <div aria-hidden="true">
        <Suspense fallback={<LoadingLines rows={4} rowHeight={COLUMN_BARS_HEIGHT / 4} />}>
          <ColumnBars bars={bars} />
        </Suspense>
        <div
          className={styles['groups']}
          style={{ gridTemplateColumns: `repeat(${String(bars.length)}, 1fr)` }}
        >
          {groups.map((group) => (
            <span
              key={group.from}
              className={styles['group']}
              style={{ gridColumn: `span ${String(group.size)}` }}
            >
              {formatCount(group.sum)}
            </span>
          ))}
        </div>
      </div>
    </ChartFigure>
  );
}

/** Lying bars, one per line, with their counts at the end: weekdays, kinds, systems. */
export function WeekdayBars({ label, heading, bars }: BarsProps) {
  return (
    <ChartFigure label={label} table={barTable(heading, bars)}>
      <div aria-hidden="true">
        <Suspense fallback={<LoadingLines rows={bars.length} rowHeight={LINE_BAR_HEIGHT} />}>
          <LineBars bars={bars} />
        </Suspense>
      </div>
    </ChartFigure>
  );
}

function barTable(heading: string, bars: readonly BarFigure[]) {
  return { headings: [heading, 'Count'], rows: bars.map((bar) => [bar.label, formatCount(bar.count)]) };
}
