import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { PageBody, PageColumns, PageHeader } from '../../ui/page/PageHeader.tsx';
import { AcceptanceForm } from './AcceptanceForm.tsx';
import { IndependenceCard } from './IndependenceCard.tsx';
import { TeamCard } from './TeamCard.tsx';

/** The acceptance form, the team and its independence. */
export function AcceptancePage() {
  const form = useQuery('acceptance.get', {});
  const team = useQuery('team.list', {});
  usePageChrome({ breadcrumb: [{ label: 'Acceptance and team' }] });
  return (
    <PageBody>
      <PageHeader
        title="Acceptance and team"
        subtitle="The engagement is accepted by its partner; who works on it confirms independence for it."
      />
      <PageColumns
        aside={
          <Answered query={team} what="the team" rows={5}>
            {(members) => (
              <>
                <IndependenceCard members={members} />
                <TeamCard members={members} />
              </>
            )}
          </Answered>
        }
      >
        <Answered query={form} what="the acceptance form" rows={8} rowHeight={50}>
          {(data) => <AcceptanceForm form={data} />}
        </Answered>
      </PageColumns>
    </PageBody>
  );
}
