import { Answered } from '../../../app/Answered.tsx';
import { useQuery } from '../../../app/client.ts';
import { PageColumns } from '../../../ui/page/PageHeader.tsx';
import { EvidenceCard } from '../evidence/EvidenceCard.tsx';
import styles from '../WorkpaperPage.module.css';
import { DesignConclusion } from './DesignConclusion.tsx';
import { Procedures } from './Procedures.tsx';
import { Walkthrough } from './Walkthrough.tsx';

/** The design test of a control: procedures, the walkthrough with its evidence, and the conclusion (gates D1, D2). */
export function DesignTab({ controlId }: { readonly controlId: string }) {
  const design = useQuery('design.get', { controlId });
  return (
    <Answered query={design} what="the design test" rows={8}>
      {(data) => (
        <PageColumns
          aside={
            <EvidenceCard
              target={{ kind: 'test', id: data.testId }}
              title="Walkthrough evidence"
              place="the walkthrough"
            />
          }
        >
          <div className={styles['stack']}>
            <Procedures design={data} />
            <Walkthrough key={`${data.instance} ${data.body}`} design={data} />
            <DesignConclusion key={data.testRevision} design={data} />
          </div>
        </PageColumns>
      )}
    </Answered>
  );
}
