import { IconCircleCheckFilled, IconCircleDashed, IconProgress } from '@tabler/icons-react';
import type { Output } from '../../app/client.ts';
import { classNames } from '../../ui/class-names.ts';
import { shownDate } from '../../ui/form/typed-date.ts';
import { UiIcon } from '../../ui/icon/UiIcon.tsx';
import { ShareBar } from '../../ui/status/ProgressBar.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import { PART_WORDS, PHASE_WORDS } from './messages.ts';
import styles from './PhaseStrip.module.css';

type Phase = Output<'home.get'>['phases'][number];

const ICONS = { done: IconCircleCheckFilled, current: IconProgress, later: IconCircleDashed };
const STATE_WORDS = { done: 'done', current: 'now', later: 'later' };

/** The six phases side by side; the present one shows its counts as bars. */
export function PhaseStrip({ phases }: { readonly phases: readonly Phase[] }) {
  return (
    <ol className={styles['strip']} aria-label="Phases of the engagement">
      {phases.map((phase) => (
        <li
          key={phase.id}
          className={classNames(
            styles['phase'],
            styles[phase.state],
            phase.state === 'current' && phase.parts.length > 1 && styles['wide'],
          )}
          aria-current={phase.state === 'current' ? 'step' : undefined}
        >
          <div className={styles['name']}>
            <UiIcon icon={ICONS[phase.state]} />
            {PHASE_WORDS[phase.id]}
            <span className={styles['spoken']}>, {STATE_WORDS[phase.state]}</span>
          </div>
          {phase.state === 'current' && phase.parts.length > 0 ? (
            <div className={styles['parts']}>
              {phase.parts.map((part) => (
                <ShareBar key={part.id} label={PART_WORDS[part.id]} done={part.done} total={part.total} />
              ))}
            </div>
          ) : (
            <div className={styles['detail']}>{phaseDetail(phase)}</div>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What is known of a phase that is done or to come: its date, or what is left in it. */
function phaseDetail(phase: Phase): string {
  if (phase.date !== null) return shownDate(phase.date);
  if (phase.state === 'current') return 'under way';
  if (phase.state === 'later') return 'later';
  const [first] = phase.parts;
  return phase.id === 'planning' && first !== undefined ? countOf(first.done, 'control') : 'done';
}
