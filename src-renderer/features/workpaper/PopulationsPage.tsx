import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { paperPath, targetPath } from '../../app/target-path.ts';
import { useGo } from '../../app/use-go.ts';
import { useRouteParam } from '../../app/use-route-param.ts';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { countOf, formatCount } from '../../ui/text/format-number.ts';
import { STATUS_WORDS } from './population/population-words.ts';

type Row = Output<'population.list'>[number];

/** Every list of the client with its state; Enter opens the test that it belongs to. */
export function PopulationsPage() {
  const populations = useQuery('population.list', {});
  const board = useQuery('review.board', { filter: 'all' });
  const addressed = useRouteParam('populationId');
  const [selected, setSelected] = useState<string>();
  const { go } = useGo();
  usePageChrome({ breadcrumb: [{ label: 'Populations' }] });
  const pathOf = ({ controlId }: Row): string => {
    const paper = board.data?.rows.find((row) => row.controlId === controlId && row.kind === 'operating');
    if (paper !== undefined) return paperPath(paper.workpaperId);
    return targetPath({ entity: 'control', id: controlId }) ?? '/controls';
  };
  return (
    <PageBody>
      <PageHeader title="Populations" subtitle={summary(populations.data ?? [])} />
      <Answered query={populations} what="the populations">
        {(rows) => (
          <DataTable
            label="Populations"
            columns={COLUMNS}
            rows={rows}
            rowKey={({ id }) => id}
            selectedKey={selected ?? addressed}
            onSelect={({ id }) => {
              setSelected(id);
            }}
            onOpen={(row) => {
              go(pathOf(row));
            }}
            empty={
              <EmptyState
                sentence="The lists of the client from which samples are drawn. A list is defined on the Population tab of its test."
                action={{
                  label: 'Go to the review board',
                  onPress: () => {
                    go('/review');
                  },
                }}
              />
            }
          />
        )}
      </Answered>
    </PageBody>
  );
}

function summary(rows: readonly Row[]): string {
  const inUse = rows.filter(({ status }) => status !== 'superseded');
  const reconciled = inUse.filter(({ status }) => status === 'reconciled').length;
  return `${countOf(inUse.length, 'list')}, ${formatCount(reconciled)} reconciled`;
}

const COLUMNS: readonly DataColumn<Row>[] = [
  {
    id: 'control',
    label: 'Control',
    width: 104,
    isMono: true,
    cell: ({ controlCode }) => controlCode,
    sortValue: ({ controlCode }) => controlCode,
  },
  {
    id: 'title',
    label: 'Population',
    cell: ({ title }) => title,
    sortValue: ({ title }) => title,
    title: ({ title }) => title,
  },
  {
    id: 'source',
    label: 'Source system',
    width: 180,
    cell: ({ sourceSystem }) => sourceSystem,
    sortValue: ({ sourceSystem }) => sourceSystem,
    title: ({ sourceSystem }) => sourceSystem,
  },
  {
    id: 'file',
    label: 'File',
    cell: ({ fileName }) => fileName ?? '',
    title: ({ fileName }) => fileName ?? '',
  },
  {
    id: 'state',
    label: 'State',
    width: 160,
    cell: ({ status }) => <StatusChip {...STATUS_WORDS[status]} />,
    sortValue: ({ status }) => STATUS_WORDS[status].label,
  },
  {
    id: 'count',
    label: 'Rows',
    width: 90,
    align: 'right',
    cell: ({ fileName, recordCount }) => (fileName === null ? '' : formatCount(recordCount)),
    sortValue: ({ recordCount }) => recordCount,
  },
];
