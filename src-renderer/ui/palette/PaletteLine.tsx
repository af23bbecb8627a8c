import { classNames } from '../class-names.ts';
import { GateCode } from '../gate/GateCode.tsx';
import { UiIcon } from '../icon/UiIcon.tsx';
import { Keycap } from '../text/Keycap.tsx';
import type { PaletteCommand } from './rank-commands.ts';
import styles from './CommandPalette.module.css';

interface PaletteLineProps {
  readonly id: string;
  readonly command: PaletteCommand;
  /** The kind of the lines from here on. */
  readonly heading: string | undefined;
  readonly isCurrent: boolean;
  readonly onPress: (command: PaletteCommand) => void;
}

/** One command: icon, reference, label, what it is about, and its keys or the gate that blocks it. */
export function PaletteLine({ id, command, heading, isCurrent, onPress }: PaletteLineProps) {
  const { icon, reference, label, detail, keys, gateCode } = command;
  return (
    <>
      {heading === undefined ? null : (
        <div role="presentation" className={styles['heading']}>
          {heading}
        </div>
      )}
      <div
        id={id}
        role="option"
        aria-selected={isCurrent}
        className={classNames(styles['line'], isCurrent && styles['current'])}
        onClick={() => {
          onPress(command);
        }}
      >
        <span className={styles['icon']}>{icon === undefined ? null : <UiIcon icon={icon} />}</span>
        {reference === undefined ? null : <span className={styles['reference']}>{reference}</span>}
        <span className={gateCode === undefined ? styles['label'] : styles['blockedLabel']}>{label}</span>
        <span className={styles['detail']}>{detail}</span>
        {gateCode === undefined ? null : (
          <span className={styles['gate']}>
            blocked by <GateCode code={gateCode} kind="block" />
          </span>
        )}
        {keys === undefined ? null : <Keycap keys={keys} />}
      </div>
    </>
  );
}
