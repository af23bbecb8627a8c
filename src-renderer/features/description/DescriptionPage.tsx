import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { classNames } from '../../ui/class-names.ts';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import type { Section } from './description-parts.ts';
import styles from './DescriptionPage.module.css';
import { SectionForm } from './SectionForm.tsx';

/** The client's description of its system, criterion by criterion (DC1 to DC9). */
export function DescriptionPage() {
  const { go, hrefOf } = useGo();
  const description = useQuery('description.get', {});
  usePageChrome({
    breadcrumb: [
      {
        label: 'Report',
        href: hrefOf('/report'),
        onGo: () => {
          go('/report');
        },
      },
      { label: 'Description' },
    ],
  });
  const answered = description.data?.filter((section) => section.isAnswered).length ?? 0;
  return (
    <PageBody>
      <PageHeader
        title="Description of the system"
        subtitle={`The words of the client, by description criterion. ${String(answered)} of ${String(description.data?.length ?? 9)} answered`}
        aside={
          <ActionButton
            label="Back to report"
            onPress={() => {
              go('/report');
            }}
          />
        }
      />
      <Answered query={description} what="the description" rows={9} rowHeight={42}>
        {(sections) => <Sections sections={sections} />}
      </Answered>
    </PageBody>
  );
}

function Sections({ sections }: { readonly sections: readonly Section[] }) {
  const firstOpen = sections.find((section) => !section.isAnswered) ?? sections[0];
  const [chosen, setChosen] = useState(firstOpen?.code);
  return (
    <div className={styles['columns']}>
      <nav aria-label="Description criteria">
        <ul className={styles['list']}>
          {sections.map((section) => (
            <li key={section.code}>
              <button
                type="button"
                className={classNames(styles['item'], section.code === chosen && styles['current'])}
                aria-current={section.code === chosen ? 'true' : undefined}
                onClick={() => {
                  setChosen(section.code);
                }}
              >
                <span className={styles['code']}>{section.code}</span>
                <span>{section.title}</span>
                <SectionState section={section} />
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div>
        {sections.map((section) => (
          // Every form stays, so that what is typed is kept while another criterion is read.
          <div key={section.code} hidden={section.code !== chosen}>
            <SectionForm section={section} />
          </div>
        ))}
      </div>
    </div>
  );
}

function SectionState({ section }: { readonly section: Section }) {
  if (section.misstated) return <StatusWord kind="flagged" label="Misstated" />;
  if (!section.isAnswered) return <StatusWord kind="blocks" label="Not answered" />;
  return <StatusWord kind="done" label={section.noneToReport ? 'None to report' : 'Answered'} />;
}
