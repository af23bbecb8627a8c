import { useState } from 'react';
import { CallError, offerFile, useCommand } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { failureWords } from '../../app/failure-words.ts';
import { FileDrop } from '../../ui/form/FileDrop.tsx';
import { FailedState } from '../../ui/status/FailedState.tsx';

/** A file that was chosen or dropped. */
export type ChosenFile = Output<'files.choose'>[number];

interface ChooseFileProps {
  readonly file: ChosenFile | undefined;
  readonly onFile: (file: ChosenFile) => void;
}

/** The client's list, chosen or dropped. */
export function ChooseFile({ file, onFile }: ChooseFileProps) {
  const choose = useCommand('files.choose');
  const [dropError, setDropError] = useState<CallError>();
  const failure = choose.error ?? dropError;
  return (
    <>
      <FileDrop
        sentence={file === undefined ? 'Drop the list of the client here' : file.name}
        actionLabel={file === undefined ? 'Choose list' : 'Choose another list'}
        hint="CSV or XLSX; the file itself is kept as evidence and never altered"
        onChoose={() => {
          setDropError(undefined);
          choose.mutate(
            { kind: 'list' },
            {
              onSuccess: ([chosen]) => {
                if (chosen !== undefined) onFile(chosen);
              },
            },
          );
        }}
        onDrop={([dropped]) => {
          if (dropped === undefined) return;
          setDropError(undefined);
          offerFile(dropped).then(onFile, (cause: unknown) => {
            if (!(cause instanceof CallError)) throw cause;
            setDropError(cause);
          });
        }}
      />
      {failure === undefined ? null : <FailedState {...failureWords('The list was not taken', failure)} />}
    </>
  );
}
