import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { SegmentedChoice } from '../../ui/form/SegmentedChoice.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { formatCount } from '../../ui/text/format-number.ts';
import type { Item, Review, Rule } from './access-words.ts';
import styles from './AccessReview.module.css';

const pageSize = 500;

const verdicts = {
  agrees: { kind: 'done', label: 'Agrees' },
  exception: { kind: 'flagged', label: 'Exception' },
  notCompared: { kind: 'none', label: 'Not compared' },
} as const;

const choices = [
  { value: 'all', label: 'All' },
  { value: 'agrees', label: 'Agrees' },
  { value: 'exception', label: 'Exceptions' },
  { value: 'notCompared', label: 'Not compared' },
] as const;
type Filter = (typeof choices)[number]['value'];

const columns: readonly DataColumn<Item>[] = [
  { id: 'label', label: 'Record', width: 260, cell: (row) => row.label, title: (row) => row.label },
  { id: 'list', label: 'List', width: 140, cell: (row) => row.list, title: (row) => row.list },
  { id: 'row', label: 'Row', width: 70, align: 'right', cell: (row) => row.rows[0] ?? '' },
  { id: 'verdict', label: 'Result', width: 130, cell: (row) => <StatusWord {...verdicts[row.verdict]} /> },
  { id: 'words', label: 'Why', cell: (row) => row.words, title: (row) => row.words },
];

/** Every record that the rule is about, as the lists stand now. */
export function ItemTable({ review, rule }: { readonly review: Review; readonly rule: Rule }) {
  const [filter, setFilter] = useState<Filter>('all');
  const [offset, setOffset] = useState(0);
  const items = useQuery('accessReview.items', {
    ...{ reviewId: review.reviewId, ruleId: rule.ruleId, offset, limit: pageSize },
    verdict: filter === 'all' ? null : filter,
  });
  return (
    <>
      <SegmentedChoice
        label="Show"
        isLabelHidden
        choices={choices}
        value={filter}
        onChange={(value) => {
          setOffset(0);
          setFilter(choices.find((own) => own.value === value)?.value ?? 'all');
        }}
      />
      <Answered query={items} what="the records">
        {({ total, items: rows }) => (
          <>
            <DataTable
              label={`Records of ${rule.ruleId}`}
              columns={columns}
              rows={rows.map((row, index) => ({ ...row, key: `${String(index)} ${row.key}` }))}
              rowKey={(row) => row.key}
              empty={<EmptyState sentence="There is no such record." />}
            />
            {total <= pageSize ? null : <Pages offset={offset} total={total} onOffset={setOffset} />}
          </>
        )}
      </Answered>
    </>
  );
}

interface PagesProps {
  readonly offset: number;
  readonly total: number;
  readonly onOffset: (offset: number) => void;
}

function Pages({ offset, total, onOffset }: PagesProps) {
  const last = Math.min(offset + pageSize, total);
  return (
    <div className={styles['line']}>
      <ActionButton
        label="Previous"
        isBlocked={offset === 0}
        onPress={() => {
          if (offset > 0) onOffset(offset - pageSize);
        }}
      />
      <ActionButton
        label="Next"
        isBlocked={last === total}
        onPress={() => {
          if (last < total) onOffset(offset + pageSize);
        }}
      />
      <span className={styles['hint']}>
        {formatCount(offset + 1)} to {formatCount(last)} of {formatCount(total)}
      </span>
    </div>
  );
}
