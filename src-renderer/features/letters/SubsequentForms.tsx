import { useState } from 'react';
import type { ReactNode } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { SegmentedChoice } from '../../ui/form/SegmentedChoice.tsx';
import { EFFECT_WORDS } from './letter-words.ts';
import styles from './LettersPage.module.css';

interface FormProps {
  readonly onDone: () => void;
}

type Effect = keyof typeof EFFECT_WORDS;

const EFFECTS = Object.entries(EFFECT_WORDS).map(([value, label]) => ({ value, label }));

function effectOf(value: string): Effect {
  return value === 'disclose' || value === 'modify' ? value : 'none';
}

/** Records what happened after the period and what it does to the report. */
export function EventForm({ onDone }: FormProps) {
  const command = useGatedCommand('subsequent.addEvent');
  const [occurredOn, setOccurredOn] = useState<string>();
  const [description, setDescription] = useState('');
  const [effect, setEffect] = useState<Effect>('none');
  return (
    <Frame
      label="Record event"
      isReady={occurredOn !== undefined && description.trim() !== ''}
      isBusy={command.isBusy}
      onDone={onDone}
      onSubmit={() => {
        if (occurredOn !== undefined) command.run({ occurredOn, description, effect }, onDone);
      }}
    >
      <CommandBanner
        command={command}
        title="The event is not recorded"
        failed="The event was not recorded"
      />
      <DateField label="Happened on" value={occurredOn} onChange={setOccurredOn} />
      <TextAreaField label="What happened" value={description} onChange={setDescription} />
      <SegmentedChoice
        label="Effect on the report"
        choices={EFFECTS}
        value={effect}
        onChange={(value) => {
          setEffect(effectOf(value));
        }}
      />
    </Frame>
  );
}

/** Records the inquiry about subsequent events up to a day. */
export function InquiryForm({ onDone }: FormProps) {
  const command = useGatedCommand('subsequent.recordInquiry');
  const [coversTo, setCoversTo] = useState<string>();
  const [text, setText] = useState('');
  return (
    <Frame
      label="Record inquiry"
      isReady={coversTo !== undefined && text.trim() !== ''}
      isBusy={command.isBusy}
      onDone={onDone}
      onSubmit={() => {
        if (coversTo !== undefined) command.run({ coversTo, text }, onDone);
      }}
    >
      <CommandBanner
        command={command}
        title="The inquiry is not recorded"
        failed="The inquiry was not recorded"
      />
      <DateField label="Inquired up to" value={coversTo} onChange={setCoversTo} />
      <TextAreaField label="Whom was asked what, and what was answered" value={text} onChange={setText} />
    </Frame>
  );
}

interface FrameProps {
  readonly label: string;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly onDone: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

function Frame({ label, isReady, isBusy, onDone, onSubmit, children }: FrameProps) {
  return (
    <form
      className={styles['inline']}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onSubmit();
      }}
    >
      {children}
      <div className={styles['foot']}>
        <ActionButton label="Cancel" onPress={onDone} />
        <ActionButton
          label={label}
          type="submit"
          isBlocked={!isReady}
          isBusy={isBusy}
          onPress={() => undefined}
        />
      </div>
    </form>
  );
}
