import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { FieldRow, TextField } from '../../ui/form/FormField.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { Card } from '../../ui/page/Card.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { countOf, formatCount } from '../../ui/text/format-number.ts';
import { openCount, reviewPath, type ReviewLine } from './access-words.ts';
import styles from './AccessReview.module.css';

/** Every access review of the engagement; Enter opens one. */
export function ReviewsPage() {
  const reviews = useQuery('accessReview.list', {});
  usePageChrome({ breadcrumb: [{ label: 'Access review' }] });
  return (
    <PageBody>
      <Answered query={reviews} what="the access reviews">
        {(rows) => (
          <>
            <PageHeader
              title="Access review"
              subtitle="The client's access lists against HR, terminations, role matrix, approvals and just-in-time grants"
            />
            <ReviewTable rows={rows} />
            <NewReview />
          </>
        )}
      </Answered>
    </PageBody>
  );
}

const columns: readonly DataColumn<ReviewLine>[] = [
  { id: 'ref', label: 'Ref', width: 90, isMono: true, cell: (row) => row.ref },
  { id: 'title', label: 'Review', cell: (row) => row.title, title: (row) => row.title },
  { id: 'asOf', label: 'As of', width: 110, cell: (row) => shownDate(row.asOf) },
  { id: 'lists', label: 'Lists', width: 70, align: 'right', cell: (row) => row.lists },
  {
    id: 'deviations',
    label: 'Deviations',
    width: 100,
    align: 'right',
    cell: (row) => formatCount(row.counts.deviation),
  },
  { id: 'state', label: 'State', width: 170, cell: (row) => <StatusChip {...standing(row)} /> },
];

function standing({ lastRunAt, counts }: ReviewLine) {
  if (lastRunAt === null) return { kind: 'not-yet', label: 'Not run' } as const;
  const open = openCount(counts);
  if (open > 0) return { kind: 'flagged', label: `${formatCount(open)} to decide` } as const;
  return { kind: 'done', label: 'Decided' } as const;
}

function ReviewTable({ rows }: { readonly rows: readonly ReviewLine[] }) {
  const { go } = useGo();
  return (
    <DataTable
      label={countOf(rows.length, 'access review')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.reviewId}
      onSelect={() => undefined}
      onOpen={(row) => {
        go(reviewPath(row.reviewId));
      }}
      empty={
        <EmptyState sentence="A review takes the lists of one day and compares them by the rules W0 to W21." />
      }
    />
  );
}

function NewReview() {
  const [title, setTitle] = useState('');
  const [asOf, setAsOf] = useState<string>();
  const [reviewedOn, setReviewedOn] = useState<string>();
  const [dueOn, setDueOn] = useState<string>();
  const open = useGatedCommand('accessReview.open');
  const { go } = useGo();
  const isBlocked = title.trim() === '' || asOf === undefined;
  return (
    <Card title="New review">
      <div className={styles['stack']}>
        <CommandBanner command={open} title="The review is not opened" failed="The review was not opened" />
        <TextField
          label="Title"
          value={title}
          onChange={setTitle}
          hint="Such as “Second quarter, all systems”"
        />
        <FieldRow columns={3}>
          <DateField label="User lists as of" value={asOf} onChange={setAsOf} />
          <DateField label="Reviewed by the client on" value={reviewedOn} onChange={setReviewedOn} />
          <DateField label="Review due on" value={dueOn} onChange={setDueOn} />
        </FieldRow>
        <div>
          <ActionButton
            label="Open review"
            isBlocked={isBlocked}
            isBusy={open.isBusy}
            onPress={() => {
              if (asOf === undefined || isBlocked) return;
              const dates = { asOf, reviewedOn: reviewedOn ?? null, dueOn: dueOn ?? null };
              open.run({ title, ...dates }, ({ reviewId }) => {
                go(reviewPath(reviewId));
              });
            }}
          />
        </div>
      </div>
    </Card>
  );
}
