import { useState } from 'react';
import { FileDrop } from '../ui/form/FileDrop.tsx';
import { FailedState } from '../ui/status/FailedState.tsx';
import { CallError, offerFile, useCommand } from './client.ts';
import type { Input, Output } from './client.ts';
import { failureWords } from './failure-words.ts';

/** A file that was chosen or dropped. */
export type ChosenFile = Output<'files.choose'>[number];

/** What is said about the file that is asked for. */
interface ChooseWords {
  readonly drop: string;
  readonly choose: string;
  readonly another: string;
  readonly hint: string;
  readonly failed: string;
}

interface ChooseFileProps {
  readonly kind: Input<'files.choose'>['kind'];
  readonly words: ChooseWords;
  readonly file: ChosenFile | undefined;
  readonly onFile: (file: ChosenFile) => void;
}

/** One file, chosen in the system's dialog or dropped. */
export function ChooseFile({ kind, words, file, onFile }: ChooseFileProps) {
  const choose = useCommand('files.choose');
  const [dropError, setDropError] = useState<CallError>();
  const failure = choose.error ?? dropError;
  return (
    <>
      <FileDrop
        sentence={file === undefined ? words.drop : file.name}
        actionLabel={file === undefined ? words.choose : words.another}
        hint={words.hint}
        onChoose={() => {
          setDropError(undefined);
          choose.mutate(
            { kind },
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
      {failure === undefined ? null : <FailedState {...failureWords(words.failed, failure)} />}
    </>
  );
}
