import { IconArrowsDiff, IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { Answered } from '../../../app/Answered.tsx';
import { useQuery } from '../../../app/client.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { Histogram, WeekdayBars } from '../../../ui/chart/Histogram.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { KeyFigures } from '../../../ui/page/KeyFigures.tsx';
import { PageColumns } from '../../../ui/page/PageHeader.tsx';
import { countOf, formatCount } from '../../../ui/text/format-number.ts';
import { ColumnsCard, HoursCard } from './ColumnsCard.tsx';
import { CompareCard } from './CompareCard.tsx';
import { FiltersCard } from './FiltersCard.tsx';
import { FindingsCard } from './FindingsCard.tsx';
import { IpeTests } from './IpeTests.tsx';
import { sourceWords } from './population-words.ts';
import type { Health, Population } from './population-words.ts';
import styles from './Population.module.css';
import { ReconcileCard } from './ReconcileCard.tsx';
import { RowsCard } from './RowsCard.tsx';

/** A list in the file: its figures, how it lies over the period, and what was tested of it. */
export function ReceivedPopulation({ population }: { readonly population: Population }) {
  const health = useQuery('population.health', { populationId: population.id });
  const [shown, setShown] = useState<'rows' | 'comparison' | null>(null);
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
            <div className={styles['buttons']}>
              <ActionButton
                label="Compare lists"
                icon={IconArrowsDiff}
                onPress={() => {
                  setShown(shown === 'comparison' ? null : 'comparison');
                }}
              />
              <ActionButton
                label={shown === 'rows' ? 'Hide rows' : 'See rows'}
                icon={IconEye}
                onPress={() => {
                  setShown(shown === 'rows' ? null : 'rows');
                }}
              />
            </div>
          </div>
          <KeyFigures look="boxed" figures={figuresOf(population, data)} />
          {shown === 'rows' ? <RowsCard population={population} /> : null}
          {shown === 'comparison' ? <CompareCard population={population} /> : null}
          <Charts health={data} />
          <HoursCard populationId={population.id} />
          <FindingsCard population={population} isIntact={data.isFileIntact && data.areRowsIntact} />
          <FiltersCard population={population} />
          <ColumnsCard populationId={population.id} />
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
