import { IconAlertSquareRounded, IconGridDots, IconTimeline, IconUser } from '@tabler/icons-react';
import { HeatMap } from '../../src-renderer/ui/chart/HeatMap.tsx';
import { Timeline } from '../../src-renderer/ui/chart/Timeline.tsx';
import { GateListRow } from '../../src-renderer/ui/gate/GateRow.tsx';
import { Card, CardRow } from '../../src-renderer/ui/page/Card.tsx';
import { KeyFigures } from '../../src-renderer/ui/page/KeyFigures.tsx';
import { PageBody, PageHeader } from '../../src-renderer/ui/page/PageHeader.tsx';
import { ShareBar } from '../../src-renderer/ui/status/ProgressBar.tsx';
import { SampleFrame } from './sample-frame.tsx';
import { BLOCKS, HEAT_ROWS, MINE, TIMELINE_ROWS } from './sample-home.ts';
import styles from './gallery.module.css';

const FIGURES = [
  { value: '48', label: 'days to report date' },
  { value: '12', after: 'of 59', label: 'tests concluded' },
  { value: '3', label: 'deviations' },
  { value: '11', label: 'open notes' },
];

/** The engagement at a glance, as the home mockup draws it. */
export function HomeView() {
  return (
    <SampleFrame current="home" breadcrumb={[{ label: 'Type II, 30 Jun 2026' }]}>
      <PageBody>
        <PageHeader
          title="Northwind Hosting, Inc."
          subtitle="SOC 2 Type II, 1 Jul 2025 to 30 Jun 2026. Security, Availability, Confidentiality"
          aside={<KeyFigures look="plain" figures={FIGURES} />}
        />
        <Card>
          <div className={styles['phases']}>
            <ShareBar label="Design" done={41} total={47} />
            <ShareBar label="Populations" done={19} total={31} />
            <ShareBar label="Tests" done={12} total={59} />
            <ShareBar label="Criteria" done={3} total={38} />
          </div>
        </Card>
        <div className={styles['two']}>
          <Card
            title="What blocks"
            icon={IconAlertSquareRounded}
            tone="block"
            aside="3 block, 1 needs a reason"
            isFlush
          >
            {BLOCKS.map((gate) => (
              <GateListRow key={gate.code} gate={gate} />
            ))}
          </Card>
          <Card title="Mine" icon={IconUser} aside="6 open" isFlush>
            {MINE.map(([reference, text, due]) => (
              <CardRow key={reference}>
                <b>{reference}</b> {text} <span className={styles['hint']}>{due}</span>
              </CardRow>
            ))}
          </Card>
        </div>
        <div className={styles['two']}>
          <Card title="The period and its samples" icon={IconTimeline} aside="8 of 31 populations shown">
            <Timeline
              label="Items tested over the period, 1 Jul 2025 to 30 Jun 2026, by test."
              start="2025-07-01"
              end="2026-06-30"
              rows={TIMELINE_ROWS}
              onOpen={() => undefined}
            />
          </Card>
          <Card title="Criteria coverage" icon={IconGridDots} aside="3 of 38 concluded">
            <HeatMap
              label="Tests concluded by criterion."
              scaleLabel="Tests concluded"
              rows={HEAT_ROWS}
              onOpen={() => undefined}
            />
          </Card>
        </div>
      </PageBody>
    </SampleFrame>
  );
}
