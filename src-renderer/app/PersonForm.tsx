import { useState } from 'react';
import { ActionButton } from '../ui/button/ActionButton.tsx';
import { PassphraseField } from '../ui/dialog/PassphraseField.tsx';
import { TextField } from '../ui/form/FormField.tsx';
import { call } from './client.ts';
import { CommandBanner } from './CommandBanner.tsx';
import styles from './PersonForm.module.css';
import { rememberPerson } from './session-persons.ts';
import { useGatedCommand } from './use-gated-command.ts';

interface PersonFormProps {
  readonly submitLabel: string;
  readonly onCreated: (personId: string) => void;
  readonly onCancel?: () => void;
}

interface Typed {
  readonly name: string;
  readonly initials: string;
  readonly credential: string;
  readonly passphrase: string;
  readonly again: string;
}

const NOTHING: Typed = { name: '', initials: '', credential: '', passphrase: '', again: '' };
const SHORTEST_PASSPHRASE = 8;

/** Makes a person of this computer with a signing key of their own, and signs them in. */
export function PersonForm({ submitLabel, onCreated, onCancel }: PersonFormProps) {
  const form = usePersonForm(onCreated);
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <p className={styles['text']}>
        Everything you record and sign carries your name and the signature of a key that is made now and stays
        on this computer, under a passphrase that only you know.
      </p>
      <NameFields form={form} />
      <PassphraseFields form={form} />
      <CommandBanner
        command={form.create}
        title="The person was not created"
        failed="The person was not created"
      />
      <div className={styles['actions']}>
        <ActionButton
          label={submitLabel}
          kind="filled"
          type="submit"
          isBusy={form.create.isBusy}
          onPress={() => undefined}
        />
        {onCancel === undefined ? null : <ActionButton label="Cancel" kind="quiet" onPress={onCancel} />}
      </div>
    </form>
  );
}

function usePersonForm(onCreated: (personId: string) => void) {
  const [typed, setTyped] = useState(NOTHING);
  const [isAsked, setAsked] = useState(false);
  const create = useGatedCommand('person.create');
  const change = (values: Partial<Typed>): void => {
    setTyped({ ...typed, ...values });
    create.clear();
  };
  const submit = (): void => {
    setAsked(true);
    if (Object.keys(faultsOf(typed)).length > 0) return;
    const { name, initials, credential, passphrase } = typed;
    create.run(
      { name, initials, credential, passphrase, isCpa: /\bCPA\b/i.test(credential) },
      ({ personId }) => {
        void call('person.unlock', { personId, passphrase }).then(() => {
          rememberPerson(personId);
          onCreated(personId);
        });
      },
    );
  };
  return { typed, faults: isAsked ? faultsOf(typed) : {}, change, submit, create };
}

type Form = ReturnType<typeof usePersonForm>;

function NameFields({ form }: { readonly form: Form }) {
  const { typed, faults, change } = form;
  const [hasInitials, setHasInitials] = useState(false);
  return (
    <div className={styles['row']}>
      <TextField
        label="Name"
        value={typed.name}
        error={faults.name}
        onChange={(name) => {
          change(hasInitials ? { name } : { name, initials: initialsFrom(name) });
        }}
      />
      <TextField
        label="Initials"
        value={typed.initials}
        error={faults.initials}
        onChange={(initials) => {
          setHasInitials(true);
          change({ initials: initials.toUpperCase().slice(0, 6) });
        }}
      />
      <TextField
        label="Credential"
        placeholder="CPA, CISA"
        value={typed.credential}
        onChange={(credential) => {
          change({ credential });
        }}
      />
    </div>
  );
}

function PassphraseFields({ form }: { readonly form: Form }) {
  const { typed, faults, change } = form;
  return (
    <div className={styles['two']}>
      <PassphraseField
        label="Passphrase of your signing key"
        isNew
        value={typed.passphrase}
        error={faults.passphrase}
        hint="At least 8 characters. It cannot be recovered."
        onChange={(passphrase) => {
          change({ passphrase });
        }}
      />
      <PassphraseField
        label="The same passphrase again"
        isNew
        value={typed.again}
        error={faults.again}
        onChange={(again) => {
          change({ again });
        }}
      />
    </div>
  );
}

function faultsOf(typed: Typed): Partial<Record<keyof Typed, string>> {
  const short = SHORTEST_PASSPHRASE - typed.passphrase.length;
  return {
    ...(typed.name.trim() === '' ? { name: 'Write your name' } : {}),
    ...(typed.initials.trim() === '' ? { initials: 'One to six letters' } : {}),
    ...(short > 0 ? { passphrase: `At least 8 characters; ${String(short)} more` } : {}),
    ...(typed.passphrase === typed.again ? {} : { again: 'The two passphrases differ' }),
  };
}

function initialsFrom(name: string): string {
  return name
    .split(/[\s-]+/)
    .map((part) => part.slice(0, 1).toUpperCase())
    .join('')
    .slice(0, 6);
}
