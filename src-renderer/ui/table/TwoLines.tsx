import type { ReactNode } from 'react';
import styles from './TwoLines.module.css';

interface TwoLinesProps {
  readonly first: ReactNode;
  readonly second: ReactNode;
  /** The first line is the name of the row. */
  readonly isName?: boolean;
}

/** A cell of two lines: what it is, and a fact about it in the secondary size. */
export function TwoLines({ first, second, isName = false }: TwoLinesProps) {
  return (
    <div className={styles['cell']}>
      <div className={isName ? styles['name'] : styles['first']}>{first}</div>
      <div className={styles['second']}>{second}</div>
    </div>
  );
}
