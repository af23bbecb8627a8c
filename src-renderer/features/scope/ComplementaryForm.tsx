import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Input, Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/form/FormField.tsx';
import { MultiSelectField } from '../../ui/form/MultiSelectField.tsx';
import styles from './ScopePage.module.css';
import { useControlChoices, useCriterionChoices } from './use-choices.ts';

type Fields = Input<'scope.addComplementary'>;
type Scope = Output<'scope.get'>;

interface ComplementaryFormProps {
  readonly kind: Fields['kind'];
  readonly scope: Scope;
  /** The control that is changed; without one a new one is added. */
  readonly control?: Scope['complementary'][number];
  readonly onDone: () => void;
}

/** A control that user entities or a subservice organization are expected to operate. */
export function ComplementaryForm({ kind, scope, control, onDone }: ComplementaryFormProps) {
  const add = useGatedCommand('scope.addComplementary');
  const edit = useGatedCommand('scope.editComplementary');
  const [fields, setFields] = useState<Fields>(() => control ?? startOf(kind, scope));
  const change = (values: Partial<Fields>): void => {
    setFields({ ...fields, ...values });
  };
  const isComplete = fields.text.trim() !== '' && (kind === 'user' || fields.subserviceId !== null);
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete && control === undefined) add.run(fields, onDone);
        if (isComplete && control !== undefined) edit.run(editOf(control, fields), onDone);
      }}
    >
      <div className={styles['fields']}>
        <TextField
          label="Number"
          value={fields.number}
          onChange={(number) => {
            change({ number });
          }}
        />
        {kind === 'subservice' && control === undefined ? (
          <OrganizationChoice fields={fields} change={change} scope={scope} />
        ) : null}
      </div>
      <TextAreaField
        label="Control that is expected"
        value={fields.text}
        onChange={(text) => {
          change({ text });
        }}
      />
      <ServedFields fields={fields} change={change} />
      <CommandBanner command={add} title="The control was not added" failed="The control was not added" />
      <CommandBanner
        command={edit}
        title="The control was not changed"
        failed="The control was not changed"
      />
      <div className={styles['actions']}>
        <ActionButton
          label={control === undefined ? 'Add control' : 'Record changes'}
          type="submit"
          isBlocked={!isComplete}
          isBusy={add.isBusy || edit.isBusy}
          onPress={() => undefined}
        />
        <ActionButton label="Cancel" kind="quiet" onPress={onDone} />
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly fields: Fields;
  readonly change: (values: Partial<Fields>) => void;
}

function ServedFields({ fields, change }: FieldsProps) {
  const criteria = useCriterionChoices();
  const controls = useControlChoices();
  return (
    <>
      <MultiSelectField
        label="Criteria that it serves"
        values={fields.criteria}
        options={criteria}
        onChange={(values) => {
          change({ criteria: [...values] });
        }}
      />
      <MultiSelectField
        label="Controls of the client that rest on it"
        values={fields.controlIds}
        options={controls}
        onChange={(values) => {
          change({ controlIds: [...values] });
        }}
      />
    </>
  );
}

interface OrganizationChoiceProps extends FieldsProps {
  readonly scope: Scope;
}

function OrganizationChoice({ fields, change, scope }: OrganizationChoiceProps) {
  return (
    <SelectField
      label="Organization"
      placeholder="Choose an organization"
      hint={scope.subservices.length === 0 ? 'Add the organization first' : 'Of which it is expected'}
      value={fields.subserviceId ?? ''}
      options={scope.subservices.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(subserviceId) => {
        change({ subserviceId });
      }}
    />
  );
}

function editOf(
  { id, revision }: Scope['complementary'][number],
  fields: Fields,
): Input<'scope.editComplementary'> {
  const { number, text, criteria, controlIds } = fields;
  return { id, revision, number, text, criteria, controlIds };
}

function startOf(kind: Fields['kind'], scope: Scope): Fields {
  const count = scope.complementary.filter((control) => control.kind === kind).length + 1;
  const number = `${kind === 'user' ? 'CUEC' : 'CSOC'}-${String(count).padStart(2, '0')}`;
  const [first] = scope.subservices;
  const subserviceId = kind === 'subservice' && scope.subservices.length === 1 ? (first?.id ?? null) : null;
  return { kind, number, text: '', criteria: [], controlIds: [], subserviceId };
}
