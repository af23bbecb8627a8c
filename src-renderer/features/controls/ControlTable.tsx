import { useGo } from '../../app/use-go.ts';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { TwoLines } from '../../ui/table/TwoLines.tsx';
import { FREQUENCIES } from '../../app/control-choices.ts';
import { STATUS_WORDS, testWords, wordOf } from './messages.ts';
import type { Control } from './messages.ts';

interface ControlTableProps {
  readonly rows: readonly Control[];
  readonly chosenId: string | undefined;
  readonly criterion: string | undefined;
  readonly onChoose: (control: Control) => void;
}

/** One line per control: number and title, criteria, frequency, state, tests. */
export function ControlTable({ rows, chosenId, criterion, onChoose }: ControlTableProps) {
  const { go } = useGo();
  return (
    <DataTable
      label="Controls"
      columns={COLUMNS}
      rows={rows}
      rowKey={(control) => control.id}
      lines="two"
      selectedKey={chosenId}
      onSelect={onChoose}
      initialSort={{ columnId: 'code', direction: 'ascending' }}
      empty={
        criterion === undefined ? (
          <EmptyState sentence="No control fits the filter." />
        ) : (
          <EmptyState
            sentence={`No control serves ${criterion} (P1). Map one to it, or add one.`}
            action={{
              label: 'Add from library',
              onPress: () => {
                go('/controls/library');
              },
            }}
          />
        )
      }
    />
  );
}

const COLUMNS: readonly DataColumn<Control>[] = [
  {
    id: 'code',
    label: 'Control',
    cell: (control) => <TwoLines isName first={`${control.code} ${control.title}`} second={control.text} />,
    title: (control) => control.text,
    sortValue: (control) => control.code,
  },
  {
    id: 'criteria',
    label: 'Criteria',
    width: 112,
    cell: (control) => (
      <TwoLines
        first={control.criteria.length === 0 ? 'none' : control.criteria.slice(0, 2).join(', ')}
        second={control.criteria.length > 2 ? `and ${String(control.criteria.length - 2)} more` : ''}
      />
    ),
    title: (control) => control.criteria.join(', '),
  },
  {
    id: 'frequency',
    label: 'Frequency',
    width: 128,
    cell: (control) => <TwoLines first={wordOf(FREQUENCIES, control.frequency)} second={control.owner} />,
    sortValue: (control) => control.frequency,
  },
  {
    id: 'status',
    label: 'State',
    width: 148,
    cell: (control) => <ControlState control={control} />,
    title: stateDetail,
    sortValue: (control) => control.status,
  },
];

function ControlState({ control }: { readonly control: Control }) {
  const { kind, label } = STATUS_WORDS[control.status];
  return <TwoLines first={<StatusChip kind={kind} label={label} />} second={stateDetail(control)} />;
}

/** What a draft lacks, or how far the tests of an agreed control are. */
function stateDetail(control: Control): string {
  if (control.status === 'retired') return '';
  if (control.status === 'draft')
    return control.missing.length === 0 ? 'lacks nothing' : `missing: ${control.missing.join(', ')}`;
  const design = testWords(control.design);
  const operating = testWords(control.operating);
  if (control.operating === null) return `design ${design}`;
  return design === operating ? `tests ${design}` : `${design}; ${operating}`;
}
