import { useInstantWords } from '../../app/use-instant-words.ts';
import type { InstantWords } from '../../ui/text/instant-words.ts';
import { IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { paperPath } from '../../app/target-path.ts';
import { useGo } from '../../app/use-go.ts';
import { UiIcon } from '../../ui/icon/UiIcon.tsx';
import { StampRow } from '../../ui/stamp/SignOffBlock.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { TwoLines } from '../../ui/table/TwoLines.tsx';
import { factOf, groupOf, GROUPS, paperName, stampFacts, stateOf, waitingWords } from './review-words.ts';
import type { BoardRow } from './review-words.ts';
import styles from './ReviewPage.module.css';
import { usePersonNames } from './use-person-names.ts';

interface BoardTableProps {
  readonly label: string;
  readonly rows: readonly BoardRow[];
  readonly selectedId: string | undefined;
  readonly onSelect: (workpaperId: string) => void;
  readonly empty: ReactNode;
}

/** The papers in their groups; J and K go through them, Enter opens one. */
export function BoardTable({ label, rows, selectedId, onSelect, empty }: BoardTableProps) {
  const { go } = useGo();
  const names = usePersonNames();
  const words = useInstantWords();
  const [now] = useState(() => Date.now());
  return (
    <DataTable
      label={label}
      columns={boardColumns(names, words, now)}
      rows={rows}
      rowKey={(row) => row.workpaperId}
      groups={GROUPS}
      groupOf={groupOf}
      selectedKey={selectedId}
      onSelect={(row) => {
        onSelect(row.workpaperId);
      }}
      onOpen={(row) => {
        go(paperPath(row.workpaperId));
      }}
      lines="two"
      empty={empty}
    />
  );
}

function boardColumns(
  names: ReadonlyMap<string, string>,
  words: InstantWords,
  now: number,
): readonly DataColumn<BoardRow>[] {
  return [
    {
      id: 'ref',
      label: 'Ref',
      width: 76,
      isMono: true,
      cell: (row) => row.ref,
      sortValue: (row) => row.ref,
      title: (row) => row.ref,
    },
    {
      id: 'paper',
      label: 'Workpaper',
      cell: (row) => <TwoLines isName first={paperName(row)} second={factOf(row)} />,
      sortValue: paperName,
      title: (row) => `${paperName(row)}, ${factOf(row)}`,
    },
    { id: 'state', label: 'State', width: 148, cell: (row) => <StatusChip {...stateOf(row)} /> },
    {
      id: 'stamps',
      label: 'P, R, M, Pa',
      width: 140,
      cell: (row) => <StampRow stamps={stampFacts(row.stamps, { names, words })} />,
    },
    {
      id: 'notes',
      label: 'Notes',
      width: 58,
      align: 'right',
      sortValue: (row) => row.openNotes,
      cell: (row) =>
        row.openNotes === 0 ? null : (
          <span className={styles['legendItem']}>
            {row.openNotes} <UiIcon icon={IconMessage} size={14} />
          </span>
        ),
    },
    {
      id: 'waiting',
      label: 'Waiting',
      width: 112,
      align: 'right',
      sortValue: (row) => waitingWords(row.waitingSince, now).days,
      cell: (row) => <Waiting row={row} now={now} />,
    },
  ];
}

function Waiting({ row, now }: { readonly row: BoardRow; readonly now: number }) {
  const { text } = waitingWords(row.waitingSince, now);
  return row.isOverdue ? <span className={styles['overdue']}>{text}, overdue</span> : <>{text}</>;
}
