import { useState } from 'react';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { DateField } from '../../../ui/form/DateField.tsx';
import { FieldRow, SelectField, TextAreaField, TextField } from '../../../ui/form/FormField.tsx';
import { useToday } from '../../../ui/form/today.tsx';
import styles from '../WorkpaperPage.module.css';
import { NATURES } from './design-words.ts';
import type { Procedure } from './design-words.ts';

interface ProcedureFormProps {
  readonly workpaperId: string;
  /** Steps of the control library, offered to begin with. */
  readonly suggestions: readonly string[];
  /** The procedure that is edited; without it a new one is written. */
  readonly procedure?: Procedure;
  readonly onDone: () => void;
}

type Draft = Pick<Procedure, 'nature' | 'subject' | 'text' | 'result'> & {
  readonly performedOn: string | undefined;
};

/** Records a procedure: of which nature, who or what, when, what was done and what came out. */
export function ProcedureForm({ workpaperId, suggestions, procedure, onDone }: ProcedureFormProps) {
  const add = useGatedCommand('design.addProcedure', { takesReasons: true });
  const edit = useGatedCommand('design.editProcedure', { takesReasons: true });
  const today = useToday();
  const [draft, setDraft] = useState<Draft>(() => draftOf(procedure, today()));
  const change = (part: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const { performedOn, ...words } = draft;
  const isBlocked = performedOn === undefined || draft.text.trim() === '';
  return (
    <form
      className={styles['stack']}
      aria-label={procedure === undefined ? 'New procedure' : 'Edit procedure'}
      onSubmit={(event) => {
        event.preventDefault();
        if (isBlocked) return;
        const fields = { ...words, performedOn };
        if (procedure === undefined) add.run({ workpaperId, ...fields }, onDone);
        else edit.run({ id: procedure.id, revision: procedure.revision, ...fields }, onDone);
      }}
    >
      <ProcedureFields draft={draft} change={change} suggestions={suggestions} />
      <CommandBanner
        command={add}
        title="The procedure is not recorded"
        failed="The procedure was not recorded"
      />
      <CommandBanner
        command={edit}
        title="The procedure is not changed"
        failed="The procedure was not changed"
      />
      <div className={styles['foot']}>
        <ActionButton
          label="Record procedure"
          type="submit"
          isBlocked={isBlocked}
          isBusy={add.isBusy || edit.isBusy}
          onPress={() => undefined}
        />
        <ActionButton label="Cancel" kind="quiet" onPress={onDone} />
      </div>
    </form>
  );
}

function draftOf(procedure: Procedure | undefined, today: string): Draft {
  if (procedure === undefined)
    return { nature: 'inspection', subject: '', text: '', result: '', performedOn: today };
  const { nature, subject, text, result, performedOn } = procedure;
  return { nature, subject, text, result, performedOn };
}

interface FieldsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly suggestions: readonly string[];
}

function ProcedureFields({ draft, change, suggestions }: FieldsProps) {
  return (
    <>
      <FieldRow columns={3}>
        <SelectField
          label="Nature"
          value={draft.nature}
          options={NATURES}
          onChange={(value) => {
            change({ nature: NATURES.find((option) => option.value === value)?.value ?? 'inspection' });
          }}
        />
        <TextField
          label="Person’s title or record"
          value={draft.subject}
          onChange={(subject) => {
            change({ subject });
          }}
        />
        <DateField
          label="Done on"
          value={draft.performedOn}
          onChange={(performedOn) => {
            change({ performedOn });
          }}
        />
      </FieldRow>
      {suggestions.length === 0 ? null : (
        <SelectField
          label="Begin with a step of the library"
          value=""
          options={suggestions.map((step) => ({ value: step, label: step }))}
          onChange={(text) => {
            change({ text });
          }}
        />
      )}
      <TextAreaField
        label="What was done"
        value={draft.text}
        onChange={(text) => {
          change({ text });
        }}
      />
      <TextAreaField
        label="What came out"
        value={draft.result}
        onChange={(result) => {
          change({ result });
        }}
      />
    </>
  );
}
