import { IconMessage } from '@tabler/icons-react';
import type { Output } from '../../app/client.ts';
import { classNames } from '../../ui/class-names.ts';
import { UiIcon } from '../../ui/icon/UiIcon.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import { countOf, formatCount } from '../../ui/text/format-number.ts';
import styles from './ReviewPage.module.css';

type Tests = Output<'review.board'>['tests'];

const STATES: readonly { readonly id: keyof Tests; readonly label: string }[] = [
  { id: 'notStarted', label: 'Not started' },
  { id: 'inProgress', label: 'In progress' },
  { id: 'concluded', label: 'Concluded' },
  { id: 'reviewed', label: 'Reviewed' },
];

interface TestsByStateProps {
  readonly board: Output<'review.board'>;
  /** Type I has design tests only. */
  readonly phase: 'design' | 'operating';
}

/** The tests by state as one bar, with the counts below it. */
export function TestsByState({ board, phase }: TestsByStateProps) {
  const { tests, deviations, openNotes } = board;
  const total = STATES.reduce((sum, { id }) => sum + tests[id], 0);
  const concluded = tests.concluded + tests.reviewed;
  const words = `${formatCount(concluded)} concluded, of which ${formatCount(tests.reviewed)} reviewed`;
  return (
    <Card>
      <div className={styles['barHead']}>
        <h2>{countOf(total, `${phase} test`)} by state</h2>
        <span>{words}</span>
      </div>
      <div
        className={styles['bar']}
        role="img"
        aria-label={STATES.map(({ id, label }) => `${label} ${String(tests[id])}`).join(', ')}
      >
        {STATES.filter(({ id }) => tests[id] > 0).map(({ id }) => (
          <span key={id} className={styles[id]} style={{ flexGrow: tests[id] }} />
        ))}
      </div>
      <div className={styles['legend']}>
        {STATES.map(({ id, label }) => (
          <span key={id} className={styles['legendItem']}>
            <span className={classNames(styles['swatch'], styles[id])} aria-hidden="true" />
            {label} <b>{formatCount(tests[id])}</b>
          </span>
        ))}
        <span className={styles['legendEnd']}>
          {deviations === 0 ? (
            <span>no deviation</span>
          ) : (
            <StatusWord kind="flagged" label={countOf(deviations, 'deviation')} />
          )}
          <span className={styles['legendItem']}>
            <UiIcon icon={IconMessage} size={14} /> {countOf(openNotes, 'open note')}
          </span>
        </span>
      </div>
    </Card>
  );
}
