import { useState } from 'react';
import { listDefinitionOf, listDefinitions } from '../../../shared/domain/access-review/access-list.ts';
import type { ChosenFile } from '../../app/ChooseFile.tsx';
import { ChooseList } from '../../app/ChooseList.tsx';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { SelectField } from '../../ui/form/FormField.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { Card } from '../../ui/page/Card.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { formatCount } from '../../ui/text/format-number.ts';
import type { List, Review } from './access-words.ts';
import { AddList } from './AddList.tsx';
import { EditList } from './EditList.tsx';
import styles from './AccessReview.module.css';

/** The lists of a review, and adding one. */
export function ListsTab({ review }: { readonly review: Review }) {
  return (
    <>
      <ListTable lists={review.listViews} />
      <NewList review={review} />
    </>
  );
}

function ListTable({ lists }: { readonly lists: readonly List[] }) {
  const [editedId, setEditedId] = useState<string>();
  const edited = lists.find(({ listId }) => listId === editedId);
  const withdraw = useGatedCommand('accessReview.withdrawList', { takesReasons: true });
  const columns = listColumns(setEditedId, (listId) => {
    withdraw.run({ listId });
  });
  return (
    <>
      <CommandBanner command={withdraw} title="The list stays" failed="The list was not taken out" />
      <DataTable
        label="Lists of the review"
        columns={columns}
        rows={lists}
        rowKey={(row) => row.listId}
        empty={
          <EmptyState sentence="The user lists of all in-scope systems, the HR roster and the terminations come first." />
        }
      />
      {edited === undefined ? null : (
        <EditList
          key={`${edited.listId} ${String(edited.revision)}`}
          list={edited}
          onClose={() => {
            setEditedId(undefined);
          }}
        />
      )}
    </>
  );
}

function listColumns(
  onChange: (listId: string) => void,
  onWithdraw: (listId: string) => void,
): readonly DataColumn<List>[] {
  return [
    {
      id: 'letter',
      label: 'List',
      width: 50,
      isMono: true,
      cell: (row) => listDefinitionOf(row.kind).letter,
    },
    { id: 'kind', label: 'Kind', width: 200, cell: (row) => listDefinitionOf(row.kind).title },
    { id: 'title', label: 'Title', cell: (row) => row.title, title: (row) => row.fileName },
    { id: 'source', label: 'Source', width: 150, cell: (row) => row.sourceSystem, title: (row) => row.query },
    { id: 'asOf', label: 'As of', width: 100, cell: (row) => (row.asOf === null ? '' : shownDate(row.asOf)) },
    { id: 'rows', label: 'Rows', width: 80, align: 'right', cell: (row) => formatCount(row.rowCount) },
    { id: 'stated', label: 'In the system', width: 150, cell: (row) => stated(row) },
    {
      id: 'out',
      label: 'Change',
      width: 140,
      cell: (row) => (
        <span className={styles['line']}>
          <TextLink
            label="Change"
            spokenLabel={`Change ${row.title}`}
            onPress={() => {
              onChange(row.listId);
            }}
          />
          <TextLink
            label="Take out"
            spokenLabel={`Take out ${row.title}`}
            onPress={() => {
              onWithdraw(row.listId);
            }}
          />
        </span>
      ),
    },
  ];
}

function stated({ statedCount, rowCount }: List) {
  if (statedCount === null) return <StatusWord kind="not-yet" label="Not stated" />;
  if (statedCount === rowCount) return <StatusWord kind="done" label={formatCount(statedCount)} />;
  return <StatusWord kind="flagged" label={`${formatCount(statedCount)}, differs`} />;
}

const kindOptions = listDefinitions.map(({ kind, letter, title }) => ({
  value: kind,
  label: `${letter}  ${title}`,
}));

function NewList({ review }: { readonly review: Review }) {
  const [kind, setKind] = useState<List['kind']>('users');
  const [file, setFile] = useState<ChosenFile>();
  return (
    <Card title="Add a list">
      <div className={styles['stack']}>
        <SelectField
          label="Kind of list"
          value={kind}
          options={kindOptions}
          hint={listDefinitionOf(kind).meaning}
          onChange={(value) => {
            setKind(listDefinitions.find((own) => own.kind === value)?.kind ?? 'users');
          }}
        />
        <ChooseList file={file} onFile={setFile} />
        {file === undefined ? null : (
          <AddList
            key={`${file.token} ${kind}`}
            review={review}
            kind={kind}
            file={file}
            onDone={() => {
              setFile(undefined);
            }}
          />
        )}
      </div>
    </Card>
  );
}
