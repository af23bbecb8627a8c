import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useRouteParam } from '../../app/use-route-param.ts';
import { IconPlayerPlay } from '@tabler/icons-react';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { KeyFigures } from '../../ui/page/KeyFigures.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { TabBar } from '../../ui/page/TabBar.tsx';
import { formatCount } from '../../ui/text/format-number.ts';
import { openCount, type Review } from './access-words.ts';
import { ClientCard } from './ClientCard.tsx';
import { ListsTab } from './ListsTab.tsx';
import { MatchesTab } from './MatchesTab.tsx';
import { RulesTab } from './RulesTab.tsx';
import { RunState } from './RunState.tsx';
import styles from './AccessReview.module.css';

/** One review: its rules with counts, its lists, and the matches that a person confirms. */
export function ReviewPage() {
  const reviewId = useRouteParam('reviewId') ?? '';
  const review = useQuery('accessReview.get', { reviewId });
  usePageChrome({
    breadcrumb: [{ label: 'Access review', href: '#/access-review' }, { label: review.data?.title ?? '' }],
    folio: review.data?.ref,
  });
  return (
    <PageBody>
      <Answered query={review} what="the review">
        {(data) => <ReviewBody review={data} />}
      </Answered>
    </PageBody>
  );
}

type TabId = 'rules' | 'lists' | 'matches';

function daysOf({ asOf, dueOn }: Review): string {
  const due = dueOn === null ? '' : `, due on ${shownDate(dueOn)}`;
  return `User lists as of ${shownDate(asOf)}${due}`;
}

function ReviewBody({ review }: { readonly review: Review }) {
  const [tab, setTab] = useState<TabId>(review.listViews.length === 0 ? 'lists' : 'rules');
  const run = useGatedCommand('accessReview.run', { takesReasons: true });
  const tabs = [
    { id: 'rules', label: 'Rules', count: formatCount(review.rules.length) },
    { id: 'lists', label: 'Lists', count: formatCount(review.listViews.length) },
    { id: 'matches', label: 'Matches to confirm', count: formatCount(review.matchesToConfirm) },
  ] as const;
  return (
    <>
      <PageHeader
        title={review.title}
        subtitle={daysOf(review)}
        aside={
          <ActionButton
            label={review.run === null ? 'Run the rules' : 'Run again'}
            icon={IconPlayerPlay}
            kind="filled"
            isBlocked={review.listViews.length === 0}
            isBusy={run.isBusy}
            onPress={() => {
              if (review.listViews.length === 0) setTab('lists');
              else
                run.run({ reviewId: review.reviewId }, () => {
                  setTab('rules');
                });
            }}
          />
        }
      />
      <CommandBanner command={run} title="The rules are not run" failed="The rules were not run" />
      <RunState review={review} />
      <Figures review={review} />
      <TabBar
        label="Access review"
        tabs={tabs}
        current={tab}
        onChange={(id) => {
          setTab(tabs.find((own) => own.id === id)?.id ?? 'rules');
        }}
      />
      <div id={`panel-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles['stack']}>
        {tab === 'rules' ? <RulesTab review={review} /> : null}
        {tab === 'rules' && review.run !== null ? <ClientCard review={review} /> : null}
        {tab === 'lists' ? <ListsTab review={review} /> : null}
        {tab === 'matches' ? <MatchesTab reviewId={review.reviewId} /> : null}
      </div>
    </>
  );
}

function Figures({ review }: { readonly review: Review }) {
  if (review.run === null) return null;
  const { counts } = review;
  const total = openCount(counts) + counts.deviation + counts.notDeviation + counts.designObservation;
  const ran = review.rules.filter((rule) => rule.run?.didRun === true).length;
  return (
    <KeyFigures
      look="boxed"
      figures={[
        { value: String(ran), after: `of ${String(review.rules.length)}`, label: 'Rules run' },
        { value: formatCount(total), label: 'Exceptions' },
        { value: formatCount(counts.unset), label: 'To decide', isMain: counts.unset > 0 },
        { value: formatCount(counts.toClient), label: 'With the client' },
        { value: formatCount(counts.deviation), label: 'Deviations' },
        { value: formatCount(counts.notDeviation + counts.designObservation), label: 'Other' },
      ]}
    />
  );
}
