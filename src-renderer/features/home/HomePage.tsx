import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { KeyFigures } from '../../ui/page/KeyFigures.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { CoverageCard } from './CoverageCard.tsx';
import { engagementCrumb, engagementWords, headFigures, leftWords } from './home-words.ts';
import styles from './HomePage.module.css';
import { MineCard } from './MineCard.tsx';
import { PhaseStrip } from './PhaseStrip.tsx';
import { PeriodCard } from './PeriodCard.tsx';
import { BlocksCard } from './BlocksCard.tsx';

/** The engagement as a whole: how far it is, what blocks, what waits for me, the period and the criteria. */
export function HomePage() {
  const engagement = useQuery('engagement.get', {});
  const home = useQuery('home.get', {});
  const crumb = engagement.data === undefined ? '' : engagementCrumb(engagement.data);
  usePageChrome({ breadcrumb: [{ label: crumb }] });
  return (
    <PageBody>
      <Answered query={engagement} what="the engagement" rows={1} rowHeight={50}>
        {(data) => (
          <>
            <PageHeader
              title={data.clientName}
              subtitle={engagementWords(data)}
              aside={
                home.data === undefined ? null : (
                  <KeyFigures look="plain" figures={headFigures(home.data.figures)} />
                )
              }
            />
            <Answered query={home} what="the state of the engagement" rows={12}>
              {(state) => <HomeBody engagement={data} home={state} />}
            </Answered>
          </>
        )}
      </Answered>
    </PageBody>
  );
}

interface HomeBodyProps {
  readonly engagement: Output<'engagement.get'>;
  readonly home: Output<'home.get'>;
}

function HomeBody({ engagement, home }: HomeBodyProps) {
  return (
    <>
      <PhaseStrip phases={home.phases} />
      <div className={styles['grid']}>
        <BlocksCard engagement={engagement} blocks={home.blocks} left={leftWords(engagement, home)} />
        <MineCard tasks={home.mine} />
        <PeriodCard engagement={engagement} timeline={home.timeline} />
        <CoverageCard coverage={home.coverage} hasControls={(home.places['controls']?.total ?? 0) > 0} />
      </div>
    </>
  );
}
