import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { call, offerFile, useCommand, useQuery } from '../../app/client.ts';
import type { Input, Output } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { FileDrop } from '../../ui/form/FileDrop.tsx';
import { FieldRow } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { HashWords } from '../../ui/text/HashWords.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import styles from './WorkpaperPage.module.css';

type Target = NonNullable<Input<'evidence.attach'>['target']>;
type EvidenceFile = Output<'evidence.list'>['files'][number];

interface EvidenceCardProps {
  /** What the files support. */
  readonly target: Target;
  readonly title: string;
}

/** The evidence of a test or an item: what is there, and a place to add more. */
export function EvidenceCard({ target, title }: EvidenceCardProps) {
  const evidence = useQuery('evidence.list', { target });
  return (
    <Card title={title} aside={countOf(evidence.data?.total ?? 0, 'file')}>
      <div className={styles['stack']}>
        <Answered query={evidence} what="the evidence" rows={3}>
          {({ files }) => (
            <div>
              {files.map((file) => (
                <FileLine key={file.id} file={file} />
              ))}
            </div>
          )}
        </Answered>
        <AddEvidence target={target} />
      </div>
    </Card>
  );
}

function FileLine({ file }: { readonly file: EvidenceFile }) {
  const choose = useCommand('files.chooseSave');
  const save = useCommand('evidence.export');
  const spoken = file.asOf ?? spanOf(file);
  return (
    <div className={styles['file']}>
      <span>{file.name}</span>
      <TextLink
        label="Save a copy"
        onPress={() => {
          choose.mutate(
            { kind: 'evidence', suggestedName: file.name },
            {
              onSuccess: (place) => {
                if (place !== null) save.mutate({ evidenceId: file.id, token: place.token });
              },
            },
          );
        }}
      />
      <span className={styles['quiet']}>
        {`received ${file.receivedOn}${spoken === '' ? '' : `, speaks for ${spoken}`}`}
      </span>
      <HashWords hex={file.sha256} label="SHA-256" />
    </div>
  );
}

function spanOf({ coversFrom, coversTo }: EvidenceFile): string {
  return coversFrom === null || coversTo === null ? '' : `${coversFrom} to ${coversTo}`;
}

function AddEvidence({ target }: { readonly target: Target }) {
  const command = useGatedCommand('evidence.attach', { takesReasons: true });
  const [receivedOn, setReceivedOn] = useState<string>();
  const [asOf, setAsOf] = useState<string>();
  const attach = (tokens: readonly string[]): void => {
    if (tokens.length === 0 || receivedOn === undefined) return;
    command.run({ tokens: [...tokens], target, receivedOn, asOf: asOf ?? null });
  };
  return (
    <>
      <CommandBanner
        command={command}
        title="The evidence is not added"
        failed="The evidence was not added"
      />
      <FieldRow>
        <DateField label="Received on" value={receivedOn} onChange={setReceivedOn} />
        <DateField label="Speaks for" value={asOf} onChange={setAsOf} />
      </FieldRow>
      <FileDrop
        sentence={
          receivedOn === undefined ? 'Give the day on which it was received first' : 'Drop files here'
        }
        actionLabel="Add file"
        onChoose={() => {
          if (receivedOn === undefined) return;
          void call('files.choose', { kind: 'evidence', multiple: true }).then((files) => {
            attach(files.map((file) => file.token));
          });
        }}
        onDrop={(files) => {
          if (receivedOn === undefined) return;
          void Promise.all(files.map((file) => offerFile(file))).then((offered) => {
            attach(offered.map((file) => file.token));
          });
        }}
      />
    </>
  );
}
