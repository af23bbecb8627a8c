import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { UiIcon } from '../../ui/icon/UiIcon.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { FREQUENCIES } from '../../app/control-choices.ts';
import { shownEntries, standingWords, type Listed } from './library-words.ts';
import { LibraryFrame } from './LibraryFrame.tsx';
import { ShareCard } from './ShareCard.tsx';

/** Both libraries: the firm's entries first, then the shipped controls that the firm has not taken over. */
export function FirmLibraryPage() {
  const { go } = useGo();
  const entries = useQuery('library.list', {});
  const [filter, setFilter] = useState('');
  return (
    <LibraryFrame up="/">
      <PageHeader
        title="Control library"
        subtitle="Kept on this computer for every engagement. A change is a new version; the library that ships with the program stays as it is."
        aside={
          <ActionButton
            label="Add entry"
            onPress={() => {
              go('/library/new');
            }}
          />
        }
      />
      <TextInput
        aria-label="Filter the library"
        placeholder="Filter by number, words, criterion, firm, shipped or retired"
        leftSection={<UiIcon icon={IconSearch} />}
        value={filter}
        onChange={(event) => {
          setFilter(event.currentTarget.value);
        }}
      />
      <Answered query={entries} what="the control library" rows={14}>
        {(data) => (
          <DataTable
            label="Control library"
            columns={COLUMNS}
            rows={shownEntries(data, filter)}
            rowKey={(entry) => `${entry.origin} ${entry.id}`}
            onSelect={(entry) => {
              go(`/library/${entry.id}`);
            }}
            empty={<EmptyState sentence="No entry fits the filter." />}
          />
        )}
      </Answered>
      <ShareCard hasEntries={entries.data?.some(({ origin }) => origin === 'firm') ?? false} />
    </LibraryFrame>
  );
}

const COLUMNS: readonly DataColumn<Listed>[] = [
  { id: 'code', label: 'Number', width: 90, cell: ({ code }) => code, sortValue: ({ code }) => code },
  { id: 'title', label: 'Title', cell: ({ title }) => title, sortValue: ({ title }) => title },
  { id: 'criteria', label: 'Criteria', width: 170, cell: ({ criteria }) => criteria.join(', ') },
  {
    id: 'frequency',
    label: 'Frequency',
    width: 150,
    cell: ({ frequency }) => FREQUENCIES.find(({ value }) => value === frequency)?.label ?? frequency,
  },
  {
    id: 'attributes',
    label: 'Attributes',
    width: 80,
    align: 'right',
    cell: ({ attributes }) => String(attributes),
  },
  {
    id: 'standing',
    label: 'From',
    width: 170,
    cell: standingWords,
    sortValue: standingWords,
  },
];
