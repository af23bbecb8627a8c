import { IconLock } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { call, CallError, useCommand } from '../../app/client.ts';
import { failureWordsOfFile } from '../../app/failure-words.ts';
import { returnPath } from '../../app/left-place.ts';
import { useForgetEngagement } from '../../app/session-open.ts';
import { rememberPerson, useSessionPersons } from '../../app/session-persons.ts';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { PassphraseField } from '../../ui/dialog/PassphraseField.tsx';
import { UiIcon } from '../../ui/icon/UiIcon.tsx';
import { FailedState } from '../../ui/status/FailedState.tsx';
import styles from './OpenPanel.module.css';

/** A file that was chosen from the list or the dialog. */
export interface FileToOpen {
  readonly place: string;
  readonly name: string;
  readonly isRecent: boolean;
}

interface OpenPanelProps {
  readonly file: FileToOpen;
  readonly onClose: () => void;
}

/** Asks for the passphrase of a file in place, and for that of the signing key where it is still locked. */
export function OpenPanel({ file, onClose }: OpenPanelProps) {
  const opening = useOpening(file);
  const panel = useRef<HTMLFormElement>(null);
  useEffect(() => {
    panel.current?.querySelector('input')?.focus();
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <form
      ref={panel}
      className={styles['panel']}
      onSubmit={(event) => {
        event.preventDefault();
        void opening.open();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <PanelText name={file.name} />
      <div className={styles['fields']}>
        <PassphraseField
          label="Passphrase of the file"
          value={opening.passphrase}
          onChange={opening.setPassphrase}
          error={opening.fileError}
        />
        {opening.lockedPerson === undefined ? null : (
          <PassphraseField
            label={`Passphrase of ${opening.lockedPerson.initials}’s signing key`}
            value={opening.keyPassphrase}
            onChange={opening.setKeyPassphrase}
            error={opening.keyError}
            hint="Leave empty to read without recording anything"
          />
        )}
        <div className={styles['actions']}>
          <ActionButton label="Cancel" kind="quiet" onPress={onClose} />
          <ActionButton
            label="Open"
            kind="filled"
            type="submit"
            isBusy={opening.isBusy}
            onPress={() => undefined}
          />
        </div>
      </div>
      {opening.failure === undefined ? null : (
        <div className={styles['whole']}>
          <FailedState {...failureWordsOfFile(`${file.name} was not opened`, opening.failure)} />
        </div>
      )}
    </form>
  );
}

function PanelText({ name }: { readonly name: string }) {
  return (
    <div>
      <h3 className={styles['title']}>
        <UiIcon icon={IconLock} />
        Passphrase for {name}
      </h3>
      <p className={styles['text']}>
        The file is encrypted. The passphrase is never stored and cannot be recovered by us or by your firm.
      </p>
    </div>
  );
}

function useOpening(file: FileToOpen) {
  const { go } = useGo();
  const forget = useForgetEngagement();
  const { actor, present } = useSessionPersons();
  const [passphrase, setPassphrase] = useState('');
  const [keyPassphrase, setKeyPassphrase] = useState('');
  const [keyError, setKeyError] = useState<string>();
  const openFile = useCommand('engagement.open');
  const [isBusy, setBusy] = useState(false);
  const lockedPerson = actor === undefined ? present : undefined;
  const unlockKey = async (): Promise<boolean> => {
    if (lockedPerson === undefined || keyPassphrase === '') return true;
    try {
      await call('person.unlock', { personId: lockedPerson.id, passphrase: keyPassphrase });
      rememberPerson(lockedPerson.id);
      return true;
    } catch (error) {
      setKeyError(error instanceof CallError ? error.message : 'The key was not unlocked.');
      return false;
    }
  };
  const open = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setKeyError(undefined);
    if (await unlockKey()) {
      openFile.mutate(
        { place: file.place, passphrase },
        {
          onSuccess: ({ engagementId }) => {
            forget();
            go(returnPath(engagementId));
          },
        },
      );
    }
    setBusy(false);
  };
  const error = openFile.error ?? undefined;
  const isWrong = error?.reply.kind === 'store' && error.reply.code === 'wrong-passphrase';
  return {
    ...{ passphrase, setPassphrase, keyPassphrase, setKeyPassphrase, keyError, lockedPerson, open },
    isBusy: isBusy || openFile.isPending,
    fileError: isWrong ? error.message : undefined,
    failure: isWrong ? undefined : error,
  };
}
