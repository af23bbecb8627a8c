import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../button/ActionButton.tsx';
import { countOf } from '../text/format-number.ts';
import type { GateReason } from './gate-message.ts';
import styles from './ReasonField.module.css';

/** The field in which a warning is answered; the button stays in view and says what is missing. */
export function ReasonField({ reason }: { readonly reason: GateReason }) {
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const missing = Math.max(0, (reason.leastLength ?? 1) - text.trim().length);
  const record = (): void => {
    setAsked(true);
    if (missing === 0) reason.onRecord(text.trim());
  };
  return (
    <div className={styles['field']}>
      <Textarea
        label={reason.label}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
        error={isAsked && missing > 0 ? shortage(text, missing) : undefined}
      />
      <ActionButton label={reason.actionLabel} onPress={record} />
    </div>
  );
}

function shortage(text: string, missing: number): string {
  return text.trim() === '' ? 'State a reason' : `${countOf(missing, 'more character')} needed`;
}
