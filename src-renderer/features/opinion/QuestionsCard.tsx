import { IconScale } from '@tabler/icons-react';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { SegmentedChoice } from '../../ui/form/SegmentedChoice.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import { ReferenceTag } from '../../ui/text/Folio.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import type { PartnerAnswers, Wizard } from './opinion-draft.ts';
import styles from './OpinionPage.module.css';

type Question = Wizard['questions'][number];

interface QuestionsCardProps {
  readonly wizard: Wizard;
  readonly answers: PartnerAnswers;
  readonly onChange: (changes: Partial<PartnerAnswers>) => void;
}

/** The questions in their order: the record answers some, the partner the first and the last. */
export function QuestionsCard({ wizard, answers, onChange }: QuestionsCardProps) {
  return (
    <Card title="Questions" icon={IconScale} aside={countOf(wizard.questions.length, 'question')} isFlush>
      <ol className={styles['questions']}>
        {wizard.questions.map((question) => (
          <li key={question.code} className={styles['question']}>
            <span className={styles['number']} aria-hidden="true">
              {question.number}
            </span>
            <div className={styles['asked']}>
              <h3 className={styles['text']}>{question.text}</h3>
              <RecordAnswer question={question} />
              <PartnerAnswer question={question} answers={answers} onChange={onChange} />
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What the record says, with the criteria or sections behind it. */
function RecordAnswer({ question }: { readonly question: Question }) {
  const { answer, items, code } = question;
  const isForPartner = code === 'evidence' || code === 'pervasive';
  return (
    <div className={styles['record']}>
      {answer === null ? (
        <StatusWord kind="not-yet" label="The record does not say: the partner answers" />
      ) : (
        <StatusWord
          kind={answer ? 'flagged' : 'done'}
          label={`The record says ${answer ? 'yes' : 'no'}${isForPartner ? ', the partner decides' : ''}`}
        />
      )}
      {items.map((item) => (
        <ReferenceTag key={item} reference={item} />
      ))}
    </div>
  );
}

interface PartnerAnswerProps {
  readonly question: Question;
  readonly answers: PartnerAnswers;
  readonly onChange: (changes: Partial<PartnerAnswers>) => void;
}

function PartnerAnswer({ question, answers, onChange }: PartnerAnswerProps) {
  if (question.code === 'evidence')
    return (
      <YesWithText
        label="Evidence is missing"
        isYes={answers.evidenceMissing}
        onYes={(evidenceMissing) => {
          onChange({ evidenceMissing });
        }}
        textLabel="Which evidence is missing"
        text={answers.evidenceMissingText}
        onText={(evidenceMissingText) => {
          onChange({ evidenceMissingText });
        }}
      />
    );
  if (question.code === 'pervasive')
    return (
      <YesWithText
        label="The matter is pervasive"
        isYes={answers.pervasive}
        onYes={(pervasive) => {
          onChange({ pervasive });
        }}
        textLabel="Why it is pervasive"
        text={answers.pervasiveRationale}
        onText={(pervasiveRationale) => {
          onChange({ pervasiveRationale });
        }}
      />
    );
  return null;
}

interface YesWithTextProps {
  readonly label: string;
  readonly isYes: boolean;
  readonly onYes: (isYes: boolean) => void;
  readonly textLabel: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function YesWithText({ label, isYes, onYes, textLabel, text, onText }: YesWithTextProps) {
  return (
    <div className={styles['answer']}>
      <SegmentedChoice
        label={label}
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        value={isYes ? 'yes' : 'no'}
        onChange={(value) => {
          onYes(value === 'yes');
        }}
      />
      {isYes ? <TextAreaField label={textLabel} value={text} onChange={onText} minRows={2} /> : null}
    </div>
  );
}
