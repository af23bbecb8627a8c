import { useState } from 'react';
import { Answered } from '../../../app/Answered.tsx';
import { ChooseFile } from '../../../app/ChooseFile.tsx';
import type { ChosenFile } from '../../../app/ChooseFile.tsx';
import { useQuery } from '../../../app/client.ts';
import type { Output } from '../../../app/client.ts';
import { SelectField } from '../../../ui/form/FormField.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { KeyFigures } from '../../../ui/page/KeyFigures.tsx';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { countOf, formatCount } from '../../../ui/text/format-number.ts';
import { STATUS_WORDS } from './population-words.ts';
import type { Population } from './population-words.ts';
import styles from './Population.module.css';

type Comparison = Output<'population.compare'>;

const WORDS = {
  drop: 'Drop the other list here',
  choose: 'Choose other list',
  another: 'Choose another list',
  hint: 'CSV or XLSX from outside the engagement; it is read and not kept',
  failed: 'The list was not taken',
};

/** Holds the list against another one: a list on file, or a file from outside the engagement. */
export function CompareCard({ population }: { readonly population: Population }) {
  const populations = useQuery('population.list', {});
  const [otherId, setOtherId] = useState('');
  const [file, setFile] = useState<ChosenFile>();
  const others = (populations.data ?? []).filter(
    ({ id, rowsInFile }) => id !== population.id && rowsInFile > 0,
  );
  return (
    <Card title="Compare lists" aside="by key, cell by cell in the columns that both have">
      <div className={styles['form']}>
        <SelectField
          label="Hold against"
          value={otherId}
          options={[
            { value: '', label: 'A file from outside the engagement' },
            ...others.map(({ id, controlCode, title, status }) => ({
              value: id,
              label: `${controlCode}, ${title}, ${STATUS_WORDS[status].label.toLowerCase()}`,
            })),
          ]}
          onChange={setOtherId}
        />
        {otherId === '' ? (
          <ChooseFile kind="list" words={WORDS} file={file} onFile={setFile} />
        ) : (
          <AgainstList populationId={population.id} otherId={otherId} />
        )}
        {otherId === '' && file !== undefined ? (
          <AgainstFile key={file.token} population={population} token={file.token} />
        ) : null}
      </div>
    </Card>
  );
}

function AgainstList(input: { readonly populationId: string; readonly otherId: string }) {
  const compared = useQuery('population.compare', input);
  return (
    <Answered query={compared} what="the comparison" rows={4}>
      {(data) => <Differences comparison={data} />}
    </Answered>
  );
}

function AgainstFile({ population, token }: { readonly population: Population; readonly token: string }) {
  const [keyColumn, setKeyColumn] = useState('');
  const compared = useQuery('population.compareFile', {
    ...{ populationId: population.id, token },
    keyColumns: keyColumn === '' ? [] : [keyColumn],
  });
  return (
    <Answered query={compared} what="the comparison" rows={4}>
      {({ columns, comparison, unkeyed, rows, keyColumns }) => (
        <>
          <SelectField
            label="Key column of the other list"
            value={keyColumn === '' && keyColumns.length === 1 ? (keyColumns[0] ?? '') : keyColumn}
            options={columns.map((name) => ({ value: name, label: name }))}
            hint={`${countOf(rows, 'row')}${unkeyed === 0 ? '' : `; ${countOf(unkeyed, 'row')} with a blank or repeated key left out`}`}
            error={comparison === null ? 'Choose the column that holds the same keys' : undefined}
            onChange={setKeyColumn}
          />
          {comparison === null ? null : <Differences comparison={comparison} />}
        </>
      )}
    </Answered>
  );
}

function Differences({ comparison }: { readonly comparison: Comparison }) {
  const { same, onlyHere, onlyThere, changed, uncompared } = comparison;
  const lines = [
    ...onlyHere.keys.map((key) => ({ key, side: 'Only here', columns: '' })),
    ...onlyThere.keys.map((key) => ({ key, side: 'Only there', columns: '' })),
    ...changed.rows.map(({ key, columns }) => ({ key, side: 'Changed', columns: columns.join(', ') })),
  ];
  const isCut = onlyHere.count + onlyThere.count + changed.count > lines.length;
  return (
    <>
      <KeyFigures
        look="boxed"
        figures={[
          { value: formatCount(same), label: 'the same in both' },
          { value: formatCount(onlyHere.count), label: 'only here' },
          { value: formatCount(onlyThere.count), label: 'only there' },
          { value: formatCount(changed.count), label: 'changed' },
        ]}
      />
      {lines.length === 0 ? null : (
        <DataTable
          label="Rows that differ"
          columns={[
            { id: 'side', label: 'Where', width: 110, cell: ({ side }) => side },
            { id: 'key', label: 'Key', cell: ({ key }) => key, title: ({ key }) => key },
            {
              id: 'columns',
              label: 'Changed in',
              cell: ({ columns }) => columns,
              title: ({ columns }) => columns,
            },
          ]}
          rows={lines}
          rowKey={({ side, key }) => `${side} ${key}`}
        />
      )}
      {isCut ? <p className={styles['hint']}>The first hundred of each kind are listed.</p> : null}
      {uncompared.length === 0 ? null : (
        <p className={styles['hint']}>Columns that only one list has: {uncompared.join(', ')}</p>
      )}
    </>
  );
}
