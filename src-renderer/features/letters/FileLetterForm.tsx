import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { FieldRow, SelectField, TextAreaField, TextField } from '../../ui/form/FormField.tsx';
import { letterInput, missingParts, useLetterDraft } from './letter-draft.ts';
import type { LetterDraft } from './letter-draft.ts';
import { KIND_WORDS, isOfSubservice } from './letter-words.ts';
import type { LetterKind } from './letter-words.ts';
import styles from './LettersPage.module.css';
import { SignatoryFields } from './SignatoryFields.tsx';
import { SignedCopy } from './SignedCopy.tsx';

interface FileLetterFormProps {
  readonly engagement: Output<'engagement.get'>;
  readonly onDone: () => void;
}

/** Files a letter with its signed copy; coverage begins as the engagement has it. */
export function FileLetterForm({ engagement, onDone }: FileLetterFormProps) {
  const toast = useToast();
  const command = useGatedCommand('letter.file');
  const { draft, change } = useLetterDraft(engagement);
  const [isTried, setTried] = useState(false);
  const missing = missingParts(draft);
  const shown = isTried ? missing : {};
  const submit = (): void => {
    setTried(true);
    const input = letterInput(draft);
    if (input === undefined || Object.keys(missing).length > 0) return;
    command.run(input, () => {
      toast({ text: `${KIND_WORDS[draft.kind]} is on file` });
      onDone();
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
      <CommandBanner command={command} title="The letter is not filed" failed="The letter was not filed" />
      <KindFields draft={draft} change={change} missing={shown} />
      <SignatoryFields
        signatories={draft.signatories}
        onChange={(signatories) => {
          change({ signatories });
        }}
        error={shown['signatories']}
      />
      <CoverageFields type={engagement.type} draft={draft} change={change} />
      <SignedCopy
        file={draft.file}
        onFile={(file) => {
          change({ file });
        }}
        error={shown['file']}
      />
      <div className={styles['foot']}>
        <ActionButton label="Cancel" onPress={onDone} />
        <ActionButton
          label="File letter"
          kind="filled"
          type="submit"
          isBusy={command.isBusy}
          onPress={() => undefined}
        />
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly draft: LetterDraft;
  readonly change: (part: Partial<LetterDraft>) => void;
}

const KINDS = Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }));

function kindOf(value: string): LetterKind {
  return Object.hasOwn(KIND_WORDS, value) ? (value as LetterKind) : 'assertion'; // the keys of the record are the kinds
}

function KindFields({
  draft,
  change,
  missing,
}: FieldsProps & { readonly missing: Readonly<Record<string, string>> }) {
  return (
    <>
      <SelectField
        label="Kind"
        value={draft.kind}
        options={KINDS}
        onChange={(kind) => {
          change({ kind: kindOf(kind) });
        }}
      />
      {isOfSubservice(draft.kind) ? (
        <SubserviceField draft={draft} change={change} error={missing['subservice']} />
      ) : null}
      <DateField
        label="Date of the letter"
        value={draft.date}
        onChange={(date) => {
          change({ date });
        }}
        {...(missing['date'] === undefined ? {} : { error: missing['date'] })}
      />
    </>
  );
}

function SubserviceField({ draft, change, error }: FieldsProps & { readonly error: string | undefined }) {
  const scope = useQuery('scope.get', {});
  const organizations = scope.data?.subservices ?? [];
  return (
    <SelectField
      label="Subservice organization"
      value={draft.subserviceId ?? ''}
      options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(subserviceId) => {
        change({ subserviceId });
      }}
      error={error}
    />
  );
}

function CoverageFields({ type, draft, change }: FieldsProps & { readonly type: 'I' | 'II' }) {
  return (
    <>
      {type === 'II' ? (
        <FieldRow>
          <DateField
            label="Covers from"
            value={draft.coversFrom}
            onChange={(coversFrom) => {
              change({ coversFrom });
            }}
          />
          <DateField
            label="to"
            value={draft.coversTo}
            onChange={(coversTo) => {
              change({ coversTo });
            }}
          />
        </FieldRow>
      ) : (
        <DateField
          label="Covers, as of"
          value={draft.asOfDate}
          onChange={(asOfDate) => {
            change({ asOfDate });
          }}
        />
      )}
      <TextField
        label="System it names"
        value={draft.systemName}
        onChange={(systemName) => {
          change({ systemName });
        }}
      />
      {draft.kind === 'assertion' ? (
        <TextAreaField
          label="Exceptions that management states"
          value={draft.exceptions}
          onChange={(exceptions) => {
            change({ exceptions });
          }}
          hint="Leave empty for none"
        />
      ) : null}
    </>
  );
}
