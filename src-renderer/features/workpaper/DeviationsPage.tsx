import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGo } from '../../app/use-go.ts';
import { useRouteParam } from '../../app/use-route-param.ts';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { countOf, formatCount } from '../../ui/text/format-number.ts';
import { deviationDrawer, DeviationTable } from './DeviationTable.tsx';
import type { Deviation } from './deviation-words.ts';

/** The deviations of all controls: those to be worked on first, then those that are closed or were taken back. */
export function DeviationsPage() {
  const deviations = useQuery('testing.deviations', {});
  const addressed = useRouteParam('deviationId');
  const [selectedId, setSelectedId] = useState(addressed);
  const { go } = useGo();
  const rows = inOrder(deviations.data ?? []);
  usePageChrome({
    breadcrumb: [{ label: 'Deviations' }],
    drawer: deviationDrawer(rows, selectedId, setSelectedId),
  });
  return (
    <PageBody>
      <PageHeader title="Deviations" subtitle={summary(rows)} />
      <Answered query={deviations} what="the deviations" rowHeight={42}>
        {() => (
          <DeviationTable
            rows={rows}
            selectedId={selectedId}
            onSelect={setSelectedId}
            empty={
              <EmptyState
                sentence="A deviation stands here as soon as D is entered in an operating test."
                action={{
                  label: 'Go to the tests',
                  onPress: () => {
                    go('/tests');
                  },
                }}
              />
            }
          />
        )}
      </Answered>
    </PageBody>
  );
}

function summary(rows: readonly Deviation[]): string {
  const standing = rows.filter(({ withdrawnReason }) => withdrawnReason === null);
  const closed = standing.filter(({ status }) => status === 'closed').length;
  const open = standing.filter(({ missing }) => missing.length > 0).length;
  return `${countOf(standing.length, 'deviation')}, ${formatCount(open)} with open answers, ${formatCount(closed)} closed`;
}

function inOrder(rows: readonly Deviation[]): readonly Deviation[] {
  const rank = ({ status, withdrawnReason }: Deviation): number => {
    if (withdrawnReason !== null) return 2;
    return status === 'closed' ? 1 : 0;
  };
  return rows.toSorted((one, other) => rank(one) - rank(other));
}
