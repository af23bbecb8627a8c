import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { FieldRow, SelectField, TextAreaField, TextField } from '../../ui/form/FormField.tsx';
import styles from './WorkpaperPage.module.css';

const natures = [
  { value: 'inquiry', label: 'Inquiry' },
  { value: 'observation', label: 'Observation' },
  { value: 'inspection', label: 'Inspection' },
  { value: 'reperformance', label: 'Reperformance' },
] as const;
type Nature = (typeof natures)[number]['value'];

interface ProcedureFormProps {
  readonly workpaperId: string;
  /** Steps of the control library, offered to begin with. */
  readonly suggestions: readonly string[];
  readonly onDone: () => void;
}

/** Records a procedure: of which nature, who or what, when, what was done and what came out. */
export function ProcedureForm({ workpaperId, suggestions, onDone }: ProcedureFormProps) {
  const command = useGatedCommand('design.addProcedure', { takesReasons: true });
  const [nature, setNature] = useState<Nature>('inspection');
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [result, setResult] = useState('');
  const [performedOn, setPerformedOn] = useState<string>();
  const submit = (): void => {
    if (performedOn !== undefined)
      command.run({ workpaperId, nature, subject, text, result, performedOn }, onDone);
  };
  return (
    <div className={styles['stack']}>
      <CommandBanner
        command={command}
        title="The procedure is not recorded"
        failed="The procedure was not recorded"
      />
      <FieldRow columns={3}>
        <SelectField
          label="Nature"
          value={nature}
          options={natures}
          onChange={(value) => {
            setNature(natures.find((option) => option.value === value)?.value ?? 'inspection');
          }}
        />
        <TextField label="Person’s title or record" value={subject} onChange={setSubject} />
        <DateField label="Done on" value={performedOn} onChange={setPerformedOn} />
      </FieldRow>
      {suggestions.length === 0 ? null : (
        <SelectField
          label="Begin with a step of the library"
          value=""
          options={suggestions.map((step) => ({ value: step, label: step }))}
          onChange={setText}
        />
      )}
      <TextAreaField label="What was done" value={text} onChange={setText} />
      <TextAreaField label="What came out" value={result} onChange={setResult} />
      <div className={styles['foot']}>
        <ActionButton label="Cancel" onPress={onDone} />
        <ActionButton
          label="Record procedure"
          isBlocked={performedOn === undefined || text.trim() === ''}
          isBusy={command.isBusy}
          onPress={submit}
        />
      </div>
    </div>
  );
}
