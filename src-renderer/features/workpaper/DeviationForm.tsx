import { useState } from 'react';
import { useQuery } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { KeptWords } from '../../app/KeptWords.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useKeptTexts } from '../../app/use-kept-texts.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/form/FormField.tsx';
import { MultiSelectField } from '../../ui/form/MultiSelectField.tsx';
import { controlOptions } from './control-options.ts';
import type { Deviation } from './deviation-words.ts';
import styles from './Deviation.module.css';

const ISOLATION = [
  { value: 'unknown', label: 'Not known' },
  { value: 'yes', label: 'Yes, with proof' },
  { value: 'no', label: 'No' },
] as const;
const DEFICIENCY = [
  { value: 'none', label: 'None' },
  { value: 'control', label: 'Of the control' },
  { value: 'criterion', label: 'Of the criterion' },
] as const;

type TextQuestion = 'nature' | 'cause' | 'extent' | 'effect' | 'evaluation' | 'managementResponse';

const BEFORE: readonly (readonly [TextQuestion, string, string])[] = [
  ['nature', 'Nature', 'What did not operate'],
  ['cause', 'Cause', 'Why it happened, as the evidence shows'],
  ['extent', 'Extent', 'How many, which, over which time'],
];
const AFTER: readonly (readonly [TextQuestion, string, string])[] = [
  ['effect', 'Effect on criteria', 'Which criteria, and whether they are met all the same'],
  ['evaluation', 'Evaluation', 'What follows for the control; say so where no control compensates'],
  ['managementResponse', 'Response of management', 'As the client gives it, for the report'],
];

interface FormProps {
  readonly deviation: Deviation;
  readonly onDone: () => void;
}

type Words = Pick<Deviation, TextQuestion | 'isolationProof'>;
type Choices = Pick<Deviation, 'occurredOn' | 'isolated' | 'deficiency' | 'compensatingControlIds'>;
type Draft = Words & Choices;

/** Where the words of an evaluation are kept until they are recorded. */
export const evaluationPlace = (deviation: Pick<Deviation, 'id'>): string => `evaluation ${deviation.id}`;

/** The questions of a deviation to be answered; they are kept complete or not. */
export function DeviationForm({ deviation, onDone }: FormProps) {
  const [choices, setChoices] = useState<Choices>(() => choicesOf(deviation));
  const kept = useKeptTexts(evaluationPlace(deviation), wordsOf(deviation));
  const draft = { ...choices, ...kept.texts };
  const save = useGatedCommand('testing.evaluateDeviation', { takesReasons: true });
  const choose = (part: Partial<Choices>): void => {
    setChoices((before) => ({ ...before, ...part }));
  };
  const end = (): void => {
    kept.recorded();
    onDone();
  };
  return (
    <form
      className={styles['stack']}
      aria-label={`Evaluation of ${deviation.code}`}
      onSubmit={(event) => {
        event.preventDefault();
        const { id, revision } = deviation;
        const compensatingControlIds = [...draft.compensatingControlIds];
        save.run({ deviationId: id, revision, ...draft, compensatingControlIds }, end);
      }}
    >
      <Questions questions={BEFORE} draft={draft} change={kept.change} />
      <Circumstances deviation={deviation} draft={draft} change={kept.change} choose={choose} />
      <Questions questions={AFTER} draft={draft} change={kept.change} />
      <KeptWords kept={kept} />
      <CommandBanner command={save} title="The answers are not saved" failed="The answers were not saved" />
      <div className={styles['buttons']}>
        <ActionButton
          label="Save answers"
          kind="filled"
          type="submit"
          isBusy={save.isBusy}
          onPress={() => undefined}
        />
        <ActionButton
          label="Cancel"
          kind="quiet"
          onPress={() => {
            kept.clear();
            onDone();
          }}
        />
      </div>
    </form>
  );
}

