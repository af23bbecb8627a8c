import { classNames } from '../class-names.ts';
import styles from './KeyFigures.module.css';

/** One figure with what it counts. */
export interface KeyFigure {
  readonly value: string;
  /** A word before the value, "less 2", or after it, "12 of 59". */
  readonly before?: string;
  readonly after?: string;
  readonly label: string;
  /** The figure the others lead to stands on the accent's ground. */
  readonly isMain?: boolean;
}

interface KeyFiguresProps {
  readonly figures: readonly KeyFigure[];
  /** `plain` stands in a page header, `boxed` is a strip of its own. */
  readonly look: 'plain' | 'boxed';
}

/** Figures in the serif with their labels below, divided by hairlines. */
export function KeyFigures({ figures, look }: KeyFiguresProps) {
  return (
    <dl className={classNames(styles['strip'], styles[look])}>
      {figures.map((figure) => (
        <div
          key={figure.label}
          className={classNames(styles['figure'], figure.isMain === true && styles['main'])}
        >
          <dt>{figure.label}</dt>
          <dd>
            {figure.before === undefined ? null : <span className={styles['minor']}>{figure.before} </span>}
            {figure.value}
            {figure.after === undefined ? null : <span className={styles['after']}> {figure.after}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
