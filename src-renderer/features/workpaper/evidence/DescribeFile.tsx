import { useState } from 'react';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { TextField } from '../../../ui/form/FormField.tsx';
import { DateFields } from './EvidenceDates.tsx';
import type { EvidenceFile } from './evidence-words.ts';
import { spokenFor } from './spoken-for.ts';
import type { Dates } from './spoken-for.ts';
import styles from './Evidence.module.css';

interface DescribeFileProps {
  readonly file: EvidenceFile;
  readonly onDone: () => void;
}

/** Corrects what is said about a file; its bytes, name and hash are fixed. On a signed paper the reason is asked (gate R3). */
export function DescribeFile({ file, onDone }: DescribeFileProps) {
  const command = useGatedCommand('evidence.describe', { takesReasons: true });
  const [dates, setDates] = useState<Dates>(() => ({
    receivedOn: file.receivedOn,
    from: file.coversFrom ?? file.asOf ?? undefined,
    to: file.coversTo ?? undefined,
  }));
  const [sourceSystem, setSourceSystem] = useState(file.sourceSystem);
  const [sourcePerson, setSourcePerson] = useState(file.sourcePerson);
  return (
    <form
      className={styles['stack']}
      aria-label={`What is said about ${file.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        const { receivedOn } = dates;
        if (receivedOn === undefined) return;
        const { id: evidenceId, revision, redacted, requestId } = file;
        const said = { receivedOn, ...spokenFor(dates), sourceSystem, sourcePerson };
        command.run({ evidenceId, revision, redacted, requestId, ...said }, onDone);
      }}
    >
      <DateFields
        dates={dates}
        change={(part) => {
          setDates((before) => ({ ...before, ...part }));
        }}
      />
      <TextField label="From the system" value={sourceSystem} onChange={setSourceSystem} />
      <TextField
        label="From the person"
        value={sourcePerson}
        onChange={setSourcePerson}
        hint="Title at the client"
      />
      <CommandBanner
        command={command}
        title="The words about the file stay"
        failed="The words were not changed"
      />
      <div className={styles['buttons']}>
        <ActionButton
          label="Save changes"
          type="submit"
          isBlocked={dates.receivedOn === undefined}
          isBusy={command.isBusy}
          onPress={() => undefined}
        />
        <ActionButton label="Cancel" kind="quiet" onPress={onDone} />
      </div>
    </form>
  );
}
