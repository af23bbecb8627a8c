import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Input, Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { CheckField } from '../../ui/form/CheckField.tsx';
import { TextAreaField, TextField } from '../../ui/form/FormField.tsx';
import { MultiSelectField } from '../../ui/form/MultiSelectField.tsx';
import { RadioCards } from '../../ui/form/SegmentedChoice.tsx';
import { METHODS } from './messages.ts';
import styles from './ScopePage.module.css';
import { useControlChoices, useCriterionChoices } from './use-choices.ts';

type Fields = Input<'scope.addSubservice'>;

interface OrganizationFormProps {
  /** The organization that is changed; without one a new one is added. */
  readonly organization?: Output<'scope.get'>['subservices'][number];
  readonly onDone: () => void;
}

const EMPTY: Fields = {
  name: '',
  service: '',
  method: 'carveOut',
  criteria: [],
  monitoringControlIds: [],
  assertionPlanned: false,
};

/** The facts of a subservice organization. */
export function OrganizationForm({ organization, onDone }: OrganizationFormProps) {
  const [fields, setFields] = useState<Fields>(() => startOf(organization));
  const add = useGatedCommand('scope.addSubservice');
  const edit = useGatedCommand('scope.editSubservice');
  const change = (values: Partial<Fields>): void => {
    setFields({ ...fields, ...values });
  };
  const isNamed = fields.name.trim() !== '';
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isNamed) return;
        if (organization === undefined) add.run(fields, onDone);
        else edit.run({ id: organization.id, revision: organization.revision, ...fields }, onDone);
      }}
    >
      <OrganizationFields fields={fields} change={change} />
      <CommandBanner
        command={add}
        title="The organization was not added"
        failed="The organization was not added"
      />
      <CommandBanner
        command={edit}
        title="The organization was not changed"
        failed="The organization was not changed"
      />
      <div className={styles['actions']}>
        <ActionButton
          label={organization === undefined ? 'Add organization' : 'Record changes'}
          type="submit"
          isBlocked={!isNamed}
          isBusy={add.isBusy || edit.isBusy}
          onPress={() => undefined}
        />
        <ActionButton label="Cancel" kind="quiet" onPress={onDone} />
      </div>
    </form>
  );
}

function startOf(organization: OrganizationFormProps['organization']): Fields {
  if (organization === undefined) return EMPTY;
  const { name, service, method, criteria, monitoringControlIds, assertionPlanned } = organization;
  return { name, service, method, criteria, monitoringControlIds, assertionPlanned };
}

interface OrganizationFieldsProps {
  readonly fields: Fields;
  readonly change: (values: Partial<Fields>) => void;
}

function OrganizationFields({ fields, change }: OrganizationFieldsProps) {
  const criteria = useCriterionChoices();
  const controls = useControlChoices();
  return (
    <>
      <TextField
        label="Name"
        value={fields.name}
        onChange={(name) => {
          change({ name });
        }}
      />
      <TextAreaField
        label="Service that it gives"
        value={fields.service}
        minRows={2}
        onChange={(service) => {
          change({ service });
        }}
      />
      <RadioCards
        label="Method"
        choices={METHODS}
        value={fields.method}
        onChange={(method) => {
          change({ method: method === 'inclusive' ? 'inclusive' : 'carveOut' });
        }}
      />
      <MultiSelectField
        label="Criteria that it serves"
        values={fields.criteria}
        options={criteria}
        onChange={(values) => {
          change({ criteria: [...values] });
        }}
      />
      <MultiSelectField
        label="Controls by which the client monitors it"
        values={fields.monitoringControlIds}
        options={controls}
        onChange={(values) => {
          change({ monitoringControlIds: [...values] });
        }}
      />
      {fields.method === 'inclusive' ? (
        <CheckField
          label="Its assertion is planned"
          isChecked={fields.assertionPlanned}
          onChange={(assertionPlanned) => {
            change({ assertionPlanned });
          }}
        />
      ) : null}
    </>
  );
}
