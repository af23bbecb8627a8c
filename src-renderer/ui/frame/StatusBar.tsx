import { IconCircleCheck, IconLink, IconPlugConnectedX, IconUnlink } from '@tabler/icons-react';
import { UiIcon } from '../icon/UiIcon.tsx';
import { formatCount } from '../text/format-number.ts';
import { HashWords } from '../text/HashWords.tsx';
import styles from './StatusBar.module.css';

/** What the bar says about the record of the engagement. */
export interface JournalFacts {
  readonly entries: number;
  /** Whether the chain was verified as unbroken. */
  readonly isIntact: boolean;
  /** The digest of the last entry in hex. */
  readonly head: string;
  /** The time of the last recorded change, worded: `14:32:07`. */
  readonly lastChange: string | undefined;
}

export interface StatusBarProps {
  /** `undefined` while no engagement is open. */
  readonly journal?: JournalFacts | undefined;
  /** A word at the right end where there is no journal: the version, "Nothing is written until the last step". */
  readonly note?: string | undefined;
}

/** That all data is here, when the last change was recorded, and whether the record is intact. */
export function StatusBar({ journal, note }: StatusBarProps) {
  return (
    <footer className={styles['bar']}>
      <span className={styles['fact']}>
        <UiIcon icon={IconPlugConnectedX} size={14} />
        Offline, all data is on this computer
      </span>
      {journal?.lastChange === undefined ? null : (
        <span className={styles['fact']}>
          <UiIcon icon={IconCircleCheck} size={14} />
          Every change recorded, last {journal.lastChange}
        </span>
      )}
      <span className={styles['space']} />
      {journal === undefined ? null : <JournalState journal={journal} />}
      {note === undefined ? null : <span>{note}</span>}
    </footer>
  );
}

function JournalState({ journal }: { readonly journal: JournalFacts }) {
  const state = journal.isIntact ? 'intact' : 'not intact';
  return (
    <>
      <span className={journal.isIntact ? styles['fact'] : styles['broken']}>
        <UiIcon icon={journal.isIntact ? IconLink : IconUnlink} size={14} />
        Journal{' '}
        <b>
          {formatCount(journal.entries)} entries, {state}
        </b>
      </span>
      <span className={styles['fact']}>
        Head <HashWords hex={journal.head} label="Head of the journal" />
      </span>
    </>
  );
}
