import { useQuery } from '../../app/client.ts';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { StatusBar } from '../../ui/frame/StatusBar.tsx';
import { Logo } from '../../ui/icon/Logo.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { FirmCard } from './FirmCard.tsx';
import { FirmKeyCard } from './FirmKeyCard.tsx';
import { GuidanceCard } from './GuidanceCard.tsx';
import { PersonsCard } from './PersonsCard.tsx';
import styles from './PersonsPage.module.css';

/** The persons of this computer and the firm that they work for. */
export function PersonsPage() {
  const { back } = useGo();
  const firm = useQuery('firm.get', {});
  const guidance = useQuery('guidance.firm', {});
  return (
    <div className={styles['frame']}>
      <header className={styles['top']}>
        <Logo />
        <span className={styles['brand']}>Tickmark</span>
        <ActionButton
          label="Close"
          kind="quiet"
          onPress={() => {
            back('/');
          }}
        />
      </header>
      <main className={styles['main']} data-region="main" tabIndex={-1}>
        <div className={styles['inner']}>
          <PageBody>
            <PageHeader
              title="Persons and firm"
              subtitle="Kept on this computer. An engagement takes a copy of what its report and its journal name."
            />
            <PersonsCard />
            {firm.data === undefined ? null : <FirmCard key={firm.data?.name ?? ''} firm={firm.data} />}
            <FirmKeyCard />
            {guidance.data === undefined ? null : <GuidanceCard guidance={guidance.data} />}
          </PageBody>
        </div>
      </main>
      <StatusBar />
    </div>
  );
}
