import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';

type Entry = Output<'review.history'>['entries'][number];

const columns: readonly DataColumn<Entry>[] = [
  { id: 'position', label: 'Entry', width: 80, align: 'right', cell: (row) => row.position },
  { id: 'at', label: 'When', width: 170, cell: (row) => row.at.replace('T', ' ').replace('Z', ' UTC') },
  { id: 'who', label: 'Who', width: 70, cell: (row) => row.initials },
  { id: 'kind', label: 'What', width: 210, isMono: true, cell: (row) => row.kind },
  {
    id: 'touched',
    label: 'Touched',
    cell: (row) => row.touched.join(', '),
    title: (row) => row.touched.join(', '),
  },
];

/** Everything that happened to a workpaper, newest first, as the journal holds it. */
export function HistoryTab({ workpaperId }: { readonly workpaperId: string }) {
  const history = useQuery('review.history', { workpaperId });
  return (
    <Answered query={history} what="the history">
      {({ entries }) => (
        <DataTable
          label="History of the workpaper"
          columns={columns}
          rows={entries}
          rowKey={(row) => String(row.position)}
        />
      )}
    </Answered>
  );
}
