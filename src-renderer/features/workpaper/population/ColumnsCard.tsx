import { useQuery } from '../../../app/client.ts';
import type { Output } from '../../../app/client.ts';
import { Histogram } from '../../../ui/chart/Histogram.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { countOf, formatCount } from '../../../ui/text/format-number.ts';

type Kind = Output<'population.findings'>['columns'][number]['kind'];

const KINDS: Readonly<Record<Kind, string>> = {
  date: 'Date',
  dateTime: 'Date and time',
  number: 'Number',
  yesNo: 'Yes or no',
  text: 'Text',
  mixed: 'Mixed',
  empty: 'Empty',
};

/** The columns of the list with what their cells look like. */
export function ColumnsCard({ populationId }: { readonly populationId: string }) {
  const { data } = useQuery('population.findings', { populationId });
  if (data === undefined) return null;
  return (
    <Card title="Columns" aside={`${countOf(data.columns.length, 'column')}, kinds as found`} isFlush>
      <DataTable
        label="Columns of the list"
        columns={[
          { id: 'name', label: 'Column', cell: ({ name }) => name, title: ({ name }) => name },
          { id: 'kind', label: 'Kind', width: 120, cell: ({ kind }) => KINDS[kind] },
          {
            id: 'filled',
            label: 'Filled',
            width: 84,
            align: 'right',
            cell: ({ filled }) => formatCount(filled),
          },
          { id: 'blank', label: 'Blank', width: 84, align: 'right', cell: ({ blank }) => formatCount(blank) },
          {
            id: 'example',
            label: 'First cell',
            cell: ({ example }) => example,
            title: ({ example }) => example,
          },
        ]}
        rows={data.columns}
        rowKey={({ name }) => name}
        hasFrame={false}
      />
    </Card>
  );
}

/** Events by the hour of the engagement's clock; nothing where no row has a time of day. */
export function HoursCard({ populationId }: { readonly populationId: string }) {
  const { data } = useQuery('population.findings', { populationId });
  const timed = data?.hours.reduce((sum, count) => sum + count, 0) ?? 0;
  if (data === undefined || timed === 0) return null;
  return (
    <Card title="By hour" aside={`${countOf(timed, 'row')} with a time, ${data.zone}`}>
      <Histogram
        label={`${countOf(timed, 'row')} by hour, ${data.zone}`}
        heading="Hour"
        bars={data.hours.map((count, hour) => ({ label: String(hour), count }))}
      />
    </Card>
  );
}
