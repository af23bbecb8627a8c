import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGo } from '../../app/use-go.ts';
import { useRouteParam } from '../../app/use-route-param.ts';
import { KeyFigures } from '../../ui/page/KeyFigures.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { TabBar } from '../../ui/page/TabBar.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { formatCount } from '../../ui/text/format-number.ts';
import {
  comparedLists,
  openCount,
  reviewPath,
  type Exception,
  type Review,
  type Rule,
} from './access-words.ts';
import { DispositionForm } from './DispositionForm.tsx';
import { ExceptionTable } from './ExceptionTable.tsx';
import { FiguresCard } from './FiguresCard.tsx';
import { ItemTable } from './ItemTable.tsx';
import { RunState } from './RunState.tsx';
import { TakeCard } from './TakeCard.tsx';
import styles from './AccessReview.module.css';

/** One rule: population, compared, exceptions with what was decided, and every record it looked at. */
export function RulePage() {
  const reviewId = useRouteParam('reviewId') ?? '';
  const ruleId = useRouteParam('ruleId') ?? '';
  // Another rule begins anew: its drawer, its tab and its figures are its own.
  return <OneRule key={`${reviewId} ${ruleId}`} reviewId={reviewId} ruleId={ruleId} />;
}

function OneRule({ reviewId, ruleId }: { readonly reviewId: string; readonly ruleId: string }) {
  const review = useQuery('accessReview.get', { reviewId });
  const [chosen, setChosen] = useState<readonly Exception[]>([]);
  const close = (): void => {
    setChosen([]);
  };
  usePageChrome({
    breadcrumb: [
      { label: 'Access review', href: '#/access-review' },
      { label: review.data?.title ?? '', href: `#${reviewPath(reviewId)}` },
      { label: ruleId },
    ],
    folio: review.data?.ref,
    drawer:
      chosen.length === 0
        ? undefined
        : {
            ...drawerHead(chosen),
            onClose: close,
            children: (
              <DispositionForm
                key={chosen.map((own) => own.exceptionId).join()}
                exceptions={chosen}
                onDone={close}
              />
            ),
          },
  });
  return (
    <PageBody>
      <Answered query={review} what="the rule">
        {(data) => {
          const rule = data.rules.find((own) => own.ruleId === ruleId);
          if (rule === undefined)
            return <EmptyState sentence={`This engagement does not use rule ${ruleId}.`} />;
          return <RuleBody review={data} rule={rule} onChoose={setChosen} chosen={chosen} />;
        }}
      </Answered>
    </PageBody>
  );
}

function drawerHead(chosen: readonly Exception[]): { readonly title: string; readonly subtitle?: string } {
  const [first, ...others] = chosen;
  if (first === undefined || others.length > 0) return { title: `${String(chosen.length)} exceptions` };
  return { title: first.subject, subtitle: first.reference };
}

interface RuleBodyProps {
  readonly review: Review;
  readonly rule: Rule;
  readonly chosen: readonly Exception[];
  readonly onChoose: (exceptions: readonly Exception[]) => void;
}

function RuleBody(props: RuleBodyProps) {
  const { review, rule } = props;
  const { run, counts } = rule;
  return (
    <>
      <PageHeader
        title={`${rule.ruleId}  ${rule.title}`}
        subtitle={`${comparedLists(rule.compares)}: an exception where ${rule.finds}.`}
      />
      <RunState review={review} />
      {run?.didRun !== true ? (
        <>
          <NotRun review={review} rule={rule} />
          <FiguresCard review={review} rule={rule} />
        </>
      ) : (
        <>
          <KeyFigures
            look="boxed"
            figures={[
              { value: formatCount(run.population), label: 'Population' },
              { value: formatCount(run.compared), label: 'Compared' },
              { value: formatCount(run.exceptions), label: 'Exceptions', isMain: run.exceptions > 0 },
              { value: formatCount(openCount(counts)), label: 'To decide' },
              { value: formatCount(counts.deviation), label: 'Deviations' },
            ]}
          />
          <p className={styles['secondary']}>{rule.sentence}</p>
          <RuleTabs {...props} exceptions={run.exceptions} population={run.population} />
        </>
      )}
    </>
  );
}

type TabId = 'exceptions' | 'items' | 'use';

interface RuleTabsProps extends RuleBodyProps {
  readonly exceptions: number;
  readonly population: number;
}

function RuleTabs({ review, rule, chosen, onChoose, exceptions, population }: RuleTabsProps) {
  const [tab, setTab] = useState<TabId>('exceptions');
  const tabs = [
    { id: 'exceptions', label: 'Exceptions', count: formatCount(exceptions) },
    { id: 'items', label: 'All items', count: formatCount(population) },
    { id: 'use', label: 'Figures and test' },
  ] as const;
  return (
    <>
      <TabBar
        label={`Rule ${rule.ruleId}`}
        tabs={tabs}
        current={tab}
        onChange={(id) => {
          onChoose([]);
          setTab(tabs.find((own) => own.id === id)?.id ?? 'exceptions');
        }}
      />
      <div id={`panel-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles['stack']}>
        {tab === 'exceptions' ? (
          <ExceptionTable review={review} rule={rule} chosen={chosen} onChoose={onChoose} />
        ) : null}
        {tab === 'items' ? <ItemTable review={review} rule={rule} /> : null}
        {tab === 'use' ? <FiguresCard review={review} rule={rule} /> : null}
        {tab === 'use' ? <TakeCard review={review} rule={rule} /> : null}
      </div>
    </>
  );
}

function NotRun({ review, rule }: { readonly review: Review; readonly rule: Rule }) {
  const { go } = useGo();
  const sentence =
    rule.missing.length === 0 ? 'The rule was not run yet.' : `The rule lacks ${rule.missing.join(', ')}.`;
  return (
    <EmptyState
      sentence={sentence}
      action={{
        label: 'Open the review',
        onPress: () => {
          go(reviewPath(review.reviewId));
        },
      }}
    />
  );
}
