import { useId, useState } from 'react';
import { classNames } from '../class-names.ts';
import { TextLink } from '../button/TextLink.tsx';
import { GateActions } from './GateActions.tsx';
import { GateCode } from './GateCode.tsx';
import type { GateMessage } from './gate-message.ts';
import { ReasonField } from './ReasonField.tsx';
import styles from './GateRow.module.css';

/** One rule among several: code, fact in short form, first step. Pressing the fact opens the whole message. */
export function GateRow({ gate }: { readonly gate: GateMessage }) {
  const [isOpen, setOpen] = useState(false);
  const detailId = useId();
  const [first, ...others] = gate.actions ?? [];
  return (
    <li className={styles['item']}>
      <div className={styles['row']}>
        <GateCode code={gate.code} kind={gate.kind} />
        <button
          type="button"
          className={styles['fact']}
          aria-expanded={isOpen}
          aria-controls={detailId}
          aria-label={spokenWords(gate)}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {gate.short ?? gate.message}
        </button>
        {first === undefined ? null : <TextLink label={first.label} onPress={first.onPress} />}
      </div>
      <div id={detailId} className={styles['detail']} hidden={!isOpen}>
        <div className={styles['headline']}>{gate.headline}</div>
        <div>{gate.message}</div>
        {gate.reason === undefined ? null : <ReasonField reason={gate.reason} />}
        <GateActions actions={others} />
      </div>
    </li>
  );
}

/** What a screen reader hears: the words on screen, then the whole message. */
function spokenWords({ short, message, headline }: GateMessage): string {
  return short === undefined || message.includes(short) ? `${message} ${headline}` : `${short}. ${message}`;
}

/** A rule in a list of what blocks: headline and fact on two lines, the first step at the right. */
export function GateListRow({ gate }: { readonly gate: GateMessage }) {
  const first = gate.actions?.[0];
  return (
    <div className={styles['listRow']}>
      <GateCode code={gate.code} kind={gate.kind} />
      <div className={styles['lines']}>
        <div className={classNames(styles['headline'], styles['cut'])}>{gate.headline}</div>
        <div className={classNames(styles['secondary'], styles['cut'])} title={gate.message}>
          {gate.message}
        </div>
      </div>
      {first === undefined ? null : (
        <TextLink
          label={first.label}
          onPress={first.onPress}
          spokenLabel={`${first.label}: ${gate.headline}`}
        />
      )}
    </div>
  );
}
