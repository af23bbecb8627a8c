import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { SelectField, TextAreaField, TextField } from '../../ui/form/FormField.tsx';
import { FREQUENCIES, NATURES, TYPES } from '../../app/control-choices.ts';
import { RISKS } from './messages.ts';
import type { Control, ControlEdit } from './messages.ts';
import styles from './ControlsPage.module.css';

type TextKey = 'code' | 'title' | 'text' | 'owner' | 'ownerTitle';

/** The fields of a control. A text is recorded when its field is left, a choice at once. */
export function ControlFields({ control }: { readonly control: Control }) {
  const edit = useGatedCommand('control.edit');
  const [drafts, setDrafts] = useState<Partial<Record<TextKey, string>>>({});
  const save = (values: ControlEdit): void => {
    edit.run({ id: control.id, revision: control.revision, ...values });
  };
  const text = (key: TextKey) => ({
    value: drafts[key] ?? control[key],
    onChange: (typed: string) => {
      setDrafts({ ...drafts, [key]: typed });
    },
  });
  const leave = (): void => {
    const changed = Object.entries(drafts).filter(([key, typed]) => typed !== control[key as TextKey]); // the keys of the drafts themselves
    setDrafts({});
    if (changed.length > 0) save(Object.fromEntries(changed));
  };
  return (
    <div className={styles['form']} onBlur={leave}>
      <div className={styles['two']}>
        <TextField label="Number" {...text('code')} />
        <TextField label="Title" {...text('title')} />
      </div>
      <TextAreaField
        label="Text"
        hint="Who does what, when and on what. A changed text is agreed again."
        minRows={4}
        {...text('text')}
      />
      <div className={styles['two']}>
        <TextField label="Owner" {...text('owner')} />
        <TextField label="Title of the owner" {...text('ownerTitle')} />
      </div>
      <ChoiceFields control={control} onSave={save} />
      <CommandBanner
        command={edit}
        title="The control was not changed"
        failed="The control was not changed"
      />
    </div>
  );
}

interface ChoiceFieldsProps {
  readonly control: Control;
  readonly onSave: (values: ControlEdit) => void;
}

function ChoiceFields({ control, onSave }: ChoiceFieldsProps) {
  return (
    <div className={styles['two']}>
      <SelectField
        label="Frequency"
        value={control.frequency}
        options={FREQUENCIES}
        onChange={(value) => {
          const frequency = FREQUENCIES.find((known) => known.value === value)?.value;
          if (frequency !== undefined) onSave({ frequency });
        }}
      />
      <SelectField
        label="Nature"
        value={control.nature}
        options={NATURES}
        onChange={(value) => {
          const nature = NATURES.find((known) => known.value === value)?.value;
          if (nature !== undefined) onSave({ nature });
        }}
      />
      <SelectField
        label="Type"
        value={control.type}
        options={TYPES}
        onChange={(value) => {
          const type = TYPES.find((known) => known.value === value)?.value;
          if (type !== undefined) onSave({ type });
        }}
      />
      <SelectField
        label="Risk"
        value={control.risk}
        options={RISKS}
        onChange={(value) => {
          const risk = RISKS.find((known) => known.value === value)?.value;
          if (risk !== undefined) onSave({ risk });
        }}
      />
    </div>
  );
}
