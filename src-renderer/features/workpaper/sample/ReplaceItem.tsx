import { useState } from 'react';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import type { Input } from '../../../app/client.ts';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { SelectField, TextAreaField, TextField } from '../../../ui/form/FormField.tsx';
import styles from './Sample.module.css';

type Cause = Input<'sampling.replaceItem'>['cause'];

const CAUSES = [
  { value: 'cancelled', label: 'It was cancelled' },
  { value: 'testRecord', label: 'It is a test record' },
  { value: 'wrongSystem', label: 'It is of another system' },
  { value: 'outsidePeriod', label: 'It is outside the period' },
  { value: 'duplicate', label: 'It is there twice' },
  { value: 'evidenceMissing', label: 'Its evidence is missing' },
] as const satisfies readonly { readonly value: Cause; readonly label: string }[];

interface ReplaceItemProps {
  readonly item: { readonly id: string; readonly revision: number; readonly ordinal: number };
  /** The auditor chose the items, so the one to take instead is named too. */
  readonly isChosen: boolean;
  /** Is told which item took its place. */
  readonly onReplaced: (itemId: string) => void;
}

/** An item that proves not to belong gives way to the next of the sequence; it stays on record with the reason (gate S6). */
export function ReplaceItem(props: ReplaceItemProps) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <div className={styles['buttons']}>
        <ActionButton
          label="Replace item"
          onPress={() => {
            setOpen(true);
          }}
        />
        <span className={styles['hint']}>Only where it is not of the population</span>
      </div>
    );
  return (
    <ReplaceForm
      {...props}
      onDone={() => {
        setOpen(false);
      }}
    />
  );
}

function ReplaceForm(props: ReplaceItemProps & { readonly onDone: () => void }) {
  const { item, isChosen, onReplaced, onDone } = props;
  const command = useGatedCommand('sampling.replaceItem', { takesReasons: true });
  const [cause, setCause] = useState<Cause>('cancelled');
  const [reason, setReason] = useState('');
  const [chosenKey, setChosenKey] = useState('');
  return (
    <form
      className={styles['stack']}
      aria-label={`Replace item ${String(item.ordinal)}`}
      onSubmit={(event) => {
        event.preventDefault();
        const { id: itemId, revision } = item;
        const key = isChosen && chosenKey.trim() !== '' ? chosenKey : null;
        command.run({ itemId, revision, cause, reason, chosenKey: key }, (taken) => {
          onDone();
          onReplaced(taken.itemId);
        });
      }}
    >
      <SelectField
        label="Why it does not belong"
        value={cause}
        options={CAUSES}
        onChange={(value) => {
          command.clear();
          setCause(CAUSES.find((known) => known.value === value)?.value ?? 'cancelled');
        }}
      />
      <TextAreaField
        label="What shows it"
        value={reason}
        onChange={setReason}
        minRows={2}
        hint="The item stays on record with this reason; the next of the sequence takes its place"
      />
      {isChosen ? (
        <TextField label="Key of the item instead" value={chosenKey} onChange={setChosenKey} />
      ) : null}
      <CommandBanner command={command} title="The item stays" failed="The item was not replaced" />
      <div className={styles['buttons']}>
        <ActionButton label="Replace item" type="submit" isBusy={command.isBusy} onPress={() => undefined} />
        <ActionButton label="Cancel" kind="quiet" onPress={onDone} />
      </div>
    </form>
  );
}
