import { IconTimeline } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../app/client.ts';
import { paperPath } from '../../app/target-path.ts';
import { useGo } from '../../app/use-go.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { Timeline } from '../../ui/chart/Timeline.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { Card } from '../../ui/page/Card.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { ROWS_SHOWN, tellingRows, timelineRow } from './home-charts.ts';
import styles from './HomePage.module.css';

interface PeriodCardProps {
  readonly engagement: Output<'engagement.get'>;
  readonly timeline: Output<'home.get'>['timeline'];
}

/** The period with every sample on it; for a Type I engagement its date. */
export function PeriodCard({ engagement, timeline }: PeriodCardProps) {
  const { go } = useGo();
  const [showsAll, setShowsAll] = useState(false);
  if (timeline === null) return <AsOfCard date={engagement.asOfDate} />;
  const rows = showsAll ? timeline.rows : tellingRows(timeline.rows, ROWS_SHOWN);
  const { start, end } = timeline;
  return (
    <Card
      title="The period and its samples"
      icon={IconTimeline}
      aside={`${String(rows.length)} of ${String(timeline.rows.length)} samples shown`}
      isFlush={rows.length > 0}
    >
      {rows.length === 0 ? (
        <EmptyState
          sentence={`Items that are drawn stand here on their days, from ${shownDate(start)} to ${shownDate(end)}.`}
          action={{
            label: 'Go to populations',
            onPress: () => {
              go('/populations');
            },
          }}
        />
      ) : (
        <div className={styles['chart']}>
          <Timeline
            label={`${String(rows.length)} samples over the period ${shownDate(start)} to ${shownDate(end)}`}
            start={start}
            end={end}
            rows={rows.map(timelineRow)}
            onOpen={(workpaperId) => {
              go(paperPath(workpaperId));
            }}
          />
          {timeline.rows.length > ROWS_SHOWN ? (
            <div className={styles['more']}>
              <TextLink
                label={showsAll ? 'Show fewer' : `Show all ${String(timeline.rows.length)}`}
                onPress={() => {
                  setShowsAll(!showsAll);
                }}
              />
            </div>
          ) : null}
        </div>
      )}
    </Card>
  );
}

function AsOfCard({ date }: { readonly date: string | null }) {
  return (
    <Card title="As of one date" icon={IconTimeline} isFlush>
      <div className={styles['note']}>
        A Type I engagement reports on the design of controls as of {shownDate(date ?? '')}. Operation over a
        period is not tested, so there are no samples.
      </div>
    </Card>
  );
}
