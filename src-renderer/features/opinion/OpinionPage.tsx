import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGo } from '../../app/use-go.ts';
import { useInstantWords } from '../../app/use-instant-words.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { PageBody, PageColumns, PageHeader } from '../../ui/page/PageHeader.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { DecisionCard } from './DecisionCard.tsx';
import { answersOf, partLabel } from './opinion-draft.ts';
import type { PartnerAnswers, Wizard } from './opinion-draft.ts';
import { QuestionsCard } from './QuestionsCard.tsx';

/** The questions that lead to the opinion, what the record answers, and the partner’s decision. */
export function OpinionPage() {
  const onRecord = useQuery('opinion.get', {});
  usePageChrome({ breadcrumb: [{ label: 'Opinion' }] });
  return (
    <PageBody>
      <PageHeader
        title="Opinion"
        subtitle={onRecord.data === undefined ? null : <OpenWords open={onRecord.data.openCriteria} />}
        aside={onRecord.data === undefined ? null : <DecidedChip wizard={onRecord.data} />}
      />
      <Answered query={onRecord} what="the opinion" rows={10}>
        {(data) => <Wizardry key={data.opinion?.decidedAt ?? 'open'} onRecord={data} />}
      </Answered>
    </PageBody>
  );
}

function Wizardry({ onRecord }: { readonly onRecord: Wizard }) {
  const [answers, setAnswers] = useState<PartnerAnswers>(() => answersOf(onRecord));
  const { evidenceMissing, pervasive } = answers;
  const asked = useQuery('opinion.get', { evidenceMissing, pervasive });
  const wizard = asked.data ?? onRecord;
  return (
    <PageColumns aside={<DecisionCard wizard={wizard} answers={answers} />}>
      <QuestionsCard
        wizard={wizard}
        answers={answers}
        onChange={(changes) => {
          setAnswers({ ...answers, ...changes });
        }}
      />
    </PageColumns>
  );
}

function OpenWords({ open }: { readonly open: number }) {
  const { go, hrefOf } = useGo();
  if (open === 0) return <>Every criterion is concluded.</>;
  const words = `${String(open)} ${open === 1 ? 'criterion is' : 'criteria are'} not concluded. `;
  return (
    <>
      {words}
      <TextLink
        label="Go to criteria"
        href={hrefOf('/criteria')}
        onPress={() => {
          go('/criteria');
        }}
      />
    </>
  );
}

function DecidedChip({ wizard }: { readonly wizard: Wizard }) {
  const { opinion, contradictions } = wizard;
  const { day } = useInstantWords();
  if (opinion === null) return <StatusChip kind="not-yet" label="Not decided" />;
  const words = `${partLabel(opinion.overall)}, ${opinion.decidedBy}, ${day(opinion.decidedAt)}`;
  return <StatusChip kind={contradictions.length > 0 ? 'blocks' : 'done'} label={words} />;
}
