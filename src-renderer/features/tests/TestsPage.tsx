import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { paperPath } from '../../app/target-path.ts';
import { useGo } from '../../app/use-go.ts';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { countOf } from '../../ui/text/format-number.ts';
import { testStanding, type ControlRow, type TestPart } from './test-words.ts';

/** Every control with the state of its tests; Enter opens the workpaper. */
export function TestsPage() {
  const controls = useQuery('control.list', {});
  const engagement = useQuery('engagement.get', {});
  usePageChrome({ breadcrumb: [{ label: 'Tests' }] });
  const isTypeII = engagement.data?.type === 'II';
  return (
    <PageBody>
      <Answered query={controls} what="the tests">
        {(rows) => (
          <>
            <PageHeader title="Tests" subtitle={summary(rows, isTypeII)} />
            <TestsTable rows={rows.filter((row) => row.design !== null)} isTypeII={isTypeII} />
          </>
        )}
      </Answered>
    </PageBody>
  );
}

function summary(rows: readonly ControlRow[], isTypeII: boolean): string {
  const tests = rows.flatMap((row) => (isTypeII ? row.operating : row.design) ?? []);
  const concluded = tests.filter((test) => test.status === 'concluded' || test.status === 'reviewed').length;
  return `${String(concluded)} of ${countOf(tests.length, isTypeII ? 'operating test' : 'design test')} concluded`;
}

const chip = (test: TestPart) => <StatusChip {...testStanding(test)} />;

const columns: readonly DataColumn<ControlRow>[] = [
  {
    id: 'ref',
    label: 'Ref',
    width: 90,
    isMono: true,
    cell: (row) => row.ref,
    sortValue: (row) => row.ref ?? '',
  },
  {
    id: 'code',
    label: 'Control',
    width: 90,
    isMono: true,
    cell: (row) => row.code,
    sortValue: (row) => row.code,
  },
  {
    id: 'title',
    label: 'Title',
    cell: (row) => row.title,
    sortValue: (row) => row.title,
    title: (row) => row.title,
  },
  { id: 'criteria', label: 'Criteria', width: 170, cell: (row) => row.criteria.join(', ') },
  { id: 'design', label: 'Design', width: 150, cell: (row) => chip(row.design) },
];
const operating: DataColumn<ControlRow> = {
  id: 'operating',
  label: 'Operation',
  width: 220,
  cell: (row) => chip(row.operating),
};

function TestsTable({
  rows,
  isTypeII,
}: {
  readonly rows: readonly ControlRow[];
  readonly isTypeII: boolean;
}) {
  const { go } = useGo();
  return (
    <DataTable
      label="Tests"
      columns={isTypeII ? [...columns, operating] : columns}
      rows={rows}
      rowKey={(row) => row.id}
      onSelect={() => undefined}
      onOpen={(row) => {
        const paperId = row.operating?.workpaperId ?? row.design?.workpaperId;
        if (paperId !== undefined) go(paperPath(paperId));
      }}
      empty={
        <EmptyState
          sentence="Tests come into being when controls are agreed."
          action={{
            label: 'Open controls',
            onPress: () => {
              go('/controls');
            },
          }}
        />
      }
    />
  );
}
