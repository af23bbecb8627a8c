import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useQuery } from '../../app/client.ts';
import { ReadingFields, type ReadingChoice } from '../../app/ReadingFields.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { CheckField } from '../../ui/form/CheckField.tsx';
import { FieldRow, SelectField, TextField } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import { COLUMN_FIELDS, headerRowOf, readingOf, usableHeaders } from './import-columns.ts';
import type { Columns, Preview, Reading } from './import-columns.ts';
import { ImportPreview } from './ImportPreview.tsx';
import styles from './ControlsPage.module.css';

/** A chosen list with its columns, its preview and the button that adds it. */
export function ImportList({ token }: { readonly token: string }) {
  const [otherwise, setOtherwise] = useState<ReadOtherwise>();
  const [typedRow, setTypedRow] = useState('');
  const choice = { token, ...readingOf(otherwise?.choice), headerRow: headerRowOf(typedRow) };
  const list = useQuery('control.importPreview', choice);
  // While the file is read otherwise, and where it cannot be, the choice stays so that another can be made.
  const found = list.data ?? otherwise?.found;
  return (
    <>
      {found === undefined ? null : (
        <ReadingFields
          found={{ ...found, ...otherwise?.choice }}
          onChoose={(chosen) => {
            setOtherwise({ found, choice: { ...otherwise?.choice, ...chosen } });
          }}
        />
      )}
      <FieldRow>
        <TextField
          label="Header row"
          value={typedRow}
          onChange={setTypedRow}
          hint="Row of the file in which the headers stand; empty for the first row that is not blank"
          isNumber
        />
      </FieldRow>
      <Answered query={list} what="the list" rows={6}>
        {(data) => <MappedList key={JSON.stringify(choice)} choice={choice} found={data} />}
      </Answered>
    </>
  );
}

/** What a person chose instead of what the file suggests, and how it was read before. */
interface ReadOtherwise {
  readonly found: Preview;
  readonly choice: ReadingChoice;
}

/** Which part of a file is the list, and how it is read. */
type ListChoice = Reading & { readonly token: string; readonly headerRow: number | null };

interface MappedListProps {
  readonly choice: ListChoice;
  readonly found: Preview;
}

function MappedList({ choice, found }: MappedListProps) {
  const [columns, setColumns] = useState<Columns>(found.suggestion);
  const isMapped = (columns.code ?? null) !== null && (columns.text ?? null) !== null;
  const preview = useQuery('control.importPreview', { ...choice, columns }, { enabled: isMapped });
  return (
    <>
      <ColumnsCard found={found} columns={columns} onChange={setColumns} />
      {isMapped ? (
        <Answered query={preview} what="the rows" rows={8}>
          {(data) =>
            data.read === null ? null : (
              <>
                <ImportPreview read={data.read} problems={data.problems} rowsInFile={data.rowsInFile} />
                <AddControls input={{ ...choice, columns }} read={data.read} />
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
  const headers = usableHeaders(found.headers);
  const aside = `${countOf(found.rowsInFile, 'row')}, ${countOf(found.headers.length, 'column')}`;
  return (
    <Card title="Columns" aside={aside}>
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
  readonly input: ListChoice & { readonly columns: Columns };
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
            label={`Leave out ${countOf(read.faultyRows, 'row')} with a fault`}
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
            label={`Add ${countOf(read.total, 'control')}`}
            kind="filled"
            isBlocked={isBlocked}
            isBusy={add.isBusy}
            onPress={() => {
              add.run({ ...input, leaveOutFaulty }, ({ ids, leftOut }) => {
                const left = leftOut === 0 ? '' : `, ${countOf(leftOut, 'row')} left out`;
                toast({
                  text: `${countOf(ids.length, 'control')} added as draft${ids.length === 1 ? '' : 's'}${left}`,
                });
                go('/controls');
              });
            }}
          />
        </div>
      </div>
    </Card>
  );
}
