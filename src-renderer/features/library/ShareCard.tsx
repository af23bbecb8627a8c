import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { ChooseFile, type ChosenFile } from '../../app/ChooseFile.tsx';
import { useCommand, useQuery } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import styles from './LibraryFrame.module.css';

/** Sharing the firm's library: out as a file, in from one, with what would come of it and the faults by row. */
export function ShareCard({ hasEntries }: { readonly hasEntries: boolean }) {
  const [file, setFile] = useState<ChosenFile>();
  return (
    <Card title="Share the firm’s library">
      <div className={styles['form']}>
        {hasEntries ? <ExportButtons /> : null}
        <ChooseFile
          kind="library"
          file={file}
          onFile={setFile}
          words={{
            drop: 'Import a library: drop a file here',
            choose: 'Choose file',
            another: 'Choose another file',
            hint: 'JSON as exported, or a sheet with the columns Number, Title and Wording',
            failed: 'The file was not chosen',
          }}
        />
        {file === undefined ? null : (
          <ImportPreview
            key={file.token}
            token={file.token}
            onDone={() => {
              setFile(undefined);
            }}
          />
        )}
      </div>
    </Card>
  );
}

function ExportButtons() {
  const toast = useToast();
  const choose = useCommand('files.chooseSave');
  const save = useGatedCommand('library.export');
  const saveAs = (format: 'json' | 'xlsx'): void => {
    choose.mutate(
      { kind: 'library', suggestedName: `control-library.${format}` },
      {
        onSuccess: (place) => {
          if (place === null) return;
          save.run({ token: place.token, format }, ({ entries }) => {
            toast({ text: `${countOf(entries, 'entry', 'entries')} saved in ${place.name}` });
          });
        },
      },
    );
  };
  return (
    <>
      <div className={styles['actions']}>
        <ActionButton
          label="Export with all versions"
          isBusy={save.isBusy}
          onPress={() => {
            saveAs('json');
          }}
        />
        <ActionButton
          label="Export as sheet"
          isBusy={save.isBusy}
          onPress={() => {
            saveAs('xlsx');
          }}
        />
      </div>
      <CommandBanner command={save} title="The library was not saved" failed="The library was not saved" />
    </>
  );
}

const EFFECTS = {
  add: 'added',
  change: 'new version',
  retire: 'retired',
  same: 'the same',
  leave: 'left out',
};

function ImportPreview({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const toast = useToast();
  const preview = useQuery('library.importPreview', { token });
  const take = useGatedCommand('library.import');
  return (
    <Answered query={preview} what="the file" rows={4}>
      {({ entries, faults }) => (
        <>
          <ul className={styles['list']} aria-label="What would be imported">
            {entries.map(({ row, code, title, effect }) => (
              <li key={row}>
                {code} {title}: {EFFECTS[effect]}
              </li>
            ))}
            {faults.map(({ row, column, message }, index) => (
              <li key={`fault ${String(index)}`}>
                Row {row}, {column}: {message}
              </li>
            ))}
          </ul>
          <CommandBanner command={take} title="Nothing was imported" failed="Nothing was imported" />
          <div className={styles['actions']}>
            <ActionButton
              label={faults.length === 0 ? 'Import entries' : 'Import the rows without a fault'}
              kind="filled"
              isBusy={take.isBusy}
              onPress={() => {
                take.run({ token, why: '', leaveOutFaulty: faults.length > 0 }, (done) => {
                  toast({ text: `${String(done.added)} added, ${String(done.changed)} changed` });
                  onDone();
                });
              }}
            />
          </div>
        </>
      )}
    </Answered>
  );
}
