import { IconAlertSquareRounded, IconHistory, IconPencil } from '@tabler/icons-react';
import { classNames } from '../class-names.ts';
import { UiIcon } from '../icon/UiIcon.tsx';
import { HoverDetails } from '../text/HoverDetails.tsx';
import { staleWords, stampWords } from './stamp-words.ts';
import type { StampFacts } from './stamp-words.ts';
import styles from './Stamp.module.css';

interface StampProps {
  readonly stamp: StampFacts;
  /** `compact` shows only the initials, for a column of a table. */
  readonly size?: 'full' | 'compact';
  /** Shows the changes since a stale sign-off. */
  readonly onShowChanges?: () => void;
  /** Adds "stale, 2 changes" beside the stamp; without it the words are on hover and for screen readers. */
  readonly hasWords?: boolean;
}

/** A sign-off as it was given: boxed initials in serif italic and the date. A stale one stays where it was. */
export function Stamp({ stamp, size = 'full', onShowChanges, hasWords = false }: StampProps) {
  const isCompact = size === 'compact';
  if (stamp.state === 'none') {
    return (
      <span
        className={classNames(styles['stamp'], styles['none'], isCompact && styles['compact'])}
        title={stampWords(stamp)}
      >
        {isCompact ? <span aria-hidden="true">·</span> : <UiIcon icon={IconPencil} size={14} />}
        <span className={isCompact ? styles['spoken'] : undefined}>not signed</span>
      </span>
    );
  }
  return (
    <span className={styles['line']}>
      <HoverDetails target={<StampBox stamp={stamp} isCompact={isCompact} />} className={styles['card']}>
        <div className={styles['name']}>{stamp.name}</div>
        <div>
          {stamp.level}, {stamp.time}
        </div>
        {stamp.contentWords === undefined ? null : (
          <div>
            Content <code>{stamp.contentWords}</code>
          </div>
        )}
      </HoverDetails>
      {hasWords ? <StampState stamp={stamp} onShowChanges={onShowChanges} /> : null}
    </span>
  );
}

type Given = Exclude<StampFacts, { state: 'none' }>;

function StampBox({ stamp, isCompact }: { readonly stamp: Given; readonly isCompact: boolean }) {
  return (
    <span
      className={classNames(styles['stamp'], styles[stamp.state], isCompact && styles['compact'])}
      role="img"
      tabIndex={isCompact ? -1 : 0}
      aria-label={stampWords(stamp)}
    >
      <span className={styles['initials']}>{stamp.initials}</span>
      {isCompact ? null : <span className={styles['date']}>{stamp.date}</span>}
    </span>
  );
}

function StampState({
  stamp,
  onShowChanges,
}: {
  readonly stamp: Given;
  readonly onShowChanges?: (() => void) | undefined;
}) {
  if (stamp.state === 'current') return null;
  if (stamp.state === 'invalid') {
    return (
      <span className={styles['invalidWords']}>
        <UiIcon icon={IconAlertSquareRounded} size={14} />
        signature does not match, entry {stamp.entry}
      </span>
    );
  }
  return (
    <button type="button" className={styles['staleWords']} onClick={onShowChanges}>
      <UiIcon icon={IconHistory} size={14} />
      {staleWords(stamp.changes)}
    </button>
  );
}
