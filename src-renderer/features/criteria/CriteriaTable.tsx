import { useState } from 'react';
import type { Output } from '../../app/client.ts';
import { targetPath } from '../../app/target-path.ts';
import { useGo } from '../../app/use-go.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { coverageWords, seriesName, standing, testCount } from './criteria-words.ts';
import type { Criterion } from './criteria-words.ts';

interface CriteriaTableProps {
  readonly criteria: readonly Criterion[];
  readonly coverage: Output<'criteria.coverage'>;
}

/** The criteria by series; Enter opens one. */
export function CriteriaTable({ criteria, coverage }: CriteriaTableProps) {
  const { go, hrefOf } = useGo();
  const [selectedId, setSelectedId] = useState<string>();
  if (criteria.length === 0 || coverage.length === 0) return null;
  const seriesOf = new Map(coverage.flatMap((row) => row.cells.map((cell) => [cell.id, row.series])));
  const open = (id: string): void => {
    go(targetPath({ entity: 'criterion', id }) ?? '/criteria');
  };
  return (
    <DataTable
      label="Criteria by series"
      columns={criteriaColumns(open, (id) => hrefOf(targetPath({ entity: 'criterion', id }) ?? '/criteria'))}
      rows={criteria}
      rowKey={(criterion) => criterion.id}
      groups={coverage.map((row) => ({ id: row.series, label: `${row.series} ${seriesName(row)}` }))}
      groupOf={(criterion) => seriesOf.get(criterion.id) ?? ''}
      selectedKey={selectedId}
      onSelect={(criterion) => {
        setSelectedId(criterion.id);
      }}
      onOpen={(criterion) => {
        open(criterion.id);
      }}
    />
  );
}

function criteriaColumns(
  open: (id: string) => void,
  hrefOf: (id: string) => string,
): readonly DataColumn<Criterion>[] {
  return [
    {
      id: 'code',
      label: 'Criterion',
      width: 90,
      isMono: true,
      sortValue: (criterion) => criterion.code,
      cell: ({ id, code }) => (
        <TextLink
          label={code}
          href={hrefOf(id)}
          onPress={() => {
            open(id);
          }}
        />
      ),
    },
    { id: 'title', label: 'What it asks', cell: ({ title }) => title, title: ({ title }) => title },
    { id: 'coverage', label: 'Answered by', width: 160, cell: coverageWords },
    {
      id: 'tests',
      label: 'Tests reviewed',
      width: 120,
      align: 'right',
      sortValue: (criterion) => testCount(criterion).reviewed,
      cell: (criterion) => {
        const { reviewed, total } = testCount(criterion);
        return total === 0 ? null : `${String(reviewed)}/${String(total)}`;
      },
    },
    {
      id: 'deviations',
      label: 'Deviations',
      width: 100,
      align: 'right',
      sortValue: deviationsOf,
      cell: (criterion) => (deviationsOf(criterion) === 0 ? null : deviationsOf(criterion)),
    },
    {
      id: 'conclusion',
      label: 'Conclusion',
      width: 170,
      cell: (criterion) => <StatusChip {...standing(criterion)} />,
    },
  ];
}

function deviationsOf({ controls }: Criterion): number {
  return controls.reduce((sum, control) => sum + control.deviations, 0);
}
