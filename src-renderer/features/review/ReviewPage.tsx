import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useSessionPersons } from '../../app/session-persons.ts';
import { useUnlock } from '../../app/session-unlock.tsx';
import { paperPath } from '../../app/target-path.ts';
import { useGo } from '../../app/use-go.ts';
import type { DrawerContent } from '../../ui/frame/Drawer.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { TabBar } from '../../ui/page/TabBar.tsx';
import type { PaletteCommand } from '../../ui/palette/rank-commands.ts';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { countOf, formatCount } from '../../ui/text/format-number.ts';
import { BoardTable } from './BoardTable.tsx';
import { PaperDrawer } from './PaperDrawer.tsx';
import { FILTERS, groupOf, GROUPS, paperName } from './review-words.ts';
import type { BoardRow, Filter } from './review-words.ts';
import { SignFoot } from './SignFoot.tsx';
import { TestsByState } from './TestsByState.tsx';

type Board = Output<'review.board'>;

/** Which papers wait for whom, what changed after a signature, and the next signature beside it. */
export function ReviewPage() {
  const [filter, setFilter] = useState<Filter>();
  const [selectedId, setSelectedId] = useState<string>();
  const { actor } = useSessionPersons();
  const { go } = useGo();
  const engagement = useQuery('engagement.get', {});
  const shown = filter ?? (actor === undefined ? 'all' : 'waiting');
  const board = useQuery('review.board', { filter: shown }, { keepsLast: true });
  const rows = inOrder(board.data?.rows ?? []);
  usePageChrome({
    breadcrumb: [{ label: 'Review board' }],
    drawer: drawerOf(rows, selectedId, setSelectedId),
    commands: commandsOf(setFilter, selectedId, go),
  });
  return (
    <PageBody>
      <PageHeader
        title="Review board"
        subtitle={<BoardWords board={board.data} initials={actor?.initials} />}
      />
      <Answered query={board} what="the review board" rows={10} rowHeight={42}>
        {(data) => (
          <>
            <TestsByState board={data} phase={engagement.data?.type === 'I' ? 'design' : 'operating'} />
            <div>
              <TabBar
                label="Workpapers"
                tabs={FILTERS.map(({ id, label }) => ({ id, label, count: formatCount(data.counts[id]) }))}
                current={shown}
                onChange={(id) => {
                  setFilter(FILTERS.find((known) => known.id === id)?.id);
                }}
              />
              <div id={`panel-${shown}`} role="tabpanel" aria-labelledby={`tab-${shown}`}>
                <BoardTable
                  label={FILTERS.find(({ id }) => id === shown)?.label ?? 'Workpapers'}
                  rows={rows}
                  selectedId={selectedId}
                  onSelect={setSelectedId}
                  empty={
                    <NoPapers
                      filter={shown}
                      onShowAll={() => {
                        setFilter('all');
                      }}
                    />
                  }
                />
              </div>
            </div>
          </>
        )}
      </Answered>
    </PageBody>
  );
}

/** Rows as the table shows them: by group, so that previous and next of the drawer follow the eye. */
function inOrder(rows: readonly BoardRow[]): readonly BoardRow[] {
  return GROUPS.flatMap(({ id }) => rows.filter((row) => groupOf(row) === id));
}

function drawerOf(
  rows: readonly BoardRow[],
  selectedId: string | undefined,
  select: (workpaperId: string | undefined) => void,
): DrawerContent | undefined {
  const index = rows.findIndex((row) => row.workpaperId === selectedId);
  const row = rows[index];
  if (row === undefined) return undefined;
  const goTo = (next: BoardRow | undefined): void => {
    if (next !== undefined) select(next.workpaperId);
  };
  const signed = row.changedSinceISigned ? 'changed since you signed' : row.ref;
  return {
    title: paperName(row),
    subtitle: row.changedSinceISigned ? `${row.ref}, ${signed}` : row.ref,
    onClose: () => {
      select(undefined);
    },
    onPrevious: () => {
      goTo(rows[index - 1]);
    },
    onNext: () => {
      goTo(rows[index + 1]);
    },
    children: <PaperDrawer key={row.workpaperId} workpaperId={row.workpaperId} />,
    footer: <SignFoot key={row.workpaperId} workpaperId={row.workpaperId} />,
  };
}

function commandsOf(
  show: (filter: Filter) => void,
  selectedId: string | undefined,
  go: (path: string) => void,
): readonly PaletteCommand[] {
  const tabs = FILTERS.map(({ id, label }): PaletteCommand => ({
    id: `review-${id}`,
    kind: 'action',
    label: `Show papers: ${label.toLowerCase()}`,
    run: () => {
      show(id);
    },
  }));
  if (selectedId === undefined) return tabs;
  const open = (): void => {
    go(paperPath(selectedId));
  };
  return [...tabs, { id: 'review-open', kind: 'action', label: 'Open workpaper', keys: 'Enter', run: open }];
}

function BoardWords({
  board,
  initials,
}: {
  readonly board: Board | undefined;
  readonly initials: string | undefined;
}) {
  if (board === undefined) return null;
  if (initials === undefined) return <>Unlock your signing key to see what waits for you.</>;
  const { waiting, changed } = board.counts;
  const waits = `${countOf(waiting, 'paper')} ${waiting === 1 ? 'waits' : 'wait'} for ${initials}`;
  return (
    <>
      {waits}, {formatCount(changed)} changed after {initials} signed
    </>
  );
}

function NoPapers({ filter, onShowAll }: { readonly filter: Filter; readonly onShowAll: () => void }) {
  const { actor } = useSessionPersons();
  const unlock = useUnlock();
  const sentence = FILTERS.find(({ id }) => id === filter)?.empty ?? '';
  if (actor === undefined && filter !== 'all')
    return <EmptyState sentence={sentence} action={{ label: 'Unlock signing key', onPress: unlock }} />;
  if (filter === 'all') return <EmptyState sentence={sentence} />;
  return <EmptyState sentence={sentence} action={{ label: 'Show all papers', onPress: onShowAll }} />;
}
