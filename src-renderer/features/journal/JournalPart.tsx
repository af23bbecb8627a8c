import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { useInstantWords } from '../../app/use-instant-words.ts';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { formatCount } from '../../ui/text/format-number.ts';
import { hashWords } from '../../ui/text/hash-words.ts';
import type { InstantWords } from '../../ui/text/instant-words.ts';
import { extentWords, kindWords, subjectWords } from './journal-words.ts';
import type { Entry } from './journal-words.ts';

interface JournalPartProps {
  /** The entries below this position. */
  readonly before: number;
  readonly limit: number;
  /** A drawer stands beside the table: it shows the rest. */
  readonly isNarrow: boolean;
  readonly selectedHash: string | undefined;
  readonly onSelect: (entry: Entry) => void;
}

/** A part of the journal as a table; a row shows what it wrote in the drawer. */
export function JournalPart({ before, limit, isNarrow, selectedHash, onSelect }: JournalPartProps) {
  const columns = columnsIn(useInstantWords());
  const part = useQuery('journal.list', { before, limit });
  return (
    <Answered query={part} what="older entries" rows={12}>
      {({ entries }) => (
        <DataTable
          label={`Entries from ${formatCount(before - 1)} down`}
          columns={isNarrow ? columns.filter((column) => !WIDE_ONLY.includes(column.id)) : columns}
          rows={entries}
          rowKey={(entry) => entry.hash}
          selectedKey={selectedHash}
          onSelect={onSelect}
          hasFrame={false}
          empty={<EmptyState sentence="Every change of the file stands here as an entry." />}
        />
      )}
    </Answered>
  );
}

const WIDE_ONLY: readonly string[] = ['on', 'hash'];

const columnsIn = (words: InstantWords): readonly DataColumn<Entry>[] => [
  {
    id: 'position',
    label: 'Entry',
    width: 74,
    align: 'right',
    cell: (entry) => formatCount(entry.position),
  },
  { id: 'at', label: 'When', width: 168, cell: (entry) => words.second(entry.at) },
  { id: 'who', label: 'Who', width: 60, cell: (entry) => entry.initials },
  {
    id: 'kind',
    label: 'What was done',
    cell: (entry) => kindWords(entry.kind),
    title: (entry) => kindWords(entry.kind),
  },
  { id: 'on', label: 'On', cell: subjectWords, title: subjectWords },
  { id: 'extent', label: 'Extent', width: 192, cell: extentWords },
  {
    id: 'hash',
    label: 'Hash',
    width: 168,
    isMono: true,
    cell: (entry) => hashWords(entry.hash) ?? entry.hash,
    title: (entry) => entry.hash,
  },
];
