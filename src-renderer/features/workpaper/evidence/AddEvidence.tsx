import { useEffect, useRef, useState } from 'react';
import { CallError, offerFile, useCommand, useQuery } from '../../../app/client.ts';
import type { Output } from '../../../app/client.ts';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { failureWords } from '../../../app/failure-words.ts';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { FileDrop } from '../../../ui/form/FileDrop.tsx';
import { SelectField, TextField } from '../../../ui/form/FormField.tsx';
import { useToday } from '../../../ui/form/today.tsx';
import { FailedState } from '../../../ui/status/FailedState.tsx';
import { countOf } from '../../../ui/text/format-number.ts';
import { DateFields } from './EvidenceDates.tsx';
import type { EvidenceTarget } from './evidence-words.ts';
import { spokenFor } from './spoken-for.ts';
import type { Dates } from './spoken-for.ts';
import styles from './Evidence.module.css';

/** A file that was chosen or dropped and waits for its dates. */
export type PendingFile = Output<'files.choose'>[number];

interface AddEvidenceProps {
  readonly target: EvidenceTarget;
  /** What the files are to support: "item 7, attribute B". */
  readonly place: string;
  readonly pending: readonly PendingFile[];
  readonly onPending: (files: readonly PendingFile[]) => void;
}

/** Takes files in by dialog or drop, asks for which days they speak, and ties them to the target. */
export function AddEvidence({ target, place, pending, onPending }: AddEvidenceProps) {
  const choose = useCommand('files.choose');
  const [dropError, setDropError] = useState<CallError>();
  const failure = choose.error ?? dropError;
  return (
    <div className={styles['stack']}>
      <FileDrop
        sentence={`Drop evidence for ${place}`}
        actionLabel="Add file"
        onChoose={() => {
          setDropError(undefined);
          choose.mutate({ kind: 'evidence', multiple: true }, { onSuccess: onPending });
        }}
        onDrop={(files) => {
          setDropError(undefined);
          offerFiles(files).then(onPending, (cause: unknown) => {
            if (!(cause instanceof CallError)) throw cause;
            setDropError(cause);
          });
        }}
      />
      {failure === undefined ? null : <FailedState {...failureWords('The files were not taken', failure)} />}
      {pending.length === 0 ? (
        <LinkStored target={target} />
      ) : (
        <DatesForm
          target={target}
          pending={pending}
          onDone={() => {
            onPending([]);
          }}
        />
      )}
    </div>
  );
}

/** Dropped files as tokens of the program. */
export function offerFiles(files: readonly File[]): Promise<readonly PendingFile[]> {
  return Promise.all(files.map((file) => offerFile(file)));
}

interface DatesFormProps {
  readonly target: EvidenceTarget;
  readonly pending: readonly PendingFile[];
  readonly onDone: () => void;
}

/** The date received is one thing, the days for which a file speaks another; both are asked. */
function DatesForm({ target, pending, onDone }: DatesFormProps) {
  const attach = useGatedCommand('evidence.attach', { takesReasons: true });
  const today = useToday();
  const [dates, setDates] = useState<Dates>(() => ({ receivedOn: today(), from: undefined, to: undefined }));
  const [source, setSource] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current?.querySelector('input')?.focus();
  }, []);
  const submit = (): void => {
    const { receivedOn } = dates;
    if (receivedOn === undefined) return;
    const tokens = pending.map(({ token }) => token);
    attach.run({ tokens, target, receivedOn, sourceSystem: source, ...spokenFor(dates) }, onDone);
  };
  return (
    <form
      ref={form}
      className={styles['stack']}
      aria-label="Add evidence"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className={styles['quiet']}>{pending.map(({ name }) => name).join(', ')}</p>
      <DateFields
        dates={dates}
        change={(part) => {
          setDates((before) => ({ ...before, ...part }));
        }}
      />
      <TextField
        label="From the system"
        value={source}
        onChange={setSource}
        hint="System or place at the client"
      />
      <CommandBanner command={attach} title="The files are not added" failed="The files were not added" />
      <div className={styles['buttons']}>
        <ActionButton
          label={`Add ${countOf(pending.length, 'file')}`}
          kind="filled"
          type="submit"
          isBlocked={dates.receivedOn === undefined}
          isBusy={attach.isBusy}
          onPress={() => undefined}
        />
        <ActionButton label="Cancel" kind="quiet" onPress={onDone} />
      </div>
    </form>
  );
}

/** One file may support many cells: a file that is in the engagement already is tied here too. */
function LinkStored({ target }: { readonly target: EvidenceTarget }) {
  const stored = useQuery('evidence.list', { limit: 500 });
  const link = useGatedCommand('evidence.link', { takesReasons: true });
  const files = (stored.data?.files ?? []).filter(
    (file) => !file.links.some((known) => known.targetId === target.id),
  );
  if (files.length === 0) return null;
  return (
    <>
      <SelectField
        label="Or link a file that is here already"
        value=""
        placeholder="Find by name"
        options={files.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          link.run({ evidenceIds: [id], target });
        }}
      />
      <CommandBanner command={link} title="The file is not linked" failed="The file was not linked" />
    </>
  );
}
