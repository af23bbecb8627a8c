import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useRouteParam } from '../../app/use-route-param.ts';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import { DeviationCard, type Deviation } from './DeviationCard.tsx';

/** The deviations of all tests, those that are not closed first. */
export function DeviationsPage() {
  const deviations = useQuery('testing.deviations', {});
  const chosen = useRouteParam('deviationId');
  usePageChrome({ breadcrumb: [{ label: 'Deviations' }] });
  return (
    <PageBody>
      <Answered query={deviations} what="the deviations">
        {(rows) => (
          <>
            <PageHeader title="Deviations" subtitle={summary(rows)} />
            {rows.length === 0 ? (
              <EmptyState sentence="Deviations stand here as soon as a cell of an operating test is one." />
            ) : null}
            {ordered(rows, chosen).map((row) => (
              <DeviationCard key={row.id} deviation={row} />
            ))}
          </>
        )}
      </Answered>
    </PageBody>
  );
}

function summary(rows: readonly Deviation[]): string {
  const closed = rows.filter((row) => row.status === 'closed').length;
  return `${countOf(rows.length, 'deviation')}, ${String(closed)} closed`;
}

function ordered(rows: readonly Deviation[], chosen: string | undefined): readonly Deviation[] {
  const rank = (row: Deviation): number => (row.id === chosen ? 0 : row.status === 'closed' ? 2 : 1);
  return [...rows].sort((a, b) => rank(a) - rank(b));
}
