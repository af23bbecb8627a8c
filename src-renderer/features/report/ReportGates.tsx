import { IconAlertSquareRounded, IconCircleCheckFilled, IconClock, IconMinus } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useGo } from '../../app/use-go.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { classNames } from '../../ui/class-names.ts';
import { UiIcon } from '../../ui/icon/UiIcon.tsx';
import type { IconShape } from '../../ui/icon/UiIcon.tsx';
import { formatCount } from '../../ui/text/format-number.ts';
import { CAUSE_LINKS, LATER_WORDS } from './messages.ts';
import type { GateLine } from './messages.ts';
import { causePath, gateCounts, isReadinessGate } from './report-words.ts';
import styles from './ReportGates.module.css';

type GateState = GateLine['state'];

const STATES: Readonly<Record<GateState, { readonly icon: IconShape; readonly word: string }>> = {
  blocks: { icon: IconAlertSquareRounded, word: 'block' },
  met: { icon: IconCircleCheckFilled, word: 'met' },
  later: { icon: IconClock, word: 'later' },
  notApplicable: { icon: IconMinus, word: 'not applicable' },
};
const ORDER: readonly GateState[] = ['blocks', 'met', 'later', 'notApplicable'];

interface ReportGatesProps {
  readonly gates: readonly GateLine[];
  /** The entry of the journal from which they were computed. */
  readonly entries: number;
  readonly onSetDate: () => void;
  readonly ref: Ref<HTMLElement>;
}

/** The gates L1 to L14: those before the signature, and those at signing and issue. */
export function ReportGates({ gates, entries, onSetDate, ref }: ReportGatesProps) {
  const counts = gateCounts(gates);
  return (
    <section ref={ref} tabIndex={-1} id="report-gates" aria-label="Gates" className={styles['gates']}>
      <div className={styles['counts']}>
        <h2>Gates</h2>
        {ORDER.map((state) => (
          <span key={state} className={classNames(styles['count'], counts[state] > 0 && styles[state])}>
            <UiIcon icon={STATES[state].icon} size={14} />
            {counts[state]} {state === 'blocks' && counts.blocks === 1 ? 'blocks' : STATES[state].word}
          </span>
        ))}
        <span className={styles['computed']}>computed now, from entry {formatCount(entries)}</span>
      </div>
      <div className={styles['card']}>
        <Group
          title="Before it is ready to sign"
          span="L1 to L11"
          gates={gates.filter(isReadinessGate)}
          onSetDate={onSetDate}
        />
        <Group
          title="At signing and issue"
          span="L12 to L14"
          gates={gates.filter((gate) => !isReadinessGate(gate))}
          onSetDate={onSetDate}
        />
      </div>
    </section>
  );
}

interface GroupProps {
  readonly title: string;
  readonly span: string;
  readonly gates: readonly GateLine[];
  readonly onSetDate: () => void;
}

function Group({ title, span, gates, onSetDate }: GroupProps) {
  return (
    <>
      <h3 className={styles['group']}>
        {title} <span>{span}</span>
      </h3>
      <ul className={styles['list']}>
        {gates.map((gate) => (
          <Line key={gate.code} gate={gate} onSetDate={onSetDate} />
        ))}
      </ul>
    </>
  );
}

function Line({ gate, onSetDate }: { readonly gate: GateLine; readonly onSetDate: () => void }) {
  const { icon, word } = STATES[gate.state];
  return (
    <li className={classNames(styles['line'], styles[gate.state])}>
      <UiIcon icon={icon} className={styles['icon']} />
      <span className={styles['code']} title={gate.title}>
        {gate.code}
      </span>
      <span className={styles['spoken']}>{word}:</span>
      <span className={styles['message']} title={gate.next}>
        {gate.message}
      </span>
      <Cause gate={gate} onSetDate={onSetDate} />
    </li>
  );
}

/** The way to the cause of what blocks; of what is not yet due, when it is asked. */
function Cause({ gate, onSetDate }: { readonly gate: GateLine; readonly onSetDate: () => void }) {
  const { go } = useGo();
  if (gate.state === 'later') return <span className={styles['when']}>{LATER_WORDS[gate.code]}</span>;
  if (gate.state !== 'blocks') return null;
  const path = causePath(gate);
  if (path === undefined && gate.code !== 'L7') return null;
  const label = CAUSE_LINKS[gate.code] ?? 'Show';
  return (
    <TextLink
      label={label}
      spokenLabel={`${label}: ${gate.title}`}
      onPress={() => {
        if (path === undefined) onSetDate();
        else go(path);
      }}
    />
  );
}
