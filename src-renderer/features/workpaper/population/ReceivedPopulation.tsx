import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { Answered } from '../../../app/Answered.tsx';
import { useQuery } from '../../../app/client.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { Histogram, WeekdayBars } from '../../../ui/chart/Histogram.tsx';
import { shownDate } from '../../../ui/form/typed-date.ts';
import { Card, CardRow } from '../../../ui/page/Card.tsx';
import { KeyFigures } from '../../../ui/page/KeyFigures.tsx';
import { PageColumns } from '../../../ui/page/PageHeader.tsx';
import { StatusWord } from '../../../ui/status/StatusChip.tsx';
import { countOf, formatCount } from '../../../ui/text/format-number.ts';
import { FiltersCard } from './FiltersCard.tsx';
import { IpeTests } from './IpeTests.tsx';
import { sourceWords } from './population-words.ts';
import type { Health, Population } from './population-words.ts';
import styles from './Population.module.css';
import { ReconcileCard } from './ReconcileCard.tsx';
import { RowsCard } from './RowsCard.tsx';

/** A list in the file: its figures, how it lies over the period, and what was tested of it. */
export function ReceivedPopulation({ population }: { readonly population: Population }) {
  const health = useQuery('population.health', { populationId: population.id });
  const [areRowsShown, setRowsShown] = useState(false);
  return (
    <Answered query={health} what="the population">
      {(data) => (
        <PageColumns
          aside={
            <>
              <ReconcileCard population={population} health={data} />
              <IpeTests population={population} />
            </>
          }
        >
          <div className={styles['head']}>
            <div>
              <div className={styles['name']}>{population.fileName ?? population.title}</div>
              <p className={styles['secondary']}>{sourceWords(population)}</p>
            </div>
            <ActionButton
              label={areRowsShown ? 'Hide rows' : 'See rows'}
              icon={IconEye}
              onPress={() => {
                setRowsShown(!areRowsShown);
              }}
            />
          </div>
          <KeyFigures look="boxed" figures={figuresOf(population, data)} />
          {areRowsShown ? <RowsCard population={population} /> : null}
          <Charts health={data} />
          <Remarks population={population} health={data} />
          <FiltersCard population={population} />
        </PageColumns>
      )}
    </Answered>
  );
}

function figuresOf(population: Population, { months }: Health) {
  const removed = population.filters.reduce((sum, filter) => sum + filter.removedRows, 0);
  const filled = months.filter(({ records }) => records > 0).length;
  const stated = population.statedCount;
  return [
    { value: formatCount(population.rowsInFile), label: 'rows in the file' },
    { before: 'less', value: formatCount(removed), label: 'left out by filters' },
    { value: formatCount(population.recordCount), label: 'in the population', isMain: true },
    ...(stated === null ? [] : [{ value: formatCount(stated), label: 'stated by the client' }]),
    { value: String(filled), after: `of ${String(months.length)}`, label: 'months with rows' },
  ];
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

function Charts({ health }: { readonly health: Health }) {
  const { months, weekdays, records, undated } = health;
  if (records === 0 || undated === records) return null;
  const counts = months.map((month) => month.records);
  const range = `fewest ${formatCount(Math.min(...counts))}, most ${formatCount(Math.max(...counts))}`;
  return (
    <div className={styles['charts']}>
      {months.length === 0 ? null : (
        <Card title="Rows by month" aside={range}>
          <Histogram
            label={`Rows by month, ${range}`}
            heading="Month"
            bars={months.map(({ label, records: count }) => ({ label: label.slice(0, 3), count }))}
            groupSize={3}
          />
        </Card>
      )}
      <Card title="By weekday" aside={formatCount(records)}>
        <WeekdayBars
          label={`${countOf(records, 'row')} by weekday`}
          heading="Weekday"
          bars={WEEKDAYS.map((label, index) => ({ label, count: weekdays[index] ?? 0 }))}
        />
      </Card>
    </div>
  );
}

function Remarks({ population, health }: { readonly population: Population; readonly health: Health }) {
  const lines = healthLines(health);
  return (
    <Card title="Findings" aside="Of the list as it was imported" isFlush>
      {lines.map(({ kind, label, words }) => (
        <CardRow key={label}>
          <div className={styles['entry']}>
            <StatusWord kind={kind} label={label} />
            <p className={styles['secondary']}>{words}</p>
          </div>
        </CardRow>
      ))}
      {population.remarks.map((remark) => (
        <CardRow key={remark}>
          <StatusWord kind="flagged" label={remark} />
        </CardRow>
      ))}
    </Card>
  );
}

interface HealthLine {
  readonly kind: 'done' | 'flagged' | 'blocks';
  readonly label: string;
  readonly words: string;
}

function healthLines(health: Health): readonly HealthLine[] {
  const { undated } = health;
  const isIntact = health.isFileIntact && health.areRowsIntact;
  return [
    {
      kind: isIntact ? 'done' : 'blocks',
      label: 'File and rows',
      words: isIntact ? 'As they were imported' : 'Not as they were imported; do not rely on this list',
    },
    gapLine(health),
    {
      kind: undated === 0 ? 'done' : 'flagged',
      label: 'Dates',
      words: undated === 0 ? 'Every row has its day' : `${countOf(undated, 'row')} without a day`,
    },
    ...frequencyLines(health),
  ];
}

function gapLine({ gaps, longestPause }: Health): HealthLine {
  const spanWords = (span: Health['gaps'][number]): string =>
    `${shownDate(span.start)} to ${shownDate(span.end)}`;
  if (gaps.length > 0)
    return { kind: 'flagged', label: 'Gaps', words: `No row in ${gaps.map(spanWords).join('; ')}` };
  const pause = longestPause === null ? '' : `; longest pause ${spanWords(longestPause)}`;
  return { kind: 'done', label: 'Gaps', words: `No part of the period is empty${pause}` };
}

function frequencyLines({ expected, records }: Health): readonly HealthLine[] {
  if (expected === null) return [];
  const isExpected = records >= expected.fewest && records <= expected.most;
  const times = `${formatCount(expected.fewest)} to ${formatCount(expected.most)} times`;
  return [
    {
      kind: isExpected ? 'done' : 'flagged',
      label: 'Frequency',
      words: `The control runs ${times} in the period; the list has ${countOf(records, 'row')}`,
    },
  ];
}
