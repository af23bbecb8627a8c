import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { KeptWords } from '../../app/KeptWords.tsx';
import { useKeptTexts } from '../../app/use-kept-texts.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useInstantWords } from '../../app/use-instant-words.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { RadioCards, SegmentedChoice } from '../../ui/form/SegmentedChoice.tsx';
import { Card } from '../../ui/page/Card.tsx';
import type { InstantWords } from '../../ui/text/instant-words.ts';
import { CompensatingControls } from './CompensatingControls.tsx';
import { draftOf } from './conclusion-draft.ts';
import type { ConclusionDraft } from './conclusion-draft.ts';
import { resultLabel, RESULTS } from './criteria-words.ts';
import type { Criterion } from './criteria-words.ts';
import styles from './CriteriaPage.module.css';

/** The conclusion on a criterion; gates V2 and V3 answer in place. */
export function ConclusionForm({ criterion }: { readonly criterion: Criterion }) {
  const { day } = useInstantWords();
  const [choices, setChoices] = useState(() => draftOf(criterion));
  const kept = useKeptTexts(`criterion ${criterion.code}`, { rationale: draftOf(criterion).rationale });
  const draft = { ...choices, ...kept.texts };
  const conclude = useGatedCommand('criteria.conclude', { takesReasons: true });
  const toast = useToast();
  const change = (changes: Partial<ConclusionDraft>): void => {
    conclude.clear();
    setChoices({ ...choices, ...changes });
    if (changes.rationale !== undefined) kept.change({ rationale: changes.rationale });
  };
  const { result } = draft;
  const send = (): void => {
    if (result === undefined) return;
    conclude.run({ ...draft, code: criterion.code, result }, () => {
      kept.recorded();
      toast({ text: `${criterion.code} concluded: ${resultLabel(result).toLowerCase()}` });
    });
  };
  return (
    <Card title="Conclusion" aside={concludedWords(criterion, day)}>
      <div className={styles['form']}>
        <p className={styles['quiet']}>{suggestionWords(criterion)}</p>
        <RadioCards
          label="The criterion is"
          choices={RESULTS}
          value={result}
          onChange={(value) => {
            change({ result: RESULTS.find((known) => known.value === value)?.value });
          }}
        />
        <ConclusionDetails draft={draft} criterion={criterion} onChange={change} />
        <KeptWords kept={kept} />
        <CommandBanner
          command={conclude}
          title={`${criterion.code} cannot be concluded yet`}
          failed="The conclusion was not recorded"
        />
        <div className={styles['actions']}>
          <ActionButton
            label={criterion.conclusion === null ? 'Conclude criterion' : 'Conclude again'}
            kind={criterion.conclusion?.holds === true ? 'default' : 'filled'}
            isBlocked={result === undefined}
            isBusy={conclude.isBusy}
            onPress={send}
          />
          <span className={styles['quiet']}>
            {result === undefined ? 'Choose a result first.' : 'A manager or the partner concludes.'}
          </span>
        </div>
      </div>
    </Card>
  );
}

interface ConclusionDetailsProps {
  readonly draft: ConclusionDraft;
  readonly criterion: Criterion;
  readonly onChange: (changes: Partial<ConclusionDraft>) => void;
}

function ConclusionDetails({ draft, criterion, onChange }: ConclusionDetailsProps) {
  const isMet = draft.result === 'met' || draft.result === 'metWithDeviations';
  return (
    <>
      {draft.result === 'notMet' ? (
        <SegmentedChoice
          label="Not met by"
          choices={[
            { value: 'design', label: 'Design' },
            { value: 'operation', label: 'Operation' },
          ]}
          value={draft.failedBy ?? undefined}
          onChange={(value) => {
            onChange({ failedBy: value === 'design' ? 'design' : 'operation' });
          }}
        />
      ) : null}
      <TextAreaField
        label="Rationale"
        hint="How the tests lead to this result."
        value={draft.rationale}
        onChange={(rationale) => {
          onChange({ rationale });
        }}
      />
      <YesNo
        label="Relies on complementary user entity controls"
        value={draft.reliesOnUserControls}
        onChange={(reliesOnUserControls) => {
          onChange({ reliesOnUserControls });
        }}
      />
      <YesNo
        label="Relies on complementary subservice organization controls"
        value={draft.reliesOnSubserviceControls}
        onChange={(reliesOnSubserviceControls) => {
          onChange({ reliesOnSubserviceControls });
        }}
      />
      {isMet ? (
        <CompensatingControls
          criterion={criterion}
          chosen={draft.compensatingControlIds}
          onChange={(compensatingControlIds) => {
            onChange({ compensatingControlIds });
          }}
        />
      ) : null}
    </>
  );
}

interface YesNoProps {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

function YesNo({ label, value, onChange }: YesNoProps) {
  return (
    <SegmentedChoice
      label={label}
      choices={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ]}
      value={value ? 'yes' : 'no'}
      onChange={(answer) => {
        onChange(answer === 'yes');
      }}
    />
  );
}

function suggestionWords({ suggestion }: Criterion): string {
  if (suggestion === null) return 'The tests are not all reviewed, so the record suggests no result yet.';
  return `The tests suggest: ${resultLabel(suggestion).toLowerCase()}. A person decides.`;
}

function concludedWords({ conclusion }: Criterion, day: InstantWords['day']): string {
  if (conclusion === null) return 'not concluded';
  return `by ${conclusion.concludedBy}, ${day(conclusion.concludedAt)}`;
}
