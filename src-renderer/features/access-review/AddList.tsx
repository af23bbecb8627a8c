import { useState } from 'react';
import { isUserList, listDefinitionOf } from '../../../shared/domain/access-review/access-list.ts';
import type { ListMapping } from '../../../shared/domain/access-review/list-mapping.ts';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { FieldRow, TextField } from '../../ui/form/FormField.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import { formatCount } from '../../ui/text/format-number.ts';
import type { List, Preview, Review } from './access-words.ts';
import type { ChosenFile } from '../../app/ChooseFile.tsx';
import { MappingFields } from './MappingFields.tsx';
import styles from './AccessReview.module.css';

interface AddListProps {
  readonly review: Review;
  readonly kind: List['kind'];
  readonly file: ChosenFile;
  readonly onDone: () => void;
}

/** A chosen file: its first rows, its columns as fields, and its import. */
export function AddList({ review, kind, file, onDone }: AddListProps) {
  const [mapping, setMapping] = useState<ListMapping>();
  const preview = useQuery('accessReview.previewList', {
    ...{ reviewId: review.reviewId, kind, token: file.token, maxRows: 5 },
    mapping: mapping === undefined ? null : inputOf(mapping),
  });
  // While a changed mapping is read, the rows before it stay on screen.
  const [shown, setShown] = useState<Preview>();
  if (preview.data !== undefined && preview.data !== shown) setShown(preview.data);
  if (shown !== undefined)
    return (
      <ReadyList
        review={review}
        kind={kind}
        file={file}
        preview={shown}
        mapping={mapping ?? shown.mapping}
        onMapping={setMapping}
        onDone={onDone}
      />
    );
  return (
    <Answered query={preview} what={file.name} rows={5}>
      {() => null}
    </Answered>
  );
}

/** The mapping as a request takes it. */
function inputOf(mapping: ListMapping) {
  const { columns, fixed, privilegedRoles, dateOrder, rowsAre } = mapping;
  return {
    columns: { ...columns },
    fixed: { ...fixed },
    privilegedRoles: [...privilegedRoles],
    dateOrder,
    rowsAre,
  };
}

interface ReadyListProps extends AddListProps {
  readonly preview: Preview;
  readonly mapping: ListMapping;
  readonly onMapping: (mapping: ListMapping) => void;
}

const origins = {
  given: 'Columns as chosen here',
  before: 'Columns as in an earlier list of this client',
  suggested: 'Columns as their headers suggest',
} as const;

function ReadyList({ review, kind, file, preview, mapping, onMapping, onDone }: ReadyListProps) {
  const [title, setTitle] = useState(file.name.replace(/\.[^.]+$/, ''));
  const [asOf, setAsOf] = useState<string | undefined>(isUserList(kind) ? review.asOf : undefined);
  const [stated, setStated] = useState('');
  const [receivedOn, setReceivedOn] = useState<string>();
  const add = useGatedCommand('accessReview.importList', { takesReasons: true });
  const isBlocked = preview.faults.length > 0 || receivedOn === undefined || title.trim() === '';
  const submit = (): void => {
    if (receivedOn === undefined || isBlocked) return;
    const statedCount = /^\d+$/.test(stated.trim()) ? Number(stated) : null;
    const about = { title, asOf: asOf ?? null, statedCount, receivedOn };
    add.run(
      { reviewId: review.reviewId, kind, token: file.token, mapping: inputOf(mapping), ...about },
      onDone,
    );
  };
  return (
    <div className={styles['stack']}>
      <p className={styles['hint']}>
        {formatCount(preview.rowsInFile)} rows. {origins[preview.mappingFrom]}.{' '}
        {preview.problems.map(({ words }) => words).join(' ')}
      </p>
      <FirstRows preview={preview} />
      <MappingFields
        definition={listDefinitionOf(kind)}
        header={preview.columns}
        mapping={mapping}
        onChange={onMapping}
      />
      <FieldRow columns={4}>
        <TextField label="Title of the list" value={title} onChange={setTitle} />
        <DateField label="As of" value={asOf} onChange={setAsOf} />
        <TextField label="Count in the system" value={stated} onChange={setStated} isNumber />
        <DateField label="Received on" value={receivedOn} onChange={setReceivedOn} />
      </FieldRow>
      {preview.faults.map(({ field, words }) => (
        <StatusWord key={field} kind="blocks" label={words} />
      ))}
      <CommandBanner command={add} title="The list is not added" failed="The list was not added" />
      <div>
        <ActionButton label="Add list" isBlocked={isBlocked} isBusy={add.isBusy} onPress={submit} />
      </div>
    </div>
  );
}

function FirstRows({ preview }: { readonly preview: Preview }) {
  const rows = preview.rows.map((cells, index) => ({ index, cells }));
  return (
    <DataTable
      label="First rows of the file"
      columns={preview.columns.map((label, at) => ({
        ...{ id: String(at), label },
        cell: (row: (typeof rows)[number]) => row.cells[at] ?? '',
      }))}
      rows={rows}
      rowKey={(row) => String(row.index)}
    />
  );
}
