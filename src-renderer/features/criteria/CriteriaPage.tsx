import { IconGridDots } from '@tabler/icons-react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { targetPath } from '../../app/target-path.ts';
import { useGo } from '../../app/use-go.ts';
import { HeatMap } from '../../ui/chart/HeatMap.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { CriteriaTable } from './CriteriaTable.tsx';
import { coverageRows } from './criteria-words.ts';
import styles from './CriteriaPage.module.css';

/** Every criterion in scope: how far its tests are, and what is concluded. */
export function CriteriaPage() {
  const coverage = useQuery('criteria.coverage', {});
  const list = useQuery('criteria.list', {});
  const { go } = useGo();
  usePageChrome({
    breadcrumb: [{ label: 'Criteria' }],
    commands: (list.data ?? []).map(({ id, code, title }) => ({
      id: `criterion-${id}`,
      kind: 'place',
      label: `${code} ${title}`,
      reference: code,
      run: () => {
        go(criterionPath(id));
      },
    })),
  });
  return (
    <PageBody>
      <PageHeader
        title="Criteria"
        subtitle={list.data === undefined ? null : <Concluded list={list.data} />}
      />
      <Answered query={coverage} what="the coverage of the criteria" rows={9}>
        {(rows) => <CoverageCard coverage={rows} />}
      </Answered>
      <Answered query={list} what="the criteria" rows={12}>
        {(criteria) => <CriteriaTable criteria={criteria} coverage={coverage.data ?? []} />}
      </Answered>
    </PageBody>
  );
}

function CoverageCard({ coverage }: { readonly coverage: Output<'criteria.coverage'> }) {
  const { go } = useGo();
  const cells = coverage.flatMap((row) => row.cells);
  const uncovered = cells.filter((cell) => cell.state === 'none').length;
  const words = uncovered === 0 ? 'every criterion is answered' : `${String(uncovered)} without a control`;
  return (
    <Card title="Coverage" icon={IconGridDots} aside={words} isFlush>
      {cells.length === 0 ? (
        <EmptyState
          sentence="Criteria stand here once the categories in scope are chosen."
          action={{
            label: 'Go to scope',
            onPress: () => {
              go('/scope');
            },
          }}
        />
      ) : (
        <div className={styles['chart']}>
          <HeatMap
            label={`Tests concluded by criterion, ${words}`}
            scaleLabel="Tests concluded"
            rows={coverageRows(coverage)}
            onOpen={(id) => {
              go(criterionPath(id));
            }}
          />
        </div>
      )}
    </Card>
  );
}

function Concluded({ list }: { readonly list: Output<'criteria.list'> }) {
  const relevant = list.filter((criterion) => criterion.coverage !== 'notRelevant');
  const concluded = relevant.filter((criterion) => criterion.conclusion?.holds === true).length;
  const stale = relevant.filter((criterion) => criterion.conclusion?.holds === false).length;
  const again = stale === 0 ? '' : `, ${String(stale)} to conclude again because the tests below changed`;
  return <>{`${String(concluded)} of ${String(relevant.length)} criteria concluded${again}`}</>;
}

function criterionPath(id: string): string {
  return targetPath({ entity: 'criterion', id }) ?? '/criteria';
}
