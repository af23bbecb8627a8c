import { useGo } from '../../app/use-go.ts';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { formatCount } from '../../ui/text/format-number.ts';
import {
  comparedLists,
  figureWords,
  rulePath,
  ruleStanding,
  type Review,
  type Rule,
} from './access-words.ts';

const counted = (value: number | undefined): string => (value === undefined ? '' : formatCount(value));
const ran = (rule: Rule) => (rule.run?.didRun === true ? rule.run : undefined);

const columns: readonly DataColumn<Rule>[] = [
  { id: 'rule', label: 'Rule', width: 60, isMono: true, cell: (row) => row.ruleId },
  { id: 'title', label: 'Compares', cell: (row) => row.title, title: (row) => `${row.title}: ${row.finds}` },
  {
    id: 'lists',
    label: 'Lists',
    width: 90,
    cell: (row) => row.compares,
    title: (row) => comparedLists(row.compares),
  },
  {
    id: 'figures',
    label: 'Figures',
    width: 150,
    cell: (row) => row.figures.map(figureWords).join(', '),
    title: (row) => row.figures.map((own) => `${own.label}: ${figureWords(own)}`).join('\n'),
  },
  {
    id: 'population',
    label: 'Population',
    width: 96,
    align: 'right',
    cell: (row) => counted(ran(row)?.population),
  },
  {
    id: 'compared',
    label: 'Compared',
    width: 90,
    align: 'right',
    cell: (row) => counted(ran(row)?.compared),
  },
  {
    id: 'exceptions',
    label: 'Exceptions',
    width: 94,
    align: 'right',
    cell: (row) => counted(ran(row)?.exceptions),
  },
  {
    id: 'deviations',
    label: 'Deviations',
    width: 94,
    align: 'right',
    cell: (row) => (ran(row) === undefined ? '' : formatCount(row.counts.deviation)),
  },
  { id: 'state', label: 'State', width: 150, cell: (row) => <StatusChip {...ruleStanding(row)} /> },
];

const groups = [
  { id: 'lists', label: 'Lists' },
  { id: 'people', label: 'People and accounts' },
  { id: 'roles', label: 'Roles, privileges and requests' },
  { id: 'grants', label: 'Just-in-time grants' },
  { id: 'review', label: 'The review of the client' },
] as const;

/** Rules by what they are about. */
const groupOfRule: Readonly<Partial<Record<Rule['ruleId'], (typeof groups)[number]['id']>>> = {
  ...{ W0: 'lists', W6: 'roles', W7: 'roles', W8: 'roles', W12: 'roles', W13: 'roles' },
  ...{ W14: 'grants', W15: 'grants', W16: 'grants', W17: 'grants' },
  ...{ W18: 'review', W19: 'review', W20: 'review' },
};

/** Every rule with its counts; Enter opens what it found. */
export function RulesTab({ review }: { readonly review: Review }) {
  const { go } = useGo();
  return (
    <DataTable
      label="Rules of the access review"
      columns={columns}
      rows={review.rules}
      rowKey={(row) => row.ruleId}
      groups={groups}
      groupOf={(row) => groupOfRule[row.ruleId] ?? 'people'}
      onSelect={() => undefined}
      onOpen={(row) => {
        go(rulePath(review.reviewId, row.ruleId));
      }}
    />
  );
}
