import { Card } from '../../ui/page/Card.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { faultyRows } from './import-columns.ts';
import type { FaultyRow, Preview } from './import-columns.ts';
import { FREQUENCIES } from '../../app/control-choices.ts';
import { wordOf } from './messages.ts';

type Read = NonNullable<Preview['read']>;
type ReadControl = Read['controls'][number];

interface ImportPreviewProps {
  readonly read: Read;
  readonly problems: Preview['problems'];
  readonly rowsInFile: number;
}

/** What would be added, and the rows that would not, with the reason. */
export function ImportPreview({ read, problems, rowsInFile }: ImportPreviewProps) {
  const faulty = faultyRows(read.faults);
  return (
    <>
      {problems.map((problem) => (
        <StatusWord key={problem.words} kind="flagged" label={problem.words} />
      ))}
      {faulty.length === 0 ? null : (
        <Card
          title="Rows with a fault"
          tone="block"
          aside={`${String(read.faultyRows)} of ${String(rowsInFile)}`}
          isFlush
        >
          <DataTable
            label="Rows with a fault"
            columns={FAULT_COLUMNS}
            rows={faulty}
            rowKey={(row) => String(row.row)}
            hasFrame={false}
          />
        </Card>
      )}
      <Card
        title="Controls as they would be added"
        aside={`${String(read.total)} of ${String(rowsInFile)}`}
        isFlush
      >
        <DataTable
          label="Controls as they would be added"
          columns={CONTROL_COLUMNS}
          rows={read.controls}
          rowKey={(control) => String(control.row)}
          hasFrame={false}
          empty={<EmptyState sentence="No row of the list is a control under these columns." />}
        />
      </Card>
    </>
  );
}

const FAULT_COLUMNS: readonly DataColumn<FaultyRow>[] = [
  { id: 'row', label: 'Row', width: 70, align: 'right', cell: (fault) => fault.row },
  {
    id: 'words',
    label: 'What is wrong',
    cell: (fault) => fault.words.join(' '),
    title: (fault) => fault.words.join(' '),
  },
];

const CONTROL_COLUMNS: readonly DataColumn<ReadControl>[] = [
  { id: 'row', label: 'Row', width: 70, align: 'right', cell: (control) => control.row },
  { id: 'code', label: 'Number', width: 110, cell: (control) => control.code },
  {
    id: 'title',
    label: 'Title',
    width: 180,
    cell: (control) => control.title,
    title: (control) => control.title,
  },
  { id: 'text', label: 'Text', cell: (control) => control.text, title: (control) => control.text },
  { id: 'criteria', label: 'Criteria', width: 140, cell: (control) => control.criteria.join(', ') },
  {
    id: 'frequency',
    label: 'Frequency',
    width: 140,
    cell: (control) => wordOf(FREQUENCIES, control.frequency),
  },
];
