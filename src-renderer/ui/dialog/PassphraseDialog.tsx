import { useState } from 'react';
import type { ReactNode } from 'react';
import { ActionButton } from '../button/ActionButton.tsx';
import styles from './Dialog.module.css';
import { DialogFrame } from './DialogFrame.tsx';
import { PassphraseField } from './PassphraseField.tsx';

interface PassphraseDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** "Sign as reviewer", "Passphrase for northwind-2026.tickmark". */
  readonly title: string;
  /** What the passphrase opens or signs. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly onConfirm: (passphrase: string) => void;
  /** What the program answered: "This passphrase does not open the file." */
  readonly error?: string | undefined;
  readonly isBusy?: boolean;
}

/** Asks for a passphrase. What is typed is dropped when the dialog closes. */
export function PassphraseDialog(props: PassphraseDialogProps) {
  return (
    <DialogFrame isOpen={props.isOpen} onClose={props.onClose} title={props.title}>
      <PassphraseForm {...props} />
    </DialogFrame>
  );
}

function PassphraseForm(props: PassphraseDialogProps) {
  const [passphrase, setPassphrase] = useState('');
  const confirm = (): void => {
    if (passphrase !== '') props.onConfirm(passphrase);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <div className={styles['text']}>{props.children}</div>
      <PassphraseField
        label="Passphrase"
        value={passphrase}
        onChange={setPassphrase}
        error={props.error}
        hasInitialFocus
      />
      <div className={styles['actions']}>
        <ActionButton label="Cancel" onPress={props.onClose} />
        <ActionButton
          label={props.confirmLabel}
          kind="filled"
          type="submit"
          isBusy={props.isBusy === true}
          onPress={() => undefined}
        />
      </div>
    </form>
  );
}
