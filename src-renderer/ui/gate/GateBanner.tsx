import { IconAlertSquareRounded, IconFlag } from '@tabler/icons-react';
import { useId } from 'react';
import type { Ref } from 'react';
import { classNames } from '../class-names.ts';
import { UiIcon } from '../icon/UiIcon.tsx';
import { countOf } from '../text/format-number.ts';
import { GateActions } from './GateActions.tsx';
import { GateCode } from './GateCode.tsx';
import type { GateMessage } from './gate-message.ts';
import { GateRow } from './GateRow.tsx';
import { ReasonField } from './ReasonField.tsx';
import styles from './GateBanner.module.css';

interface GateBannerProps {
  readonly gates: readonly GateMessage[];
  /** The heading over several gates: "Cannot conclude yet". A single gate has its own headline. */
  readonly title: string;
  /** Speaks the refusal at once: for the answer to a press, not for gates that stand on a page. */
  readonly isAnnounced?: boolean;
  /** The id that a blocked button names in `aria-describedby`. */
  readonly id?: string;
  /** The banner takes focus when a blocked button is pressed: `ref.current?.focus()`. */
  readonly ref?: Ref<HTMLElement>;
}

/** What the rules refuse, or accept only with a reason. Nothing is drawn when nothing is refused. */
export function GateBanner({ gates, title, isAnnounced = false, id, ref }: GateBannerProps) {
  const ownId = useId();
  const [first, ...others] = gates;
  if (first === undefined) return null;
  const isBlocked = gates.some((gate) => gate.kind === 'block');
  const headingId = `${id ?? ownId}-heading`;
  return (
    <section
      ref={ref}
      id={id}
      tabIndex={-1}
      role={isAnnounced ? 'alert' : 'group'}
      aria-labelledby={headingId}
      className={classNames(
        styles['banner'],
        isBlocked ? styles['block'] : styles['warning'],
        others.length === 0 && styles['single'],
      )}
    >
      {others.length === 0 ? (
        <SingleGate gate={first} headingId={headingId} />
      ) : (
        <SeveralGates gates={gates} title={title} headingId={headingId} isBlocked={isBlocked} />
      )}
    </section>
  );
}

function SingleGate({ gate, headingId }: { readonly gate: GateMessage; readonly headingId: string }) {
  return (
    <>
      <UiIcon
        icon={gate.kind === 'block' ? IconAlertSquareRounded : IconFlag}
        size={18}
        className={styles['icon']}
      />
      <div className={styles['text']}>
        <h2 id={headingId} className={styles['headline']}>
          {gate.headline}
        </h2>
        <p className={styles['message']}>{gate.message}</p>
        {gate.reason === undefined ? null : <ReasonField reason={gate.reason} />}
        <GateActions actions={gate.actions ?? []} />
      </div>
      <GateCode code={gate.code} kind={gate.kind} />
    </>
  );
}

interface SeveralGatesProps {
  readonly gates: readonly GateMessage[];
  readonly title: string;
  readonly headingId: string;
  readonly isBlocked: boolean;
}

function SeveralGates({ gates, title, headingId, isBlocked }: SeveralGatesProps) {
  return (
    <>
      <div className={styles['head']}>
        <UiIcon icon={isBlocked ? IconAlertSquareRounded : IconFlag} className={styles['icon']} />
        <h2 id={headingId} className={styles['headline']}>
          {title}
        </h2>
        <span className={styles['count']}>{countOf(gates.length, 'gate')}</span>
      </div>
      <ul className={styles['rows']}>
        {gates.map((gate) => (
          <GateRow key={`${gate.code}-${gate.message}`} gate={gate} />
        ))}
      </ul>
    </>
  );
}
