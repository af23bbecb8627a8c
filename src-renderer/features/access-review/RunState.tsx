import { useInstantWords } from '../../app/use-instant-words.ts';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import { HashWords } from '../../ui/text/HashWords.tsx';
import type { Review } from './access-words.ts';
import styles from './AccessReview.module.css';

/** When the rules last ran, and whether the lists are still those of that run. */
export function RunState({ review }: { readonly review: Review }) {
  const words = useInstantWords();
  const { run } = review;
  if (run === null) return null;
  return (
    <p className={styles['line']}>
      {run.isCurrent ? (
        <StatusWord kind="done" label="Current" />
      ) : (
        <StatusWord kind="stale" label="Lists, figures or matches changed since the run: run again" />
      )}
      <span className={styles['hint']}>
        Run on {words.time(run.at)} by {run.by}, {run.rulesVersion}; result{' '}
      </span>
      <HashWords hex={run.resultSha256} label="Result of the run" />
    </p>
  );
}
