import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { TextField } from '../../ui/form/FormField.tsx';
import { EntryFields, draftOf, textOf } from './EntryFields.tsx';
import type { Entry, EntryText } from './library-words.ts';
import styles from './LibraryFrame.module.css';
import { useEntryCommands } from './use-entry-commands.ts';

interface EntryFormProps {
  /** `null` for a new one. */
  readonly entry: Entry | null;
  readonly text: EntryText;
}

/** The fields of an entry and the reason of the change, which every version keeps. */
export function EntryForm({ entry, text }: EntryFormProps) {
  const { go } = useGo();
  const toast = useToast();
  const [draft, setDraft] = useState(() => draftOf(text));
  const [why, setWhy] = useState('');
  const commands = useEntryCommands(entry, ({ id, version }) => {
    setWhy('');
    toast({ text: `Version ${String(version)} stands` });
    go(`/library/${id}`);
  });
  const isRetired = entry?.isRetired === true;
  return (
    <form
      className={styles['form']}
      aria-label="Entry"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRetired) commands.save(textOf(text, draft), why);
      }}
    >
      <EntryFields
        draft={draft}
        change={(values) => {
          setDraft({ ...draft, ...values });
        }}
      />
      <TextField
        label="Reason of the change"
        hint="Kept with the version, with who and when"
        value={why}
        onChange={setWhy}
      />
      <CommandBanner
        command={commands.shown}
        title="The entry was not changed"
        failed="The entry was not changed"
      />
      <div className={styles['actions']}>
        {isRetired ? null : (
          <ActionButton
            label={saveLabel(entry)}
            kind="filled"
            type="submit"
            isBusy={commands.shown.isBusy}
            onPress={() => undefined}
          />
        )}
        {entry?.origin !== 'firm' ? null : (
          <ActionButton
            label={isRetired ? 'Bring entry back' : 'Retire entry'}
            onPress={() => {
              commands.setRetired(!isRetired, why);
            }}
          />
        )}
      </div>
    </form>
  );
}

function saveLabel(entry: Entry | null): string {
  if (entry === null) return 'Add entry';
  return entry.origin === 'shipped' ? 'Take over into the firm’s library' : 'Save new version';
}
