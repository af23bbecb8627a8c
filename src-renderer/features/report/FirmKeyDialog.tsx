import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useCommand } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DialogFrame } from '../../ui/dialog/DialogFrame.tsx';
import { PassphraseField } from '../../ui/dialog/PassphraseField.tsx';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { RadioCards } from '../../ui/form/SegmentedChoice.tsx';
import styles from './ReportPage.module.css';

/** The least length of a new passphrase, as the contract has it. */
const LEAST = 8;

interface FirmKeyDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Gives this computer a key of the firm: a new one with a self-signed certificate, or one from a key file. */
export function FirmKeyDialog({ isOpen, onClose }: FirmKeyDialogProps) {
  return (
    <DialogFrame isOpen={isOpen} onClose={onClose} title="This computer holds no key of the firm">
      <FirmKeyForm onClose={onClose} />
    </DialogFrame>
  );
}

const WAYS = [
  {
    value: 'create',
    label: 'Make a key',
    detail: 'Self-signed: nobody but the firm vouches for its name',
  },
  { value: 'import', label: 'Import a key file', detail: 'A .p12 with a certificate that others vouch for' },
] as const;

function FirmKeyForm({ onClose }: { readonly onClose: () => void }) {
  const form = useFirmKeyForm();
  const isImport = form.way === 'import';
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <CommandBanner command={form.create} title="The key was not made" failed="The key was not made" />
      <CommandBanner
        command={form.importKey}
        title="The key was not imported"
        failed="The key was not imported"
      />
      <RadioCards label="The firm’s key" choices={WAYS} value={form.way} onChange={form.setWay} />
      {isImport ? (
        <div className={styles['ways']}>
          <ActionButton label="Choose key file" onPress={form.choose} />
          <span>{form.file?.name ?? 'No file chosen'}</span>
        </div>
      ) : null}
      <PassphraseField
        label={isImport ? 'Passphrase of the key file' : 'New passphrase of the key'}
        value={form.passphrase}
        onChange={form.setPassphrase}
        isNew={!isImport}
        error={form.error}
        hint={isImport ? '' : 'At least 8 characters. It is never stored and cannot be recovered.'}
        hasInitialFocus
      />
      <div className={styles['foot']}>
        <ActionButton label="Cancel" onPress={onClose} />
        <ActionButton
          label={isImport ? 'Import key' : 'Make key'}
          kind="filled"
          type="submit"
          isBusy={form.create.isBusy || form.importKey.isBusy}
          onPress={() => undefined}
        />
      </div>
    </form>
  );
}

function useFirmKeyForm() {
  const toast = useToast();
  const [way, setWay] = useState<string>('create');
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string>();
  const [file, setFile] = useState<Output<'files.choose'>[number]>();
  const chooseFile = useCommand('files.choose');
  const create = useGatedCommand('firmKey.create');
  const importKey = useGatedCommand('firmKey.import');
  const kept = (certificate: Output<'firmKey.create'>): void => {
    const kind = certificate.selfSigned ? 'Self-signed key' : 'Key';
    toast({ text: `${kind} of ${certificate.name} is kept on this computer` });
  };
  const submitImport = (): void => {
    if (file === undefined) setError('Choose the key file first.');
    else importKey.run({ token: file.token, passphrase }, kept);
  };
  return {
    ...{ way, passphrase, error, file, create, importKey },
    setWay: (value: string): void => {
      setWay(value);
      setError(undefined);
    },
    setPassphrase: (value: string): void => {
      setPassphrase(value);
      setError(undefined);
    },
    choose: (): void => {
      chooseFile.mutate(
        { kind: 'firmKey' },
        {
          onSuccess: ([chosen]) => {
            if (chosen !== undefined) setFile(chosen);
          },
        },
      );
    },
    submit: (): void => {
      if (way === 'import') submitImport();
      else if (passphrase.length < LEAST) setError('The passphrase has fewer than 8 characters.');
      else create.run({ passphrase }, kept);
    },
  };
}
