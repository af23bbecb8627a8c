import { useState } from 'react';
import { CallError, offerFile, useCommand } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { failureWords } from '../../app/failure-words.ts';
import { FileDrop } from '../../ui/form/FileDrop.tsx';
import { FailedState } from '../../ui/status/FailedState.tsx';
import styles from './LettersPage.module.css';

type Chosen = Output<'files.choose'>[number];

interface SignedCopyProps {
  readonly file: Chosen | undefined;
  readonly onFile: (file: Chosen) => void;
  readonly error: string | undefined;
}

/** The signed copy of a letter, chosen or dropped. */
export function SignedCopy({ file, onFile, error }: SignedCopyProps) {
  const choose = useCommand('files.choose');
  const [dropError, setDropError] = useState<CallError>();
  const failure = choose.error ?? dropError;
  return (
    <div>
      <FileDrop
        sentence={file === undefined ? 'Drop the signed copy here' : file.name}
        actionLabel={file === undefined ? 'Choose file' : 'Choose another file'}
        hint="PDF or image; it is kept in the file as evidence"
        onChoose={() => {
          setDropError(undefined);
          choose.mutate(
            { kind: 'letter' },
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
      {error === undefined ? null : (
        <p className={styles['error']} role="alert">
          {error}
        </p>
      )}
      {failure === undefined ? null : <FailedState {...failureWords('The file was not taken', failure)} />}
    </div>
  );
}
