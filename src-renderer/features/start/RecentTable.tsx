import { IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useCommand } from '../../app/client.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { TwoLines } from '../../ui/table/TwoLines.tsx';
import { kindDates, kindWords, openedWords, placeWords, standingWords, todayText } from './recent-words.ts';
import type { Recent } from './recent-words.ts';
import { stateChip } from './messages.ts';

interface RecentTableProps {
  readonly recents: readonly Recent[];
  readonly chosenPlace: string | undefined;
  readonly onChoose: (recent: Recent) => void;
}

/** One line per engagement: client and file, kind and dates, state, last opened. */
export function RecentTable({ recents, chosenPlace, onChoose }: RecentTableProps) {
  const columns = useMemo(() => recentColumns(new Date()), []);
  return (
    <DataTable
      label="Engagements on this computer"
      columns={columns}
      rows={recents}
      rowKey={(recent) => recent.place}
      lines="two"
      selectedKey={chosenPlace}
      onSelect={onChoose}
      onOpen={onChoose}
      empty={<EmptyState sentence="No engagement on this computer fits the filter." />}
    />
  );
}

function recentColumns(now: Date): readonly DataColumn<Recent>[] {
  return [
    {
      id: 'client',
      label: 'Client and file',
      cell: (recent) => <TwoLines isName first={recent.clientName} second={placeWords(recent.path)} />,
      title: (recent) => recent.path,
    },
    {
      id: 'kind',
      label: 'Kind',
      width: 190,
      cell: (recent) => <TwoLines first={kindWords(recent)} second={kindDates(recent)} />,
    },
    { id: 'state', label: 'State', width: 190, cell: (recent) => <RecentState recent={recent} /> },
    {
      id: 'opened',
      label: 'Last opened',
      width: 110,
      align: 'right',
      cell: (recent) => <TwoLines first={openedWords(recent.openedAt, now)} second={recent.openedBy} />,
    },
  ];
}

function RecentState({ recent }: { readonly recent: Recent }) {
  const forget = useCommand('recent.forget');
  if (!recent.isPresent) {
    return (
      <TwoLines
        first={<StatusChip kind="none" icon={IconPlugConnectedX} label="Not found" />}
        second={
          <TextLink
            label="Take off the list"
            onPress={() => {
              forget.mutate({ path: recent.path });
            }}
          />
        }
      />
    );
  }
  const { kind, label } = stateChip(recent);
  const icon = recent.status === 'locked' ? { icon: IconLock } : {};
  return (
    <TwoLines
      first={<StatusChip kind={kind} label={label} {...icon} />}
      second={standingWords(recent, todayText(new Date()))}
    />
  );
}
