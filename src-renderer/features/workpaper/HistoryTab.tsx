import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { useInstantWords } from '../../app/use-instant-words.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { SegmentedChoice } from '../../ui/form/SegmentedChoice.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { countOf, formatCount } from '../../ui/text/format-number.ts';
import { HashWords } from '../../ui/text/HashWords.tsx';
import type { InstantWords } from '../../ui/text/instant-words.ts';
import { papersOf } from './paper-papers.ts';
import type { PaperControl } from './paper-tabs.ts';
import { actWords } from './history-words.ts';
import styles from './WorkpaperPage.module.css';

type Entry = Output<'review.history'>['entries'][number];

const PAGE = 100;

const columnsIn = (words: InstantWords): readonly DataColumn<Entry>[] => [
  {
    id: 'position',
    label: 'Entry',
    width: 72,
    align: 'right',
    cell: ({ position }) => formatCount(position),
  },
  { id: 'at', label: 'When', width: 150, cell: ({ at }) => words.time(at) },
  { id: 'who', label: 'Who', width: 60, cell: ({ initials }) => initials },
  { id: 'kind', label: 'What', width: 240, cell: ({ kind }) => actWords(kind), title: ({ kind }) => kind },
  {
    id: 'touched',
    label: 'Touched',
    cell: ({ touched }) => touched.join(', '),
    title: ({ touched }) => touched.join(', '),
  },
  {
    id: 'hash',
    label: 'Entry as words',
    width: 190,
    cell: ({ hash, position }) => <HashWords hex={hash} label={`Hash of entry ${String(position)}`} />,
  },
];

/** Everything that happened to a control's papers, newest first, as the journal holds it. */
export function HistoryTab({ control }: { readonly control: PaperControl }) {
  const words = useInstantWords();
  const papers = papersOf(control);
  const [chosenId, setChosenId] = useState(papers.at(-1)?.value ?? '');
  const [offset, setOffset] = useState(0);
  const history = useQuery('review.history', { workpaperId: chosenId, page: { offset, limit: PAGE } });
  return (
    <div className={styles['stack']}>
      {papers.length < 2 ? null : (
        <div className={styles['choice']}>
          <SegmentedChoice
            label="Paper"
            choices={papers}
            value={chosenId}
            onChange={(id) => {
              setOffset(0);
              setChosenId(id);
            }}
          />
        </div>
      )}
      <Answered query={history} what="the history">
        {({ entries, total }) => (
          <>
            <DataTable
              label="History of the workpaper"
              columns={columnsIn(words)}
              rows={entries}
              rowKey={({ position }) => String(position)}
            />
            {total <= PAGE ? null : (
              <div className={styles['foot']}>
                <ActionButton
                  label="Newer"
                  isBlocked={offset === 0}
                  onPress={() => {
                    setOffset(Math.max(0, offset - PAGE));
                  }}
                />
                <ActionButton
                  label="Older"
                  isBlocked={offset + PAGE >= total}
                  onPress={() => {
                    if (offset + PAGE < total) setOffset(offset + PAGE);
                  }}
                />
                <span className={styles['quiet']}>{countOf(total, 'entry', 'entries')}</span>
              </div>
            )}
          </>
        )}
      </Answered>
    </div>
  );
}
