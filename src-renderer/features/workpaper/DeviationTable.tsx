import type { ReactNode } from 'react';
import type { DrawerContent } from '../../ui/frame/Drawer.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { TwoLines } from '../../ui/table/TwoLines.tsx';
import { DrawerSection } from '../../ui/frame/Drawer.tsx';
import { DeviationPanel } from './DeviationPanel.tsx';
import { deviationPlace, deviationState } from './deviation-words.ts';
import type { Deviation } from './deviation-words.ts';

interface DeviationTableProps {
  readonly rows: readonly Deviation[];
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly empty: ReactNode;
}

const COLUMNS: readonly DataColumn<Deviation>[] = [
  {
    id: 'code',
    label: 'No.',
    width: 72,
    isMono: true,
    cell: ({ code }) => code,
    sortValue: ({ code }) => code,
  },
  {
    id: 'place',
    label: 'Where',
    width: 210,
    cell: (row) => <TwoLines first={deviationPlace(row)} second={row.itemKey ?? ''} />,
    sortValue: deviationPlace,
  },
  {
    id: 'nature',
    label: 'Nature',
    cell: (row) => <TwoLines first={row.nature} second={row.attributeText ?? ''} />,
    title: ({ nature }) => nature,
  },
  {
    id: 'left',
    label: 'Answers left',
    width: 124,
    align: 'right',
    cell: ({ missing, withdrawnReason }) => (withdrawnReason === null ? missing.length : ''),
    sortValue: ({ missing }) => missing.length,
  },
  {
    id: 'state',
    label: 'State',
    width: 160,
    cell: (row) => <StatusChip {...deviationState(row)} />,
    sortValue: (row) => deviationState(row).label,
  },
];

/** Deviations one a line; the chosen one stands in the drawer. */
export function DeviationTable({ rows, selectedId, onSelect, empty }: DeviationTableProps) {
  return (
    <DataTable
      label="Deviations"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ id }) => id}
      lines="two"
      selectedKey={selectedId}
      onSelect={({ id }) => {
        onSelect(id);
      }}
      onOpen={({ id }) => {
        onSelect(id);
      }}
      empty={empty}
    />
  );
}

/** The drawer of the chosen deviation, with the way to the one before and after. */
export function deviationDrawer(
  rows: readonly Deviation[],
  selectedId: string | undefined,
  select: (id: string | undefined) => void,
): DrawerContent | undefined {
  const index = rows.findIndex(({ id }) => id === selectedId);
  const row = rows[index];
  if (row === undefined) return undefined;
  const goTo = (next: Deviation | undefined): void => {
    if (next !== undefined) select(next.id);
  };
  return {
    title: `Deviation ${row.code}`,
    subtitle: deviationPlace(row),
    onClose: () => {
      select(undefined);
    },
    onPrevious: () => {
      goTo(rows[index - 1]);
    },
    onNext: () => {
      goTo(rows[index + 1]);
    },
    children: (
      <DrawerSection>
        <DeviationPanel key={row.id} deviation={row} />
      </DrawerSection>
    ),
  };
}
