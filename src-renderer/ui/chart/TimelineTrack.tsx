import { drawingOrder, MOST_DOTS } from './timeline-row.ts';
import type { TimelineMark, TimelineRow } from './timeline-row.ts';
import { countIn } from './timeline-scale.ts';
import type { PeriodScale, Stretch } from './timeline-scale.ts';
import styles from './Timeline.module.css';

interface TimelineTrackProps {
  readonly row: TimelineRow;
  readonly scale: PeriodScale;
  readonly emptyQuarters: readonly number[];
}

const MIDDLE = 15;

/** The drawing of one row; the table beside the chart holds the same figures for those who cannot see it. */
export function TimelineTrack({ row, scale, emptyQuarters }: TimelineTrackProps) {
  return (
    <svg className={styles['track']} aria-hidden="true">
      {emptyQuarters.map((index) => {
        const quarter = scale.quarters[index];
        return quarter === undefined ? null : <NoItem key={quarter.label} quarter={quarter} />;
      })}
      {row.content.kind === 'setting' ? (
        <Setting changes={row.content.changes} scale={scale} />
      ) : row.content.marks.length > MOST_DOTS ? (
        <WeekBars marks={row.content.marks} scale={scale} />
      ) : (
        drawingOrder(row.content.marks).map((mark, index) => (
          <Mark key={`${mark.date}-${String(index)}`} mark={mark} x={x(scale.at(mark.date))} />
        ))
      )}
    </svg>
  );
}

function Mark({ mark, x: place }: { readonly mark: TimelineMark; readonly x: string }) {
  if (mark.state === 'deviation') return <Diamond x={place} label={mark.label} />;
  const isTested = mark.state === 'tested';
  return (
    <circle
      cx={place}
      cy={MIDDLE}
      r={isTested ? 3.5 : 3.2}
      className={isTested ? styles['dot'] : styles['ring']}
    >
      <title>{mark.label}</title>
    </circle>
  );
}

function Diamond({ x: place, label }: { readonly x: string; readonly label: string }) {
  return (
    <svg x={place} y={MIDDLE} overflow="visible">
      <path d="M0-6 6 0 0 6-6 0z" className={styles['diamond']} />
      <path d="M-1.8-1.8 1.8 1.8M1.8-1.8-1.8 1.8" className={styles['cross']} />
      <title>{label}</title>
    </svg>
  );
}

function NoItem({ quarter }: { readonly quarter: Stretch }) {
  return (
    <svg x={x(quarter.from)} y="3" width={x(quarter.to - quarter.from)} height="24">
      <rect x="1.5" y="0.5" height="23" rx="3" className={styles['noItem']} />
      <text x="50%" y="16" textAnchor="middle" className={styles['noItemText']}>
        no item
      </text>
    </svg>
  );
}

function Setting({ changes, scale }: { readonly changes: readonly string[]; readonly scale: PeriodScale }) {
  return (
    <>
      <line x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} className={styles['setting']} />
      {changes.map((date) => (
        <line
          key={date}
          x1={x(scale.at(date))}
          x2={x(scale.at(date))}
          y1={9}
          y2={21}
          className={styles['change']}
        >
          <title>setting changed on {date}</title>
        </line>
      ))}
    </>
  );
}

function WeekBars({
  marks,
  scale,
}: {
  readonly marks: readonly TimelineMark[];
  readonly scale: PeriodScale;
}) {
  const places = (state: TimelineMark['state']): readonly number[] =>
    marks.filter((mark) => mark.state === state).map((mark) => scale.at(mark.date));
  const all = countIn(
    scale.weeks,
    marks.map((mark) => scale.at(mark.date)),
  );
  const open = countIn(scale.weeks, places('not-tested'));
  const most = Math.max(1, ...all);
  return (
    <>
      {scale.weeks.map((week, index) => {
        const count = all[index] ?? 0;
        const height = (count / most) * 22;
        const isOpen = (open[index] ?? 0) > 0;
        return (
          <rect
            key={week.label}
            x={x(week.from + 0.001)}
            width={x(Math.max(0, week.to - week.from - 0.002))}
            y={27 - height}
            height={height}
            className={isOpen ? styles['barOpen'] : styles['bar']}
          >
            <title>{`${week.label}: ${String(count)} items`}</title>
          </rect>
        );
      })}
      {marks
        .filter((mark) => mark.state === 'deviation')
        .map((mark, index) => (
          <Diamond key={`${mark.date}-${String(index)}`} x={x(scale.at(mark.date))} label={mark.label} />
        ))}
    </>
  );
}

function x(fraction: number): string {
  return `${(fraction * 100).toFixed(3)}%`;
}
