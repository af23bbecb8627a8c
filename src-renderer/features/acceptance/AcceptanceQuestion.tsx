import { useState } from 'react';
import type { Input, Output } from '../../app/client.ts';
import type { GatedCommand } from '../../app/use-gated-command.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { SegmentedChoice } from '../../ui/form/SegmentedChoice.tsx';
import styles from './AcceptancePage.module.css';

type Question = Output<'acceptance.get'>['questions'][number];
type Answer = Input<'acceptance.answer'>;

const ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'notApplicable', label: 'Not applicable' },
] as const;

interface AcceptanceQuestionProps {
  readonly question: Question;
  readonly answer: GatedCommand<'acceptance.answer'>;
}

/** One question with its answer and a note; each answer is recorded as it is given. */
export function AcceptanceQuestion({ question, answer }: AcceptanceQuestionProps) {
  const [isNoting, setNoting] = useState(false);
  const [note, setNote] = useState(question.note);
  const record = (value: string, text: string): void => {
    const chosen = ANSWERS.find((known) => known.value === value);
    if (chosen === undefined) return;
    // The questions come from the program itself, which takes back the codes that it gave out.
    const code = question.code as Answer['question'];
    answer.run({ question: code, answer: chosen.value, note: text });
  };
  return (
    <div className={styles['question']}>
      <div className={styles['words']}>{question.text}</div>
      <SegmentedChoice
        label={question.text}
        isLabelHidden
        choices={ANSWERS}
        value={question.answer ?? undefined}
        onChange={(value) => {
          record(value, note);
        }}
      />
      {isNoting ? (
        <div className={styles['note']}>
          <TextAreaField label="Note" value={note} minRows={2} onChange={setNote} />
          <TextLink
            label="Record note"
            onPress={() => {
              setNoting(false);
              record(question.answer ?? 'yes', note);
            }}
          />
        </div>
      ) : (
        <div className={styles['written']}>
          {question.note}{' '}
          {question.answer === null ? null : (
            <TextLink
              label={question.note === '' ? 'Add note' : 'Change note'}
              spokenLabel={`${question.note === '' ? 'Add' : 'Change'} note: ${question.text}`}
              onPress={() => {
                setNoting(true);
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}
