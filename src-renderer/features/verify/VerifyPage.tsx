import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { offerFile, useCommand, useQuery } from '../../app/client.ts';
import { CallError } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { failureWordsOfFile } from '../../app/failure-words.ts';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { FileDrop } from '../../ui/form/FileDrop.tsx';
import { StatusBar } from '../../ui/frame/StatusBar.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { FailedState } from '../../ui/status/FailedState.tsx';
import { VerifyAnswer } from './VerifyAnswer.tsx';
import styles from './VerifyPage.module.css';

type Chosen = Output<'files.choose'>[number];

/** Asks of a PDF whether it was changed after it was signed, who signed it, and when. */
export function VerifyPage() {
  const { go } = useGo();
  const [file, setFile] = useState<Chosen>();
  const reading = useReading(setFile);
  return (
    <div className={styles['frame']}>
      <main className={styles['main']} data-region="main" tabIndex={-1}>
        <div className={styles['inner']}>
          <PageBody>
            <PageHeader
              title="Verify a report"
              subtitle="Was this PDF changed after it was signed, by whom was it signed, and when?"
              aside={
                <ActionButton
                  label="Back to start"
                  icon={IconArrowLeft}
                  onPress={() => {
                    go('/');
                  }}
                />
              }
            />
            <FileDrop
              sentence={file === undefined ? 'Drop a report here' : `Shown: ${file.name}. Drop another here`}
              actionLabel={file === undefined ? 'Choose report' : 'Choose another report'}
              onChoose={reading.choose}
              onDrop={reading.drop}
              hint="A PDF signed by Tickmark, up to 200 MB. It is read on this computer and sent nowhere."
            />
            {reading.error === undefined ? null : (
              <FailedState {...failureWordsOfFile('The file was not taken', reading.error)} />
            )}
            {file === undefined ? <Nothing /> : <Checked key={file.token} file={file} />}
          </PageBody>
        </div>
      </main>
      <StatusBar note="Nothing is written" />
    </div>
  );
}

function Nothing() {
  return (
    <Card>
      <EmptyState sentence="The answer stands here in three parts: unchanged, who signed, when. An altered page, a byte added after the signature or another signature is named." />
    </Card>
  );
}

function Checked({ file }: { readonly file: Chosen }) {
  const answer = useQuery('report.verify', { token: file.token });
  return (
    <div aria-live="polite">
      <Answered query={answer} what={file.name} rows={6}>
        {(verification) => <VerifyAnswer name={file.name} verification={verification} />}
      </Answered>
    </div>
  );
}

function useReading(onFile: (file: Chosen) => void) {
  const choose = useCommand('files.choose');
  const [dropError, setDropError] = useState<CallError>();
  return {
    error: choose.error ?? dropError,
    choose: (): void => {
      setDropError(undefined);
      choose.mutate(
        { kind: 'report' },
        {
          onSuccess: ([file]) => {
            if (file !== undefined) onFile(file);
          },
        },
      );
    },
    drop: ([file]: readonly File[]): void => {
      if (file === undefined) return;
      setDropError(undefined);
      offerFile(file).then(onFile, (error: unknown) => {
        if (!(error instanceof CallError)) throw error;
        setDropError(error);
      });
    },
  };
}
