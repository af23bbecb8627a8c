import { IconListTree } from '@tabler/icons-react';
import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { countOf, formatCount } from '../../ui/text/format-number.ts';
import { HashWords } from '../../ui/text/HashWords.tsx';
import { EntryDetails } from './EntryDetails.tsx';
import { JournalPart } from './JournalPart.tsx';
import { kindWords } from './journal-words.ts';
import type { Entry } from './journal-words.ts';
import styles from './JournalPage.module.css';
import { VerifyCard } from './VerifyCard.tsx';

/** How many entries a part shows. */
const PART = 100;

/** Every entry of the file, the newest first, and the check of the file against them. */
export function JournalPage() {
  const newest = useQuery('journal.list', { limit: PART });
  const engagement = useQuery('engagement.get', {});
  const [selected, setSelected] = useState<Entry>();
  usePageChrome({
    breadcrumb: [{ label: 'Journal' }],
    drawer:
      selected === undefined
        ? undefined
        : {
            title: kindWords(selected.kind),
            subtitle: `entry ${formatCount(selected.position)}`,
            onClose: () => {
              setSelected(undefined);
            },
            children: <EntryDetails entry={selected} />,
          },
  });
  const total = newest.data?.total;
  return (
    <PageBody>
      <PageHeader
        title="Journal"
        subtitle={
          total === undefined
            ? null
            : `${countOf(total, 'entry', 'entries')}, each chained to the one before and signed`
        }
        aside={engagement.data === undefined ? null : <Head hex={engagement.data.journal.head} />}
      />
      <VerifyCard />
      <Card title="Entries" icon={IconListTree} aside="newest first" isFlush>
        <Answered query={newest} what="the journal" rows={12}>
          {(data) => (
            <Parts
              key={data.entries[0]?.hash ?? ''}
              top={data.entries[0]?.position ?? 0}
              selected={selected}
              onSelect={setSelected}
            />
          )}
        </Answered>
      </Card>
    </PageBody>
  );
}

function Head({ hex }: { readonly hex: string | null }) {
  if (hex === null || hex === '') return null;
  return (
    <span className={styles['head']}>
      Head <HashWords hex={hex} label="Hash of the newest entry" />
    </span>
  );
}

interface PartsProps {
  /** Position of the newest entry: a new entry begins the list anew. */
  readonly top: number;
  readonly selected: Entry | undefined;
  readonly onSelect: (entry: Entry) => void;
}

/** The parts that were asked for, one below the other. */
function Parts({ top, selected, onSelect }: PartsProps) {
  const [count, setCount] = useState(1);
  const starts = Array.from({ length: count }, (_, index) => top + 1 - index * PART);
  const lowest = top - count * PART;
  return (
    <>
      {starts.map((before) => (
        <JournalPart
          key={before}
          before={before}
          limit={PART}
          isNarrow={selected !== undefined}
          selectedHash={selected?.hash}
          onSelect={onSelect}
        />
      ))}
      {lowest > 0 ? (
        <div className={styles['more']}>
          <ActionButton
            label="Show older"
            onPress={() => {
              setCount(count + 1);
            }}
          />
          <span className={styles['quiet']}>{formatCount(lowest)} older entries</span>
        </div>
      ) : null}
    </>
  );
}
