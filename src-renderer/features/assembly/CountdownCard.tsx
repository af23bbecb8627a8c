import { IconClock } from '@tabler/icons-react';
import { gateMessage } from '../../app/gate-messages.ts';
import { useGo } from '../../app/use-go.ts';
import { classNames } from '../../ui/class-names.ts';
import { shownDate } from '../../ui/form/typed-date.ts';
import { GateBanner } from '../../ui/gate/GateBanner.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { ASSEMBLY_DAYS, daysGone, leftWords, MARKS } from './assembly-words.ts';
import type { FileState } from './assembly-words.ts';
import styles from './AssemblyPage.module.css';

/** The countdown of gate F1, with its marks at day 45, 55 and 60. */
export function CountdownCard({ file }: { readonly file: FileState }) {
  const { go } = useGo();
  const { releasedOn, dueOn, daysLeft, reminder } = file;
  const gone = daysGone(file);
  if (releasedOn === null)
    return (
      <Card title="Countdown" icon={IconClock} isFlush>
        <EmptyState
          sentence="The 60 days of assembly begin with the release of the report."
          action={{
            label: 'Go to report',
            onPress: () => {
              go('/report');
            },
          }}
        />
      </Card>
    );
  const due = `due ${shownDate(dueOn ?? '')}`;
  return (
    <Card title="Countdown" icon={IconClock} aside={`released ${shownDate(releasedOn)}, ${due}`}>
      <div className={styles['stack']}>
        {gone === undefined || daysLeft === null ? (
          <p className={styles['quiet']}>The file was locked, so no days are counted any more.</p>
        ) : (
          <>
            <div className={styles['days']}>
              <span className={styles['figure']}>{`Day ${String(gone)}`}</span>
              <span>{`of ${String(ASSEMBLY_DAYS)}, ${leftWords(daysLeft)}`}</span>
            </div>
            <Scale gone={gone} />
          </>
        )}
        <GateBanner gates={reminder === null ? [] : [gateMessage(reminder)]} title="Assembly of the file" />
      </div>
    </Card>
  );
}

/** The days as a line with its three marks. */
function Scale({ gone }: { readonly gone: number }) {
  const share = (days: number): string =>
    `${String((Math.min(Math.max(days, 0), ASSEMBLY_DAYS) / ASSEMBLY_DAYS) * 100)}%`;
  return (
    <div
      className={styles['scale']}
      role="img"
      aria-label={`Day ${String(gone)} of ${String(ASSEMBLY_DAYS)}; reminders at day ${MARKS.join(', ')}`}
    >
      <span
        className={classNames(styles['gone'], gone >= 45 && styles['late'])}
        style={{ width: share(gone) }}
      />
      {MARKS.map((mark) => (
        <span key={mark} className={styles['mark']} style={{ left: share(mark) }}>
          <span className={styles['markDay']}>{mark}</span>
        </span>
      ))}
    </div>
  );
}
