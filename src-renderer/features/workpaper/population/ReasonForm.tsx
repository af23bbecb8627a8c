import { useState } from 'react';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { TextAreaField } from '../../../ui/form/FormField.tsx';
import styles from './Population.module.css';

interface ReasonFormProps {
  /** The verb with its object: "Send list back". */
  readonly label: string;
  /** What follows from it. */
  readonly consequence: string;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}

/** Asks in place why a record is put out of use. */
export function ReasonForm({ label, consequence, isBusy, onClose, onReason }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isShort = reason.trim().length < 10;
  return (
    <form
      className={styles['inline']}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isShort) onReason(reason);
      }}
    >
      <TextAreaField
        label="State why"
        value={reason}
        onChange={setReason}
        hint={consequence}
        error={isTried && isShort ? 'State why in at least 10 characters' : undefined}
      />
      <div className={styles['foot']}>
        <ActionButton label="Cancel" onPress={onClose} />
        <ActionButton label={label} type="submit" isBusy={isBusy} onPress={() => undefined} />
      </div>
    </form>
  );
}
