import { useEffect, useState } from 'react';
import { ActionButton } from '../button/ActionButton.tsx';
import { progressWords } from './progress-words.ts';
import type { ProgressFacts } from './progress-words.ts';
import styles from './ProgressBar.module.css';

interface ProgressBarProps extends ProgressFacts {
  /** What is being done: "Reading Terminations FY26.xlsx". */
  readonly label: string;
  readonly onCancel?: () => void;
  /** The work was cancelled and left no trace. */
  readonly isCancelled?: boolean;
}

const SHOW_AFTER = 400;

/** Long work in place: nothing for 400 ms, then a bar with unit, time left and Cancel. */
export function ProgressBar(props: ProgressBarProps) {
  const [isShown, setShown] = useState(props.elapsedSeconds * 1000 >= SHOW_AFTER);
  useEffect(() => {
    const timer = setTimeout(() => {
      setShown(true);
    }, SHOW_AFTER);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (props.isCancelled === true) {
    return (
      <p role="status" className={styles['cancelled']}>
        Cancelled. Nothing was kept.
      </p>
    );
  }
  return isShown ? <RunningBar {...props} /> : null;
}

function RunningBar(props: ProgressBarProps) {
  const { label, done, total, onCancel } = props;
  const words = progressWords(props);
  const share = total === undefined || total === 0 ? undefined : Math.min(1, done / total);
  return (
    <div className={styles['progress']}>
      <div className={styles['text']}>
        <div className={styles['label']}>{label}</div>
        <div
          className={styles['track']}
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={total === undefined ? undefined : done}
          aria-valuetext={words}
        >
          <div
            className={share === undefined ? styles['moving'] : styles['bar']}
            style={{ width: share === undefined ? undefined : `${(share * 100).toFixed(2)}%` }}
          />
        </div>
        <div className={styles['words']}>{words}</div>
      </div>
      {onCancel === undefined ? null : <ActionButton label="Cancel" onPress={onCancel} />}
    </div>
  );
}

/** A thin bar of a share that stands still, with its count beside it: 41 of 47. */
export function ShareBar({
  label,
  done,
  total,
}: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}) {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (
    <div className={styles['share']}>
      <div className={styles['shareText']}>
        <span>{label}</span>
        <span>
          <b>{done}</b> / {total}
        </span>
      </div>
      <div className={styles['thin']} role="img" aria-label={`${label}: ${String(done)} of ${String(total)}`}>
        <div className={styles['thinBar']} style={{ width: `${(share * 100).toFixed(2)}%` }} />
      </div>
    </div>
  );
}
