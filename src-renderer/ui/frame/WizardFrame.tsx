import { IconCircleCheckFilled, IconCircleDashed, IconProgress } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Logo } from '../icon/Logo.tsx';
import { UiIcon } from '../icon/UiIcon.tsx';
import { Keycap } from '../text/Keycap.tsx';
import { StatusBar } from './StatusBar.tsx';
import styles from './WizardFrame.module.css';

/** A step of a wizard. */
export interface WizardStep {
  readonly id: string;
  readonly label: string;
  /** What was chosen, or what will be asked. */
  readonly detail: string;
  readonly state: 'done' | 'current' | 'later';
}

interface WizardFrameProps {
  readonly title: string;
  readonly steps: readonly WizardStep[];
  /** A sentence under the steps. */
  readonly hint?: string;
  readonly onClose: () => void;
  /** Back at the left end, what is missing and the next step at the right end. */
  readonly footer: ReactNode;
  readonly statusNote?: string;
  readonly children: ReactNode;
}

const STEP_ICONS = { done: IconCircleCheckFilled, current: IconProgress, later: IconCircleDashed };
const STEP_WORDS = { done: 'done', current: 'now', later: 'later' };

/** The window of a task in steps: the steps at the left, one question in the middle, the way on below. */
export function WizardFrame({ title, steps, hint, onClose, footer, statusNote, children }: WizardFrameProps) {
  return (
    <div
      className={styles['frame']}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className={styles['top']}>
        <Logo />
        <span className={styles['brand']}>Tickmark</span>
        <span className={styles['topTitle']}>{title}</span>
        <button type="button" className={styles['close']} onClick={onClose}>
          Close <Keycap keys="Esc" />
        </button>
      </header>
      <nav className={styles['side']} aria-label="Steps" data-region="navigation" tabIndex={0}>
        <h2>{title}</h2>
        <ol>
          {steps.map((step) => (
            <li
              key={step.id}
              className={classNames(styles['step'], styles[step.state])}
              aria-current={step.state === 'current' ? 'step' : undefined}
            >
              <UiIcon icon={STEP_ICONS[step.state]} />
              <span>
                <span className={styles['label']}>{step.label}</span>
                <span className={styles['spoken']}>, {STEP_WORDS[step.state]}</span>
                <span className={styles['detail']}>{step.detail}</span>
              </span>
            </li>
          ))}
        </ol>
        {hint === undefined ? null : <p>{hint}</p>}
      </nav>
      <main className={styles['main']} data-region="main" tabIndex={-1}>
        <div className={styles['scroller']}>
          <div className={styles['content']}>{children}</div>
        </div>
        <div className={styles['foot']}>
          <div className={styles['footInner']}>{footer}</div>
        </div>
      </main>
      <StatusBar note={statusNote} />
    </div>
  );
}
