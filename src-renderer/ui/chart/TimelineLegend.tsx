import type { ReactNode } from 'react';
import { MOST_DOTS } from './timeline-row.ts';
import type { TimelineRow } from './timeline-row.ts';
import styles from './Timeline.module.css';

/** The signs that occur in the rows, with their words. */
export function TimelineLegend({ rows }: { readonly rows: readonly TimelineRow[] }) {
  const marks = rows.flatMap((row) => (row.content.kind === 'items' ? row.content.marks : []));
  const hasBars = rows.some((row) => row.content.kind === 'items' && row.content.marks.length > MOST_DOTS);
  const hasSetting = rows.some((row) => row.content.kind === 'setting');
  const has = (state: string): boolean => marks.some((mark) => mark.state === state);
  return (
    <>
      <Entry isShown={has('tested')} word="tested, no deviation">
        <circle cx="7" cy="7" r="3.5" className={styles['dot']} />
      </Entry>
      <Entry isShown={has('deviation')} word="deviation">
        <path d="M7 1 13 7 7 13 1 7z" className={styles['diamond']} />
        <path d="M5.2 5.2l3.6 3.6M8.8 5.2l-3.6 3.6" className={styles['cross']} />
      </Entry>
      <Entry isShown={has('not-tested')} word="not tested yet">
        <circle cx="7" cy="7" r="3.2" className={styles['ring']} />
      </Entry>
      <Entry isShown={hasBars} word="items by week">
        <path d="M2 13V6M6 13V2M10 13V8" className={styles['setting']} />
      </Entry>
      <Entry isShown={hasSetting} word="setting in force">
        <path d="M0 7h14" className={styles['setting']} />
      </Entry>
      <Entry isShown={hasSetting} word="setting changed">
        <path d="M7 1v12" className={styles['change']} />
      </Entry>
    </>
  );
}

interface EntryProps {
  readonly isShown: boolean;
  readonly word: string;
  readonly children: ReactNode;
}

function Entry({ isShown, word, children }: EntryProps) {
  if (!isShown) return null;
  return (
    <span className={styles['legendEntry']}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {children}
      </svg>
      {word}
    </span>
  );
}
