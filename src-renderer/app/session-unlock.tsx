import { createContext, useCallback, useContext, useState } from 'react';
import type { ReactNode } from 'react';
import { PassphraseDialog } from '../ui/dialog/PassphraseDialog.tsx';
import { SelectField } from '../ui/form/FormField.tsx';
import { useCommand } from './client.ts';
import { rememberPerson, useSessionPersons } from './session-persons.ts';

/** Asks for the key of a person; `undefined` for the one who was here last. */
type AskUnlock = (personId: string | undefined) => void;

const UnlockContext = createContext<AskUnlock>(() => undefined);

/** Asks for the passphrase of a person's signing key, over whatever is on screen. */
export function UnlockProvider({ children }: { readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState<string>();
  const ask = useCallback<AskUnlock>((personId) => {
    setWanted(personId);
    setOpen(true);
  }, []);
  return (
    <UnlockContext value={ask}>
      {children}
      <UnlockDialog
        isOpen={isOpen}
        wanted={wanted}
        onClose={() => {
          setOpen(false);
        }}
      />
    </UnlockContext>
  );
}

/** Opens the dialog that unlocks a signing key, for "Switch person" and for a refusal because nobody is signed in. */
export function useUnlock(): () => void {
  const ask = useContext(UnlockContext);
  return () => {
    ask(undefined);
  };
}

/** Opens the dialog for the key of one person. */
export function useUnlockPerson(): (personId: string) => void {
  return useContext(UnlockContext);
}

interface UnlockDialogProps {
  readonly isOpen: boolean;
  readonly wanted: string | undefined;
  readonly onClose: () => void;
}

function UnlockDialog({ isOpen, wanted, onClose }: UnlockDialogProps) {
  const { persons, present } = useSessionPersons();
  const [chosenId, setChosenId] = useState<string>();
  const unlock = useCommand('person.unlock');
  const personId = chosenId ?? wanted ?? present?.id;
  const person = persons.find((known) => known.id === personId);
  const close = (): void => {
    unlock.reset();
    setChosenId(undefined);
    onClose();
  };
  return (
    <PassphraseDialog
      isOpen={isOpen}
      onClose={close}
      title="Unlock a signing key"
      confirmLabel={person === undefined ? 'Unlock key' : `Unlock key of ${person.initials}`}
      isBusy={unlock.isPending}
      error={unlock.error?.message}
      onConfirm={(passphrase) => {
        if (personId === undefined) return;
        unlock.mutate(
          { personId, passphrase },
          {
            onSuccess: () => {
              rememberPerson(personId);
              close();
            },
          },
        );
      }}
    >
      <p>What is done from then on is recorded and signed in the name of this person.</p>
      <SelectField
        label="Person"
        value={personId ?? ''}
        options={persons.map(({ id, initials, name }) => ({ value: id, label: `${initials}, ${name}` }))}
        onChange={setChosenId}
      />
    </PassphraseDialog>
  );
}