function wordsOf(deviation: Deviation): Words {
  const { nature, cause, extent, effect, evaluation, managementResponse, isolationProof } = deviation;
  return { nature, cause, extent, effect, evaluation, managementResponse, isolationProof };
}

function choicesOf(deviation: Deviation): Choices {
  const { occurredOn, isolated, deficiency, compensatingControlIds } = deviation;
  return { occurredOn, isolated, deficiency, compensatingControlIds };
}

interface PartProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Words>) => void;
}

interface CircumstancesProps extends PartProps {
  readonly deviation: Deviation;
  readonly choose: (part: Partial<Choices>) => void;
}

function Questions({ questions, draft, change }: PartProps & { readonly questions: typeof BEFORE }) {
  return questions.map(([name, label, hint]) => (
    <TextAreaField
      key={name}
      label={label}
      hint={hint}
      minRows={2}
      value={draft[name]}
      onChange={(text) => {
        change({ [name]: text });
      }}
    />
  ));
}

function Circumstances({ deviation, draft, change, choose }: CircumstancesProps) {
  const controls = useQuery('control.list', {});
  return (
    <>
      <DateField
        label="Date of occurrence"
        value={draft.occurredOn ?? undefined}
        onChange={(date) => {
          choose({ occurredOn: date ?? null });
        }}
      />
      <SelectField
        label="Isolated"
        value={draft.isolated}
        options={ISOLATION}
        onChange={(value) => {
          choose({ isolated: ISOLATION.find((known) => known.value === value)?.value ?? 'unknown' });
        }}
      />
      {draft.isolated === 'yes' ? (
        <TextField
          label="Proof that it is isolated"
          value={draft.isolationProof}
          onChange={(isolationProof) => {
            change({ isolationProof });
          }}
        />
      ) : null}
      <MultiSelectField
        label="Compensating controls"
        values={draft.compensatingControlIds}
        options={controlOptions(controls.data ?? [], deviation.controlId)}
        onChange={(compensatingControlIds) => {
          choose({ compensatingControlIds: [...compensatingControlIds] });
        }}
      />
      <SelectField
        label="Deficiency"
        value={draft.deficiency}
        options={DEFICIENCY}
        onChange={(value) => {
          choose({ deficiency: DEFICIENCY.find((known) => known.value === value)?.value ?? 'none' });
        }}
      />
    </>
  );
}

/** The owner of the facts at the client agrees them, with the response of management (gate V1). */
export function AgreementForm({ deviation, onDone }: FormProps) {
  const [agreedBy, setAgreedBy] = useState(deviation.agreedBy);
  const [agreedOn, setAgreedOn] = useState(deviation.agreedOn ?? undefined);
  const [managementResponse, setResponse] = useState(deviation.managementResponse);
  const agree = useGatedCommand('deviation.agree');
  return (
    <form
      className={styles['stack']}
      aria-label="Agreement of the client"
      onSubmit={(event) => {
        event.preventDefault();
        const { id, revision } = deviation;
        if (agreedOn !== undefined)
          agree.run({ id, revision, agreedBy, agreedOn, managementResponse }, onDone);
      }}
    >
      <TextField label="Facts agreed by" value={agreedBy} onChange={setAgreedBy} hint="Title at the client" />
      <DateField label="Agreed on" value={agreedOn} onChange={setAgreedOn} />
      <TextAreaField
        label="Response of management"
        value={managementResponse}
        onChange={setResponse}
        minRows={2}
      />
      <CommandBanner
        command={agree}
        title="The agreement is not recorded"
        failed="The agreement was not recorded"
      />
      <div className={styles['buttons']}>
        <ActionButton
          label="Record agreement"
          kind="filled"
          type="submit"
          isBlocked={agreedOn === undefined || agreedBy.trim() === ''}
          isBusy={agree.isBusy}
          onPress={() => undefined}
        />
        <ActionButton label="Cancel" kind="quiet" onPress={onDone} />
      </div>
    </form>
  );
}
