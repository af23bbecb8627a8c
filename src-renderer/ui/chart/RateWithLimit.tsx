import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { formatPercent } from '../text/format-number.ts';
import { placeLabels, rateScale } from './rate-scale.ts';
import type { RateScale } from './rate-scale.ts';
import styles from './RateWithLimit.module.css';

/** Rates in per cent of a sample whose basis is statistical. */
export interface StatisticalRate {
  readonly found: number;
  readonly tolerable: number;
  /** The exact upper limit. */
  readonly limit: number;
}

interface RateWithLimitProps {
  /** "1 of 20 with a deviation". */
  readonly title: string;
  /** What the limit rests on: "90 % limit, N 184"; nothing where the basis is not statistical. */
  readonly basis?: string;
  /** `undefined`: the basis is not statistical, so no whisker, no limit and no confidence are shown. */
  readonly rate: StatisticalRate | undefined;
  /** A sentence below: what remains possible while cells are open, or the items and deviations in words. */
  readonly note?: ReactNode;
}

/** The width for which labels are kept apart until the real one is known. */
const NOMINAL_WIDTH = 330;

/** About how wide a character of a label is, in pixels. */
const CHARACTER = 6.4;

/** The rate found with its upper limit against the tolerable rate. */
export function RateWithLimit({ title, basis, rate, note }: RateWithLimitProps) {
  return (
    <div className={styles['card']}>
      <div className={styles['head']}>
        <h2>{title}</h2>
        {rate === undefined || basis === undefined ? null : <span>{basis}</span>}
      </div>
      {rate === undefined ? null : <RateDrawing rate={rate} />}
      {note === undefined ? null : <p className={styles['note']}>{note}</p>}
    </div>
  );
}

interface RateLabel {
  readonly word: string;
  readonly value: number;
  readonly className: string | undefined;
}

function RateDrawing({ rate }: { readonly rate: StatisticalRate }) {
  const scale = rateScale([rate.found, rate.tolerable, rate.limit]);
  const at = (value: number): string => `${((value / scale.max) * 100).toFixed(2)}%`;
  const exceeds = rate.limit > rate.tolerable;
  const sentence =
    `Found ${formatPercent(rate.found)}, tolerable ${formatPercent(rate.tolerable)}, upper limit ` +
    `${formatPercent(rate.limit)}, which ${exceeds ? 'exceeds' : 'does not exceed'} the tolerable rate.`;
  return (
    <div role="img" aria-label={sentence}>
      <RateLabels rate={rate} scale={scale} />
      <svg className={styles['drawing']} aria-hidden="true">
        <rect x="0" y="6" width="100%" height="16" className={styles['beyond']} />
        <rect x="0" y="6" width={at(rate.tolerable)} height="16" className={styles['within']} />
        <line x1="0" x2="100%" y1="22" y2="22" className={styles['axis']} />
        {scale.ticks.map((tick) => (
          <line key={tick} x1={at(tick)} x2={at(tick)} y1="22" y2="26" className={styles['axis']} />
        ))}
        <line x1={at(rate.found)} x2={at(rate.limit)} y1="14" y2="14" className={styles['whisker']} />
        <line x1={at(rate.limit)} x2={at(rate.limit)} y1="8" y2="20" className={styles['whisker']} />
        <line
          x1={at(rate.tolerable)}
          x2={at(rate.tolerable)}
          y1="0"
          y2="22"
          className={styles['tolerable']}
        />
        <circle cx={at(rate.found)} cy="14" r="5" className={styles['found']} />
      </svg>
      <div className={styles['ticks']} aria-hidden="true">
        {scale.ticks.map((tick, index) => (
          <span key={tick} style={{ left: at(tick) }}>
            {index === scale.ticks.length - 1 ? formatPercent(tick, 0) : tick}
          </span>
        ))}
      </div>
    </div>
  );
}

function RateLabels({ rate, scale }: { readonly rate: StatisticalRate; readonly scale: RateScale }) {
  const labels: readonly RateLabel[] = [
    { word: 'found', value: rate.found, className: undefined },
    { word: 'tolerable', value: rate.tolerable, className: styles['accent'] },
    { word: 'limit', value: rate.limit, className: undefined },
  ].toSorted((one, other) => one.value - other.value);
  const { ref, width } = useElementSize();
  const texts = labels.map((label) => `${label.word} ${figure(label.value)}`);
  const places = placeLabels(
    labels.map((label, index) => ({
      at: label.value / scale.max,
      width: ((texts[index]?.length ?? 0) * CHARACTER) / (width === 0 ? NOMINAL_WIDTH : width),
    })),
  );
  return (
    <div ref={ref} className={styles['labels']} aria-hidden="true">
      {labels.map((label, index) => (
        <span
          key={label.word}
          className={classNames(styles['label'], label.className)}
          style={{ left: `${((places[index] ?? 0) * 100).toFixed(2)}%` }}
        >
          {label.word} <b>{figure(label.value)}</b>
        </span>
      ))}
    </div>
  );
}

function figure(percent: number): string {
  return formatPercent(percent, Number.isInteger(percent) && percent >= 10 ? 0 : 1);
}
