import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import { FileLetterForm } from './FileLetterForm.tsx';
import { LettersTable } from './LettersTable.tsx';
import { SubsequentCard } from './SubsequentCard.tsx';

/** Letters of the client with their signed copies, and events after the period. */
export function LettersPage() {
  const letters = useQuery('letter.list', {});
  const engagement = useQuery('engagement.get', {});
  const [isFiling, setFiling] = useState(false);
  const file = (): void => {
    setFiling(true);
  };
  const close = (): void => {
    setFiling(false);
  };
  usePageChrome({
    breadcrumb: [{ label: 'Letters' }],
    commands: [{ id: 'file-letter', kind: 'action', label: 'File letter', run: file }],
    drawer:
      isFiling && engagement.data !== undefined
        ? {
            title: 'File a letter',
            width: 'preview',
            onClose: close,
            children: <FileLetterForm engagement={engagement.data} onDone={close} />,
          }
        : undefined,
  });
  const onFile = letters.data?.filter((letter) => !letter.withdrawn).length ?? 0;
  return (
    <PageBody>
      <PageHeader
        title="Letters"
        subtitle={`What the client put in writing, with the signed copies. ${countOf(onFile, 'letter')} on file`}
        aside={
          <ActionButton
            label="File letter"
            icon={IconPlus}
            kind={isFiling ? 'default' : 'filled'}
            onPress={file}
          />
        }
      />
      <Answered query={letters} what="the letters" rows={4} rowHeight={42}>
        {(data) =>
          data.length === 0 ? (
            <Card>
              <EmptyState
                sentence="The engagement letter, the management assertion and the representation letter belong here, each with its signed copy."
                action={{ label: 'File letter', onPress: file }}
              />
            </Card>
          ) : (
            <LettersTable letters={data} />
          )
        }
      </Answered>
      <SubsequentCard />
    </PageBody>
  );
}
