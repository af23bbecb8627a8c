import { useState } from 'react';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import type { Entry, EntryText } from './library-words.ts';

type Done = (changed: Output<'library.edit'>) => void;

/** Adding, taking over, changing, retiring: which command an entry calls for, and the one whose answer is shown. */
export function useEntryCommands(entry: Entry | null, done: Done) {
  const add = useGatedCommand('library.add');
  const takeOver = useGatedCommand('library.takeOver');
  const edit = useGatedCommand('library.edit');
  const retire = useGatedCommand('library.retire');
  const reinstate = useGatedCommand('library.reinstate');
  const commands = { add, takeOver, edit, retire, reinstate };
  const [last, setLast] = useState<keyof typeof commands>('add');
  const save = (text: EntryText, why: string): void => {
    if (entry === null) {
      setLast('add');
      add.run({ text, why }, done);
    } else if (entry.origin === 'shipped') {
      setLast('takeOver');
      takeOver.run({ shippedId: entry.id, why }, (taken) => {
        if (JSON.stringify(text) === JSON.stringify(entry.text)) done(taken);
        else {
          setLast('edit');
          edit.run({ ...taken, text, why }, done);
        }
      });
    } else {
      setLast('edit');
      edit.run({ id: entry.id, version: entry.version, text, why }, done);
    }
  };
  const setRetired = (isRetired: boolean, why: string): void => {
    if (entry === null) return;
    setLast(isRetired ? 'retire' : 'reinstate');
    (isRetired ? retire : reinstate).run({ id: entry.id, version: entry.version, why }, done);
  };
  return { save, setRetired, shown: commands[last] };
}
