import type { ReactNode } from 'react';
import { ActionButton } from '../button/ActionButton.tsx';
import { classNames } from '../class-names.ts';
import styles from './Dialog.module.css';
import { DialogFrame } from './DialogFrame.tsx';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The choice as a sentence: "Lock the file". */
  readonly title: string;
  /** What will follow, in facts. */
  readonly children: ReactNode;
  /** The verb with its object: "Lock file". */
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  /** What cannot be taken back is asked in red. */
  readonly isDestructive?: boolean;
  readonly isBusy?: boolean;
}

/** Asks before something that cannot be taken back, before signing, issuing and locking. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <DialogFrame isOpen={props.isOpen} onClose={props.onClose} title={props.title}>
      <div className={styles['text']}>{props.children}</div>
      <div className={classNames(styles['actions'], props.isDestructive === true && styles['destructive'])}>
        <ActionButton label="Cancel" onPress={props.onClose} />
        <ActionButton
          label={props.confirmLabel}
          kind="filled"
          isBusy={props.isBusy === true}
          onPress={props.onConfirm}
        />
      </div>
    </DialogFrame>
  );
}
