import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { SegmentedChoice } from '../../ui/form/SegmentedChoice.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { countOf } from '../../ui/text/format-number.ts';
import { standingOf, type Exception, type Review, type Rule } from './access-words.ts';
import styles from './AccessReview.module.css';

/** Most exceptions shown and decided on at once. */
const most = 500;

const choices = [
  { value: 'all', label: 'All' },
  { value: 'unset', label: 'To decide' },
  { value: 'toClient', label: 'With the client' },
  { value: 'deviation', label: 'Deviations' },
  { value: 'notDeviation', label: 'No deviations' },
  { value: 'designObservation', label: 'Observations' },
] as const;
type Filter = (typeof choices)[number]['value'];

const columns: readonly DataColumn<Exception>[] = [
  { id: 'subject', label: 'Record', width: 270, cell: (row) => row.subject, title: (row) => row.subject },
  { id: 'words', label: 'What was found', cell: (row) => row.words, title: (row) => row.words },
  { id: 'state', label: 'Decision', width: 190, cell: (row) => <StatusChip {...standingOf(row)} /> },
];

const answer: DataColumn<Exception> = {
  id: 'answer',
  label: 'Answer',
  width: 150,
  cell: (row) => row.answer,
  title: (row) => row.answer,
};

interface ExceptionTableProps {
  readonly review: Review;
  readonly rule: Rule;
  readonly chosen: readonly Exception[];
  readonly onChoose: (exceptions: readonly Exception[]) => void;
}

/** What the rule found; a chosen exception is decided on in the drawer. */
export function ExceptionTable({ review, rule, chosen, onChoose }: ExceptionTableProps) {
  const [filter, setFilter] = useState<Filter>('all');
  const exceptions = useQuery('accessReview.exceptions', {
    ...{ reviewId: review.reviewId, ruleId: rule.ruleId, limit: most },
    disposition: filter === 'all' ? null : filter,
  });
  return (
    <>
      <SegmentedChoice
        label="Show"
        isLabelHidden
        choices={choices}
        value={filter}
        onChange={(value) => {
          setFilter(choices.find((own) => own.value === value)?.value ?? 'all');
        }}
      />
      <Answered query={exceptions} what="the exceptions">
        {({ total, exceptions: rows }) => (
          <>
            <DataTable
              label={`Exceptions of ${rule.ruleId}`}
              columns={rows.some((row) => row.answer !== '') ? [...columns, answer] : columns}
              rows={rows}
              rowKey={(row) => row.exceptionId}
              selectedKey={chosen.length === 1 ? chosen[0]?.exceptionId : undefined}
              onSelect={(row) => {
                onChoose([row]);
              }}
              empty={<EmptyState sentence="The rule found nothing here." />}
            />
            {rows.length < 2 ? null : (
              <div className={styles['line']}>
                <ActionButton
                  label={`Decide on these ${String(rows.length)} together`}
                  onPress={() => {
                    onChoose(rows);
                  }}
                />
                {total > rows.length ? (
                  <span className={styles['hint']}>
                    The first {countOf(rows.length, 'exception')} are shown.
                  </span>
                ) : null}
              </div>
            )}
          </>
        )}
      </Answered>
    </>
  );
}
