import { useState } from 'react';
import { Answered } from '../../../app/Answered.tsx';
import { useQuery } from '../../../app/client.ts';
import type { Output } from '../../../app/client.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { EmptyState } from '../../../ui/status/EmptyState.tsx';
import type { DataColumn } from '../../../ui/table/data-column.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { formatCount } from '../../../ui/text/format-number.ts';
import type { Population } from './population-words.ts';
import styles from './Population.module.css';

type ImportedRow = Output<'population.rows'>['rows'][number];

const PAGE = 50;

/** The rows as they were imported, a page at a time; rows left out by a filter are marked. */
export function RowsCard({ population }: { readonly population: Population }) {
  const [offset, setOffset] = useState(0);
  const rows = useQuery('population.rows', { populationId: population.id, offset, limit: PAGE });
  const total = rows.data?.total ?? population.rowsInFile;
  const last = Math.min(offset + PAGE, total);
  return (
    <Card
      title="Rows"
      aside={`${formatCount(Math.min(offset + 1, total))} to ${formatCount(last)} of ${formatCount(total)}`}
      isFlush
    >
      <Answered query={rows} what="the rows">
        {(data) => (
          <DataTable
            label="Rows of the list"
            columns={columnsOf(population)}
            rows={data.rows}
            rowKey={(row) => String(row.rowNumber)}
            hasFrame={false}
            empty={<EmptyState sentence="The list has no rows." />}
          />
        )}
      </Answered>
      <div className={styles['padded']}>
        <div className={styles['foot']}>
          <ActionButton
            label="Previous rows"
            isBlocked={offset === 0}
            onPress={() => {
              setOffset(Math.max(0, offset - PAGE));
            }}
          />
          <ActionButton
            label="Next rows"
            isBlocked={last >= total}
            onPress={() => {
              if (last < total) setOffset(last);
            }}
          />
        </div>
      </div>
    </Card>
  );
}

function columnsOf({ columns }: Population): readonly DataColumn<ImportedRow>[] {
  return [
    { id: 'row', label: '#', width: 64, align: 'right', cell: (row) => formatCount(row.rowNumber) },
    { id: 'included', label: 'In', width: 84, cell: (row) => (row.included ? 'Yes' : 'Left out') },
    ...columns.map((label, index): DataColumn<ImportedRow> => ({
      id: `cell-${String(index)}`,
      label,
      cell: (row) => row.cells[index],
      title: (row) => row.cells[index] ?? '',
    })),
  ];
}
