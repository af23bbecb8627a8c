import { IconListCheck } from '@tabler/icons-react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { gateMessage } from '../../app/gate-messages.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGo } from '../../app/use-go.ts';
import { useRouteParam } from '../../app/use-route-param.ts';
import { GateBanner } from '../../ui/gate/GateBanner.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { PageBody, PageColumns, PageHeader } from '../../ui/page/PageHeader.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import { ConclusionForm } from './ConclusionForm.tsx';
import { ControlTests } from './ControlTests.tsx';
import { standing } from './criteria-words.ts';
import type { Criterion } from './criteria-words.ts';

/** One criterion: the controls that answer it, their tests, and the conclusion on them. */
export function CriterionPage() {
  const id = useRouteParam('criterionId');
  const list = useQuery('criteria.list', {});
  const { go, hrefOf } = useGo();
  const criterion = list.data?.find((row) => row.id === id || row.code === id);
  usePageChrome({
    breadcrumb: [
      {
        label: 'Criteria',
        href: hrefOf('/criteria'),
        onGo: () => {
          go('/criteria');
        },
      },
      { label: criterion?.code ?? 'Criterion' },
    ],
  });
  return (
    <PageBody>
      <Answered query={list} what="the criterion" rows={10}>
        {() =>
          criterion === undefined ? (
            <EmptyState
              sentence="This criterion is not in scope of the engagement."
              action={{
                label: 'Show all criteria',
                onPress: () => {
                  go('/criteria');
                },
              }}
            />
          ) : (
            <CriterionBody key={criterion.id} criterion={criterion} />
          )
        }
      </Answered>
    </PageBody>
  );
}

function CriterionBody({ criterion }: { readonly criterion: Criterion }) {
  const { code, title, description, category, controls, findings } = criterion;
  return (
    <>
      <PageHeader
        title={`${code} ${title}`}
        subtitle={description === '' ? category : description}
        aside={<StatusChip {...standing(criterion)} />}
      />
      <GateBanner gates={findings.map((found) => gateMessage(found))} title={`What ${code} still needs`} />
      <PageColumns aside={<ConclusionForm criterion={criterion} />}>
        <Card
          title="Controls and their tests"
          icon={IconListCheck}
          aside={countOf(controls.length, 'control')}
          isFlush
        >
          <ControlTests criterion={criterion} />
        </Card>
      </PageColumns>
    </>
  );
}
