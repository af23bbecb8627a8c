import { formatCount } from '../text/format-number.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { TimelineLegend } from './TimelineLegend.tsx';
import { emptyQuarters, timelineTable } from './timeline-row.ts';
import type { TimelineRow } from './timeline-row.ts';
import { TimelineTrack } from './TimelineTrack.tsx';
import { periodScale } from './timeline-scale.ts';
import type { PeriodScale } from './timeline-scale.ts';
import styles from './Timeline.module.css';

interface TimelineProps {
  /** What it shows, in one sentence. */
  readonly label: string;
  /** The first and last day of the period, `YYYY-MM-DD`. */
  readonly start: string;
  readonly end: string;
  readonly rows: readonly TimelineRow[];
  readonly onOpen?: (rowId: string) => void;
  readonly hasLegend?: boolean;
}

/** The period with one row per test: months above, quarters banded, every item on its day. */
export function Timeline({ label, start, end, rows, onOpen, hasLegend = true }: TimelineProps) {
  const scale = periodScale(start, end);
  return (
    <ChartFigure
      label={label}
      table={timelineTable(rows, scale)}
      legend={hasLegend ? <TimelineLegend rows={rows} /> : undefined}
    >
      <div className={styles['timeline']}>
        <div className={styles['bands']} aria-hidden="true">
          <Bands scale={scale} />
        </div>
        <div className={styles['months']} aria-hidden="true">
          <Months scale={scale} />
        </div>
        <ul className={styles['rows']}>
          {rows.map((row) => (
            <li key={row.id} className={styles['row']}>
              <RowName row={row} onOpen={onOpen} />
              <TimelineTrack row={row} scale={scale} emptyQuarters={emptyQuarters(row, scale)} />
              <div className={styles['count']}>
                <b>{formatCount(row.drawn)}</b> of {formatCount(row.total)}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </ChartFigure>
  );
}

function RowName({
  row,
  onOpen,
}: {
  readonly row: TimelineRow;
  readonly onOpen: ((rowId: string) => void) | undefined;
}) {
  const words = (
    <>
      <span className={styles['reference']}>{row.reference}</span>
      <span className={styles['label']}>{row.label}</span>
    </>
  );
  if (onOpen === undefined) return <div className={styles['name']}>{words}</div>;
  return (
    <button
      type="button"
      className={styles['name']}
      onClick={() => {
        onOpen(row.id);
      }}
    >
      {words}
    </button>
  );
}

function Bands({ scale }: { readonly scale: PeriodScale }) {
  return (
    <>
      {scale.quarters.map((quarter, index) => (
        <span
          key={quarter.label}
          className={index % 2 === 0 ? styles['sunken'] : styles['plain']}
          style={{ left: percent(quarter.from), width: percent(quarter.to - quarter.from) }}
        />
      ))}
    </>
  );
}

function Months({ scale }: { readonly scale: PeriodScale }) {
  return (
    <>
      {scale.months.map((month) => (
        <span
          key={month.from}
          className={styles['month']}
          style={{ left: percent(month.from), width: percent(month.to - month.from) }}
        >
          {month.to - month.from > 0.04 ? month.label : ''}
        </span>
      ))}
    </>
  );
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(3)}%`;
}
