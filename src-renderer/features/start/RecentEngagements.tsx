import type { UseQueryResult } from '@tanstack/react-query';
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import type { CallError, Output } from '../../app/client.ts';
import { UiIcon } from '../../ui/icon/UiIcon.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { RecentTable } from './RecentTable.tsx';
import type { Recent } from './recent-words.ts';
import styles from './StartPage.module.css';

interface RecentEngagementsProps {
  readonly query: UseQueryResult<Output<'recent.list'>, CallError>;
  /** On the first run the list stands behind the form that makes the person. */
  readonly isQuiet: boolean;
  readonly chosenPlace: string | undefined;
  readonly onChoose: (recent: Recent) => void;
}

/** The engagements that were opened on this computer, newest first, with a filter. */
export function RecentEngagements({ query, isQuiet, chosenPlace, onChoose }: RecentEngagementsProps) {
  const [filter, setFilter] = useState('');
  const count = query.data?.length ?? 0;
  if (isQuiet && count === 0) return null;
  return (
    <>
      <div className={styles['head']}>
        <h2>Engagements on this computer</h2>
        {count < 2 ? null : (
          <TextInput
            className={styles['filter']}
            aria-label="Filter engagements"
            placeholder="Filter"
            leftSection={<UiIcon icon={IconSearch} />}
            value={filter}
            onChange={(event) => {
              setFilter(event.currentTarget.value);
            }}
          />
        )}
      </div>
      <Answered query={query} what="the engagements of this computer" rows={4} rowHeight={57}>
        {(recents) =>
          recents.length === 0 ? (
            <Card>
              <EmptyState sentence="Engagements that you create or open are listed here, with their state. Each one is a single encrypted file that stays where you put it." />
            </Card>
          ) : (
            <RecentTable
              recents={recents.filter((recent) => matches(recent, filter))}
              chosenPlace={chosenPlace}
              onChoose={onChoose}
            />
          )
        }
      </Answered>
    </>
  );
}

function matches(recent: Recent, filter: string): boolean {
  const text = `${recent.clientName} ${recent.path} ${recent.dates} ${recent.type}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
