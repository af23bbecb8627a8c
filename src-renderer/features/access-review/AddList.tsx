import { useState } from 'react';
import { listDefinitionOf, type ListDefinition } from '../../../shared/domain/access-review/access-list.ts';
import type { ListMapping } from '../../../shared/domain/access-review/list-mapping.ts';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { ReadingFields } from '../../app/ReadingFields.tsx';
import type { ReadingChoice } from '../../app/ReadingFields.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import type { GatedCommand } from '../../app/use-gated-command.ts';
import { useSeconds } from '../../app/use-seconds.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { FieldRow } from '../../ui/form/FormField.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { ProgressBar } from '../../ui/status/ProgressBar.tsx';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import { formatCount } from '../../ui/text/format-number.ts';
import type { List, Preview, Review } from './access-words.ts';
import type { ChosenFile } from '../../app/ChooseFile.tsx';
import { fieldsOf, inputOf, isComplete, newListDraft } from './access-list-draft.ts';
import type { AccessListDraft } from './access-list-draft.ts';
import { ListFields } from './ListFields.tsx';
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
  const [reading, setReading] = useState<ReadingChoice>({});
  const preview = useQuery('accessReview.previewList', {
    ...{ reviewId: review.reviewId, kind, token: file.token, maxRows: 5, ...reading },
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
        reading={reading}
        onReading={(choice) => {
          // Other columns may be found: what was mapped by their names is asked again.
          setMapping(undefined);
          setReading((before) => ({ ...before, ...choice }));
        }}
        onDone={onDone}
      />
    );
  return (
    <Answered query={preview} what={file.name} rows={5}>
      {() => null}
    </Answered>
  );
}

interface ReadyListProps extends AddListProps {
  readonly preview: Preview;
  readonly mapping: ListMapping;
  readonly onMapping: (mapping: ListMapping) => void;
  readonly reading: ReadingChoice;
  readonly onReading: (choice: ReadingChoice) => void;
}

const origins = {
  given: 'Columns as chosen here',
  before: 'Columns as in an earlier list of this client',
  suggested: 'Columns as their headers suggest',
} as const;

function ReadyList(props: ReadyListProps) {
  const { review, kind, file, preview, mapping, reading, onMapping, onReading, onDone } = props;
  const [draft, setDraft] = useState<AccessListDraft>(() => newListDraft(file.name, kind, review.asOf));
  const [receivedOn, setReceivedOn] = useState<string>();
  const definition = listDefinitionOf(kind);
  const add = useGatedCommand('accessReview.importList', { takesReasons: true });
  const isBlocked = preview.faults.length > 0 || receivedOn === undefined || !isComplete(draft);
  const submit = (): void => {
    if (receivedOn === undefined || isBlocked) return;
    const what = { reviewId: review.reviewId, kind, token: file.token, ...reading };
    add.run({ ...what, mapping: inputOf(mapping), ...fieldsOf(draft), receivedOn }, onDone);
  };
  return (
    <div className={styles['stack']}>
      <p className={styles['hint']}>
        {formatCount(preview.rowsInFile)} rows. {origins[preview.mappingFrom]}.{' '}
        {preview.problems.map(({ words }) => words).join(' ')}
      </p>
      <ReadingFields found={preview} onChoose={onReading} />
      <FirstRows preview={preview} />
      <MappingFields
        definition={definition}
        header={preview.columns}
        mapping={mapping}
        faults={preview.faults}
        onChange={onMapping}
      />
      <ListFields
        draft={draft}
        onChange={(part) => {
          setDraft((before) => ({ ...before, ...part }));
        }}
      />
      <FieldRow columns={4}>
        <DateField label="Received on" value={receivedOn} onChange={setReceivedOn} />
      </FieldRow>
      {faultsOfNoField(definition, preview).map(({ field, words }) => (
        <StatusWord key={field} kind="blocks" label={words} />
      ))}
      <CommandBanner command={add} title="The list is not added" failed="The list was not added" />
      <ReadingState command={add} name={file.name} />
      <div>
        <ActionButton label="Add list" isBlocked={isBlocked} isBusy={add.isBusy} onPress={submit} />
      </div>
    </div>
  );
}

/** Faults that no field of the form can show. */
const faultsOfNoField = ({ fields }: ListDefinition, { faults }: Preview): Preview['faults'] =>
  faults.filter(({ field }) => !fields.some(({ name }) => name === field));

function ReadingState({
  command: { isBusy, progress, cancel },
  name,
}: {
  readonly command: GatedCommand<'accessReview.importList'>;
  readonly name: string;
}) {
  const seconds = useSeconds(isBusy);
  if (!isBusy) return null;
  return (
    <ProgressBar
      label={`Reading ${name}`}
      done={progress?.done ?? 0}
      total={progress?.total ?? undefined}
      unit={progress?.unit ?? 'rows'}
      elapsedSeconds={seconds}
      onCancel={cancel}
    />
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
