import styles from './LoadingLines.module.css';

interface LoadingLinesProps {
  readonly rows: number;
  /** The height of the rows to come, so that nothing moves when they are there. */
  readonly rowHeight?: number;
  /** What is being read, for screen readers. */
  readonly label?: string;
}

/** Ruled lines in the final row heights, in place of rows that are being read; nothing shimmers. */
export function LoadingLines({ rows, rowHeight = 31, label = 'Reading' }: LoadingLinesProps) {
  return (
    <div role="status" aria-label={label} className={styles['lines']}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles['line']} style={{ height: rowHeight }} />
      ))}
    </div>
  );
}
