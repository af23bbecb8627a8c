import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useQuery } from '../../app/client.ts';
import type { Input } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { FieldRow, SelectField, TextAreaField, TextField } from '../../ui/form/FormField.tsx';
import { MultiSelectField } from '../../ui/form/MultiSelectField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { FREQUENCIES, NATURES } from '../../app/control-choices.ts';
import styles from './ControlsPage.module.css';

type Fields = Input<'control.add'>;

const EMPTY: Fields = { code: '', title: '', text: '', owner: '', criteria: [] };

/** A control of the client's own, added as a draft. */
export function NewControlPage() {
  const { go } = useGo();
  usePageChrome({
    breadcrumb: [
      {
        label: 'Controls and criteria',
        href: '#/controls',
        onGo: () => {
          go('/controls');
        },
      },
      { label: 'New control' },
    ],
  });
  return (
    <PageBody>
      <PageHeader
        title="New control"
        subtitle="It is added as a draft and agreed with the client afterwards."
      />
      <Card>
        <NewControlForm />
      </Card>
    </PageBody>
  );
}

function NewControlForm() {
  const { go } = useGo();
  const add = useGatedCommand('control.add');
  const [fields, setFields] = useState(EMPTY);
  const [isAsked, setAsked] = useState(false);
  const isComplete = fields.code.trim() !== '' && fields.text.trim() !== '';
  const submit = (): void => {
    setAsked(true);
    if (!isComplete) return;
    add.run(fields, ({ ids }) => {
      go(`/controls/${ids[0] ?? ''}`);
    });
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <NewControlFields
        fields={fields}
        isAsked={isAsked}
        change={(values) => {
          setFields({ ...fields, ...values });
        }}
      />
      <CommandBanner command={add} title="The control was not added" failed="The control was not added" />
      <div className={styles['actions']}>
        <ActionButton
          label="Add control"
          kind="filled"
          type="submit"
          isBusy={add.isBusy}
          onPress={() => undefined}
        />
        <ActionButton
          label="Cancel"
          kind="quiet"
          onPress={() => {
            go('/controls');
          }}
        />
      </div>
    </form>
  );
}

interface NewControlFieldsProps {
  readonly fields: Fields;
  readonly isAsked: boolean;
  readonly change: (values: Partial<Fields>) => void;
}

function NewControlFields({ fields, isAsked, change }: NewControlFieldsProps) {
  const missing = (text: string, words: string): string | undefined =>
    isAsked && text.trim() === '' ? words : undefined;
  return (
    <>
      <FieldRow>
        <TextField
          label="Number"
          placeholder="AC-01"
          value={fields.code}
          error={missing(fields.code, 'Give it a number')}
          onChange={(code) => {
            change({ code });
          }}
        />
        <TextField
          label="Title"
          value={fields.title ?? ''}
          onChange={(title) => {
            change({ title });
          }}
        />
      </FieldRow>
      <TextAreaField
        label="Text"
        hint="Who does what, when and on what"
        value={fields.text}
        error={missing(fields.text, 'Write what the control does')}
        onChange={(text) => {
          change({ text });
        }}
      />
      <OperationFields fields={fields} change={change} />
      <CriteriaField fields={fields} change={change} />
    </>
  );
}

function OperationFields({ fields, change }: Omit<NewControlFieldsProps, 'isAsked'>) {
  return (
    <FieldRow columns={3}>
      <TextField
        label="Owner"
        value={fields.owner ?? ''}
        onChange={(owner) => {
          change({ owner });
        }}
      />
      <SelectField
        label="Frequency"
        value={fields.frequency ?? 'perOccurrence'}
        options={FREQUENCIES}
        onChange={(value) => {
          change({ frequency: FREQUENCIES.find((known) => known.value === value)?.value });
        }}
      />
      <SelectField
        label="Nature"
        value={fields.nature ?? 'manual'}
        options={NATURES}
        onChange={(value) => {
          change({ nature: NATURES.find((known) => known.value === value)?.value });
        }}
      />
    </FieldRow>
  );
}

function CriteriaField({ fields, change }: Omit<NewControlFieldsProps, 'isAsked'>) {
  const home = useQuery('home.get', {});
  const options = (home.data?.coverage ?? []).flatMap((row) =>
    row.cells.map((cell) => ({ value: cell.code, label: `${cell.code} ${cell.title}` })),
  );
  return (
    <MultiSelectField
      label="Criteria that it serves"
      values={fields.criteria}
      options={options}
      placeholder="Choose a criterion"
      onChange={(criteria) => {
        change({ criteria: [...criteria] });
      }}
    />
  );
}
