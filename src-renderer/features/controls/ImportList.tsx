import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useQuery } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { CheckField } from '../../ui/form/CheckField.tsx';
import { SelectField } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { COLUMN_FIELDS } from './import-columns.ts';
import type { Columns, Preview } from './import-columns.ts';
import { ImportPreview } from './ImportPreview.tsx';
import styles from './ControlsPage.module.css';

/** A chosen list with its columns, its preview and the button that adds it. */
export function ImportList({ token }: { readonly token: string }) {
  const [sheet, setSheet] = useState<string | null>(null);
  const list = useQuery('control.importPreview', { token, sheet });
  return (
    <Answered query={list} what="the list" rows={6}>
      {(found) => (
        <>
          {found.sheets.length > 1 ? (
            <SelectField
              label="Sheet"
              value={found.sheet ?? ''}
              options={found.sheets.map((name) => ({ value: name, label: name }))}
              onChange={setSheet}
            />
          ) : null}
          <MappedList key={found.sheet ?? ''} token={token} sheet={sheet} found={found} />
        </>
      )}
    </Answered>
  );
}

interface MappedListProps {
  readonly token: string;
  readonly sheet: string | null;
  readonly found: Preview;
}

function MappedList({ token, sheet, found }: MappedListProps) {
  const [columns, setColumns] = useState<Columns>(found.suggestion);
  const isMapped = (columns.code ?? null) !== null && (columns.text ?? null) !== null;
  const preview = useQuery('control.importPreview', { token, sheet, columns }, { enabled: isMapped });
  return (
    <>
      <ColumnsCard found={found} columns={columns} onChange={setColumns} />
      {isMapped ? (
        <Answered query={preview} what="the rows" rows={8}>
          {(data) =>
            data.read === null ? null : (
              <>
                <ImportPreview read={data.read} problems={data.problems} rowsInFile={data.rowsInFile} />
                <AddControls input={{ token, sheet, columns }} read={data.read} />
              </>
            )
          }
        </Answered>
      ) : (
        <p className={styles['facts']}>Choose the columns of the number and the text to see the controls.</p>
      )}
    </>
  );
}

interface ColumnsCardProps {
  readonly found: Preview;
  readonly columns: Columns;
  readonly onChange: (columns: Columns) => void;
}

const NO_COLUMN = '';

function ColumnsCard({ found, columns, onChange }: ColumnsCardProps) {
  const headers = [...new Set(found.headers)].filter((name) => name.trim() !== '');
  return (
    <Card title="Columns" aside={`${String(found.rowsInFile)} rows, ${String(headers.length)} columns`}>
      <div className={styles['two']}>
        {COLUMN_FIELDS.map(({ key, label, isNeeded }) => (
          <SelectField
            key={key}
            label={isNeeded ? `${label}, needed` : label}
            value={columns[key] ?? NO_COLUMN}
            options={[
              { value: NO_COLUMN, label: 'Not in the list' },
              ...headers.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(value) => {
              onChange({ ...columns, [key]: value === NO_COLUMN ? null : value });
            }}
          />
        ))}
      </div>
    </Card>
  );
}

interface AddControlsProps {
  readonly input: { readonly token: string; readonly sheet: string | null; readonly columns: Columns };
  readonly read: NonNullable<Preview['read']>;
}

function AddControls({ input, read }: AddControlsProps) {
  const { go } = useGo();
  const toast = useToast();
  const [leaveOutFaulty, setLeaveOut] = useState(false);
  const add = useGatedCommand('control.import');
  const isBlocked = read.total === 0 || (read.faultyRows > 0 && !leaveOutFaulty);
  return (
    <Card>
      <div className={styles['form']}>
        {read.faultyRows === 0 ? null : (
          <CheckField
            label={`Leave out the ${String(read.faultyRows)} rows with a fault`}
            hint="Else correct them in the list and choose it again"
            isChecked={leaveOutFaulty}
            onChange={setLeaveOut}
          />
        )}
        <CommandBanner
          command={add}
          title="The controls were not added"
          failed="The controls were not added"
        />
        <div className={styles['actions']}>
          <ActionButton
            label={`Add ${String(read.total)} controls`}
            kind="filled"
            isBlocked={isBlocked}
            isBusy={add.isBusy}
            onPress={() => {
              add.run({ ...input, leaveOutFaulty }, ({ ids, leftOut }) => {
                const left = leftOut === 0 ? '' : `, ${String(leftOut)} rows left out`;
                toast({ text: `${String(ids.length)} controls added as drafts${left}` });
                go('/controls');
              });
            }}
          />
        </div>
      </div>
    </Card>
  );
}
