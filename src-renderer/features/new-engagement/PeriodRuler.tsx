import { classNames } from '../../ui/class-names.ts';
import { formatDate } from '../../../shared/lib/plain-date.ts';
import type { PlainDate } from '../../../shared/lib/plain-date.ts';
import styles from './PeriodRuler.module.css';
import { rulerScale } from './ruler-scale.ts';

interface PeriodRulerProps {
  readonly start: PlainDate;
  readonly end: PlainDate | null;
}

/** The period against the months, with the day on which six months end. */
export function PeriodRuler({ start, end }: PeriodRulerProps) {
  const scale = rulerScale(start, end);
  return (
    <div
      className={styles['ruler']}
      role="img"
      aria-label={sentence(start, end, scale.shortage, scale.sixMonths.label)}
    >
      <div className={styles['inner']} aria-hidden="true">
        {scale.end === undefined ? null : (
          <div className={styles['bar']} style={{ left: 0, width: percent(scale.end) }} />
        )}
        <div className={styles['start']} style={{ left: 0 }} />
        {scale.end === undefined ? null : (
          <div
            className={classNames(styles['end'], scale.shortage !== undefined && styles['short'])}
            style={{ left: percent(scale.end) }}
          />
        )}
        <div className={styles['axis']} />
        {[...scale.months.map((month) => month.from), 1].map((at) => (
          <div key={at} className={styles['tick']} style={{ left: percent(at) }} />
        ))}
        <div className={styles['six']} style={{ left: percent(scale.sixMonths.at) }} />
        {scale.shortage === undefined || scale.end === undefined ? null : (
          <div className={classNames(styles['above'], styles['before'])} style={{ left: percent(scale.end) }}>
            your end date, {scale.shortage}
          </div>
        )}
        <div
          className={classNames(
            styles['above'],
            scale.sixMonths.at > 0.7 ? styles['afterLeft'] : styles['after'],
          )}
          style={{ left: percent(scale.sixMonths.at) }}
        >
          {scale.sixMonths.label}
        </div>
        {scale.months.map((month) => (
          <div key={month.from} className={styles['month']} style={stretch(month)}>
            {month.to - month.from > 0.035 ? month.label : ''}
          </div>
        ))}
        {scale.years.map((year) => (
          <div key={year.label} className={styles['year']} style={stretch(year)}>
            {year.label}
          </div>
        ))}
      </div>
    </div>
  );
}

function sentence(
  start: PlainDate,
  end: PlainDate | null,
  shortage: string | undefined,
  six: string,
): string {
  if (end === null) return `The period starts on ${formatDate(start)}; ${six}.`;
  const verdict = shortage === undefined ? 'at least six months' : `${shortage}; ${six}`;
  return `The period runs from ${formatDate(start)} to ${formatDate(end)}: ${verdict}.`;
}

function stretch({ from, to }: { readonly from: number; readonly to: number }) {
  return { left: percent(from), width: percent(to - from) };
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(3)}%`;
}
