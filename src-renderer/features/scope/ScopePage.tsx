import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGo } from '../../app/use-go.ts';
import { useRouteParam } from '../../app/use-route-param.ts';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { TabBar } from '../../ui/page/TabBar.tsx';
import { BoundaryPart } from './BoundaryPart.tsx';
import { CommitmentsPart } from './CommitmentsPart.tsx';
import { ComplementaryPart } from './ComplementaryPart.tsx';
import { DatesPart } from './DatesPart.tsx';
import { PARTS, partCount } from './messages.ts';
import type { PartId } from './messages.ts';
import { NotRelevantPart } from './NotRelevantPart.tsx';
import { OrganizationsPart } from './OrganizationsPart.tsx';
import { SizesPart } from './SizesPart.tsx';
import styles from './ScopePage.module.css';

/** What the engagement covers: boundary, organizations, expected controls, commitments, criteria left out, dates. */
export function ScopePage() {
  const { go } = useGo();
  const asked = useRouteParam('part');
  const part = PARTS.find((known) => known.id === asked) ?? PARTS[0];
  const scope = useQuery('scope.get', {});
  usePageChrome({ breadcrumb: [{ label: 'Scope' }, { label: part.label }] });
  return (
    <PageBody>
      <PageHeader
        title="Scope"
        subtitle="What is written here stands in the description and in the auditor’s report."
      />
      <Answered query={scope} what="the scope" rows={10}>
        {(data) => (
          <div className={styles['panel']}>
            <TabBar
              label="Parts of the scope"
              tabs={PARTS.map(({ id, label }) => ({ id, label, count: partCount(id, data) }))}
              current={part.id}
              onChange={(id) => {
                go(`/scope/${id}`);
              }}
            />
            <div role="tabpanel" id={`panel-${part.id}`} aria-labelledby={`tab-${part.id}`}>
              <PartBody part={part.id} scope={data} />
            </div>
          </div>
        )}
      </Answered>
    </PageBody>
  );
}

function PartBody({ part, scope }: { readonly part: PartId; readonly scope: Output<'scope.get'> }) {
  switch (part) {
    case 'boundary':
      return <BoundaryPart scope={scope} />;
    case 'organizations':
      return <OrganizationsPart scope={scope} />;
    case 'complementary':
      return <ComplementaryPart scope={scope} />;
    case 'commitments':
      return <CommitmentsPart scope={scope} />;
    case 'not-relevant':
      return <NotRelevantPart scope={scope} />;
    case 'dates':
      return <DatesPart />;
    case 'sizes':
      return <SizesPart />;
  }
}
